import type { LocalDate } from '../../kernel/local-date.ts';

/** 信用承诺 and 践诺. 陈巴尔虎旗方案 第2、4项；鸡西方案 第1至3项. */

export const commitmentKindTitles = {
  'proactive-publicity': '主动公示型',
  licence: '审批替代型（告知承诺）',
  repair: '信用修复型',
  project: '项目申报型',
  'voluntary-information': '自愿注册信息型',
  integrity: '廉洁与保密型',
  other: '其他',
} as const;
export type CommitmentKind = keyof typeof commitmentKindTitles;

export const fulfilmentTitles = { kept: '践诺', partly: '部分践诺', broken: '违诺' } as const;
export type Fulfilment = keyof typeof fulfilmentTitles;

export const termOutcomeTitles = { kept: '履行', broken: '未履行', unchecked: '未核查' } as const;
export type TermOutcome = keyof typeof termOutcomeTitles;

export const commitmentStateTitles = {
  issued: '待签署',
  signed: '待公示',
  standing: '履行中',
  expired: '已到期',
  ended: '已终止',
} as const;
export type CommitmentState = keyof typeof commitmentStateTitles;

export interface CommitmentDates {
  readonly isPublicised: boolean;
  readonly untilOn: LocalDate | null;
  readonly signedOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
}

/** Where a commitment stands on a day. One that is to be published waits for it; the last day of its term still counts. */
export function commitmentState(dates: CommitmentDates, today: LocalDate): CommitmentState {
  if (dates.endedOn !== null) return 'ended';
  if (dates.untilOn !== null && dates.untilOn < today) return 'expired';
  if (dates.signedOn === null) return 'issued';
  return dates.isPublicised && dates.publishedOn === null ? 'signed' : 'standing';
}

/**
 * What the enterprise promises, term by term: a line of the pack's text each. Numbers in front (`一、`, `1.`, `（一）`) are
 * dropped, because the letter numbers them; a text of one line is one term.
 */
export function commitmentTerms(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim().replace(NUMBERED, ''))
    .filter((line) => line !== '');
}

const NUMBERED = /^(?:[（(](?:[一二三四五六七八九十]+|\d+)[）)]|(?:[一二三四五六七八九十]+|\d+)[、.．])\s*/;

/** What a check says when each term is looked at: all kept, all broken, or some of both; null while none was checked. */
export function fulfilmentOf(terms: readonly TermOutcome[]): Fulfilment | null {
  const checked = terms.filter((term) => term !== 'unchecked');
  if (checked.length === 0) return null;
  const broken = checked.filter((term) => term === 'broken').length;
  if (broken === 0) return 'kept';
  return broken === checked.length ? 'broken' : 'partly';
}

/**
 * Whether the overall finding fits the terms: 践诺 has no broken one, 违诺 and 部分践诺 at least one, 部分践诺 also a kept one.
 * One broken term may weigh enough for 违诺: that is for the office to say.
 */
export function fulfilmentFits(outcome: Fulfilment, terms: readonly TermOutcome[]): boolean {
  const has = (term: TermOutcome) => terms.includes(term);
  switch (outcome) {
    case 'kept':
      return has('kept') && !has('broken');
    case 'partly':
      return has('kept') && has('broken');
    case 'broken':
      return has('broken');
  }
}

/** `绿通〔2026〕3号`, `诺〔2026〕12号`. */
export function yearlyNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}〔${year}〕${serial}号`;
}
