import { refuse } from '../../kernel/result.ts';
import type { BadFile } from './refusals.ts';

/** What is wrong with a file of a draw; `about` is the offending field, id or path. Lines count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly problem: keyof typeof SENTENCES;
  readonly about: string;
}

const SENTENCES = {
  MISSING: () => '文件不存在',
  NOT_UTF8: () => '不是UTF-8编码',
  BOM: () => '文件开头有BOM标记，应去掉',
  CARRIAGE_RETURN: () => '含有回车符，换行只能用LF',
  NOT_NFC: () => '文字不是NFC规范形式',
  NO_FINAL_LF: () => '最后一行没有以LF结束',
  FIELD_COUNT: (about: string) => `列数不对，应为${about}列`,
  EMPTY_FIELD: (about: string) => `${about}为空`,
  UNSORTED: () => '没有按字节顺序排列',
  REPEATED: (about: string) => `“${about}”重复`,
  NOT_A_COUNT: (about: string) => `${about}不是非负整数`,
  NOT_A_FLAG: () => '组长一列只能是0或1',
  NOT_DIGITS: () => '见证数字只能是0—9',
  TOO_FEW_WITNESSES: () => '见证人不足两名',
  TOO_FEW_DIGITS: () => '见证数字合计不足20位',
  VERSION: () => '首行应为“SSJ-1”或“SSJ-1-演练”',
  NUMBER: () => '抽取编号应为“年份-序号”，演练编号以YL开头',
  MANIFEST_LINE: (about: string) => `这一行应为“${about}”`,
  EXTRA_LINE: () => '多出一行',
  NOT_JSON: () => '不是JSON',
  NOT_CANONICAL: () => '写法不规范：键须排序，无空格、无末尾换行，汉字不转义',
  PLAN_FIELD: (about: string) => `${about}不符合规定`,
  UNKNOWN_STRATUM: (about: string) => `方案中没有分组“${about}”`,
  MUST_OUTSIDE: (about: string) => `必检对象“${about}”不在该分组的名单内`,
  MUST_EXCLUDED: (about: string) => `必检对象“${about}”同时被排除`,
  EXCLUDED_UNKNOWN: (about: string) => `被排除的“${about}”不在名单内`,
} as const;

export function badFile(file: string, line: number, problem: FileProblem['problem'], about = ''): BadFile {
  return refuse('BAD_FILE', { file, line, problem, about });
}

/** For the office and the auditor: file, line, what is wrong. */
export function fileProblemSentence({ file, line, problem, about }: FileProblem): string {
  return `${file} 第${line}行：${SENTENCES[problem](about)}。`;
}
