import { PERIOD_WORDS, type QuotaRounds } from '../../kernel/quota-reading.ts';
import type { QuotaProblem } from '../../kernel/quota-words.ts';
import { PLAN_COLUMNS, type PlanColumn } from './plan-columns.ts';
import type { PlanWarning, WarningCode, WarningDetails } from './plan-warnings.ts';

type Sentences = { readonly [Code in WarningCode]: (details: WarningDetails[Code]) => string };

const sentences: Sentences = {
  YEAR_UNKNOWN: ({ title }) => `标题“${title}”中没有年度，请在确认时填写计划年度。`,
  COLUMNS_UNKNOWN: ({ titles }) => `“${titles.join('”“')}”列不在计划表十三列之内，不采用。`,
  NUMBER_MISSING: ({ text }) => (text === '' ? '没有序号，照原样保留。' : `序号“${text}”不是数字，照原样保留。`),
  NUMBER_OUT_OF_ORDER: ({ number, after }) => `序号${number}接在${after}之后，不连续，照原样保留。`,
  CONTINUES: ({ number, inherited }) =>
    inherited.length === 0
      ? `与第${number}项为同一任务。`
      : `接续第${number}项，空着的${columnNames(inherited)}随第${number}项。`,
  CELLS_BLANK: ({ columns }) => `${columnNames(columns)}为空，照原样保留，下达任务时补填。`,
  DEPARTMENT_UNKNOWN: ({ column, departments }) =>
    `${PLAN_COLUMNS[column]}“${departments.join('、')}”不在部门名称表中，照原样保留，请核对。`,
  DEPARTMENTS_OPEN: ({ column, all }) =>
    all
      ? `${PLAN_COLUMNS[column]}写作“各部门”，没有列名，下达任务时确定。`
      : `${PLAN_COLUMNS[column]}以“等”结尾，没有列全，下达任务时确定。`,
  METHOD_FREE_TEXT: ({ methods }) => `检查方式“${methods.join('、')}”不在常用方式之内，照原样保留。`,
  QUOTA_NOT_UNDERSTOOD: ({ position, part, reason, text }) =>
    `抽查比例或数量“${text}”读到第${position}个字“${part}”停下：${quotaProblems[reason]}。请改写后重新导入，或下达任务时填写。`,
  QUOTA_IN_ROUNDS: ({ rounds, occasions, months }) => roundsSentence(rounds, occasions, months),
  OWN_FIELD_NOT_UNDERSTOOD: ({ column, text }) => `${column}“${text}”读不懂，按未填写处理，请在计划中补填。`,
  PERIOD_NOT_UNDERSTOOD: ({ text }) => `起止时间“${text}”读不懂，照原样保留，下达任务时填写起止日期。`,
  PERIOD_OTHER_YEAR: ({ text, found, planYear }) =>
    `起止时间“${text}”写的是${found}年，与${planYear}年度计划不符，照原样保留，请核对。`,
  ROW_NOT_UNDERSTOOD: ({ text }) => `“${text}”不是计划事项，不导入。`,
};

export const quotaProblems: Readonly<Record<QuotaProblem, string>> = {
  EMPTY: '没有填写',
  NO_FIGURE: '没有找到比例或数量',
  NOT_UNDERSTOOD: '这几个字的意思不能确定',
  OVER_ALL: '超过100%',
  TOO_PRECISE: '比例最多两位小数',
  TOO_LARGE: '数量太大',
  ZERO: '不能为0',
  TWO_FIGURES: '有几个比例或数量，却没有各自说明对象',
  FLOOR_BESIDE: '比例之外又有最少户数，请只写其中一个',
  TIME_SPAN: '这是时段，不是检查对象，请写全年的比例或数量，或按时段分成几项',
  CLASS_TWICE: '同一类对象写了两次',
};

/** What is odd about the row, without its number. */
export function warningReason<Code extends WarningCode>(warning: PlanWarning & { readonly code: Code }): string {
  return sentences[warning.code](warning.details as WarningDetails[Code]);
}

/** The whole sentence: `第9行：…`. */
export function warningSentence(warning: PlanWarning): string {
  return `第${warning.row}行：${warningReason(warning)}`;
}

/** Warnings that only tell what was read; the others ask to be looked at. */
export function isNotice({ code }: PlanWarning): boolean {
  return code === 'CONTINUES' || code === 'QUOTA_IN_ROUNDS';
}

function columnNames(columns: readonly PlanColumn[]): string {
  return columns.map((column) => `“${PLAN_COLUMNS[column]}”`).join('、');
}

function roundsSentence(rounds: QuotaRounds, occasions: readonly string[], months: number | null): string {
  const parts = [
    ...(rounds.perDepartment ? ['每个部门'] : []),
    ...(rounds.every === null ? [] : [`每${PERIOD_WORDS[rounds.every]}${rounds.times}次`]),
    ...(rounds.every !== null && months !== null ? [`共${months}个月`] : []),
    ...(rounds.occasions.length === 0 ? [] : [occasionsSentence(rounds, occasions)]),
  ];
  return `分次抽取：${parts.join('，')}。${rounds.perDepartment ? '部门数在下达任务时确定。' : ''}`;
}

function occasionsSentence(rounds: QuotaRounds, occasions: readonly string[]): string {
  const often = `各${rounds.timesAtLeast ? '不少于' : ''}${rounds.times}次`;
  return occasions.length === 0
    ? `${rounds.occasions.join('、')}${often}`
    : `${occasions.join('、')}共${occasions.length}个时间节点，${often}`;
}
