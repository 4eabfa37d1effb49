import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../renderer/api/messages.zh-CN.ts';
import { ceremonySteps, openStep, publicGroupName } from '../../../shared/features/draws/ceremony.ts';
import { badFile, fileProblemSentence } from '../../../shared/features/draws/file-problem.ts';
import { drawRefusalSentence } from '../../../shared/features/draws/refusal-sentence.ts';
import { refuse } from '../../../shared/kernel/result.ts';

test.each([
  ['MISSING', '', '文件不存在'],
  ['NOT_UTF8', '', '不是UTF-8编码'],
  ['BOM', '', '文件开头有BOM标记，应去掉'],
  ['CARRIAGE_RETURN', '', '含有回车符，换行只能用LF'],
  ['NOT_NFC', '', '文字不是NFC规范形式'],
  ['NO_FINAL_LF', '', '最后一行没有以LF结束'],
  ['FIELD_COUNT', '7', '列数不对，应为7列'],
  ['EMPTY_FIELD', '姓名', '姓名为空'],
  ['UNSORTED', '', '没有按字节顺序排列'],
  ['REPEATED', 'ZF001', '“ZF001”重复'],
  ['NOT_A_COUNT', '上限', '上限不是非负整数'],
  ['NOT_A_FLAG', '', '组长一列只能是0或1'],
  ['NOT_DIGITS', '', '见证数字只能是0—9'],
  ['TOO_FEW_WITNESSES', '', '见证人不足两名'],
  ['TOO_FEW_DIGITS', '', '见证数字合计不足20位'],
  ['VERSION', '', '首行应为“SSJ-1”或“SSJ-1-演练”'],
  ['NUMBER', '', '抽取编号应为“年份-序号”，演练编号以YL开头'],
  ['MANIFEST_LINE', 'witnesses <人数>', '这一行应为“witnesses <人数>”'],
  ['EXTRA_LINE', '', '多出一行'],
  ['NOT_JSON', '', '不是JSON'],
  ['NOT_CANONICAL', '', '写法不规范：键须排序，无空格、无末尾换行，汉字不转义'],
  ['PLAN_FIELD', 'strata.A.bp', 'strata.A.bp不符合规定'],
  ['UNKNOWN_STRATUM', 'E', '方案中没有分组“E”'],
  ['MUST_OUTSIDE', '911', '必检对象“911”不在该分组的名单内'],
  ['MUST_EXCLUDED', '911', '必检对象“911”同时被排除'],
  ['EXCLUDED_UNKNOWN', '911', '被排除的“911”不在名单内'],
] as const)('%s', (problem, about, sentence) => {
  expect(fileProblemSentence(badFile('x.tsv', 3, problem, about).details)).toBe(`x.tsv 第3行：${sentence}。`);
});

describe('复算不成时的说明', () => {
  test('名单被改', () => {
    const refusal = refuse('FILE_CHANGED', { file: 'objects.tsv', committed: 'aa', found: 'bb' });
    expect(drawRefusalSentence(refusal)).toBe('objects.tsv与冻结时不一致：冻结的哈希为aa，现为bb。');
  });

  test('位数不符', () => {
    const refusal = refuse('DIGITS_CHANGED', { committed: [10, 10], found: [10] });
    expect(drawRefusalSentence(refusal)).toBe(
      'digits.txt 第2行：见证数字的位数与冻结时不一致，约定10、10位，现为10位。',
    );
  });

  test('格式不符', () => {
    expect(drawRefusalSentence(badFile('digits.txt', 2, 'NOT_DIGITS'))).toBe('digits.txt 第2行：见证数字只能是0—9。');
  });
});

describe('拒绝时写明还能怎么办', () => {
  test('冻结后排不满：只能更正人员，冻结了的不劝人改', () => {
    const cut = { seats: [], need: 1, officersAtCap: [], oneSeatPairs: [], canSupply: 0 };
    expect(sentenceOf(refuse('SEATS_INFEASIBLE', { cut, cause: '人员无法排满：示例。' }))).toBe(
      '人员无法排满：示例。请在名录中补充或更正执法人员（部门、组长资格、证件、回避）；参与部门、人数和每人上限冻结后不能改。',
    );
  });

  test('演练的批次不能下达，照实说', () => {
    expect(sentenceOf(refuse('NO_BATCHES', { number: 'YL2026-001' }))).toBe(
      '抽取YL2026-001是演练或不是批次顺序抽取，没有批次可以下达。',
    );
  });
});

describe('八步', () => {
  test.each([
    ['frozen', false, '见证取数'],
    ['seeding', false, '见证取数'],
    ['seeding', true, '确认封存'],
    ['sealed', true, '抽取'],
    ['drawn', true, '人员'],
    ['staffed', true, '笔录'],
    ['recorded', true, '验证包'],
  ] as const)('%s之后是下一步', (state, allIn, step) => {
    expect(ceremonySteps[openStep(state, allIn)]).toBe(step);
  });

  test('公众只看到组别', () => {
    expect(['A', 'C', 'D'].map((grade) => publicGroupName(['A', 'C', 'D'], grade))).toEqual([
      '第一组',
      '第二组',
      '第三组',
    ]);
    expect(publicGroupName(['*'], '*')).toBe('全部');
  });
});
