import { type FactTest, factTestHolds, type TestedEnterprise } from '../../kernel/fact-test.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Grade } from '../../kernel/pack-basis.ts';
import { moveText } from './measure-rules.ts';

/** 预警 as rows: what becomes of a standing warning when its rule is asked again. 鸡西方案 第6项. */

export const warningStateTitles = {
  open: '待处置',
  handled: '已处置',
  acknowledged: '暂不处置',
  closed: '已解除',
} as const;
export type WarningState = keyof typeof warningStateTitles;

export const warningLevelTitles = { urgent: '紧急', notice: '提示' } as const;
export type WarningLevel = keyof typeof warningLevelTitles;

/** Where a warning leads: 约谈, 措施, 列入名单. */
export type WarningOpens = 'talk' | 'measure' | 'list';

export const warningStepTitles = {
  opened: '发出预警',
  grounds: '依据有变化',
  handled: '已处置',
  acknowledged: '暂不处置',
  reopened: '重新预警',
  closed: '自动解除',
} as const;
export type WarningStep = keyof typeof warningStepTitles;

/** One thing a warning rests on: a credit fact, a licence, a change of grade. */
export interface WarningGround {
  /** `record:12`, `licence:许可证名称 2026-10-01`, `grade:C`. */
  readonly id: string;
  readonly title: string;
  readonly on: LocalDate | null;
}

export interface StandingWarning {
  readonly state: Exclude<WarningState, 'closed'>;
  readonly grounds: readonly WarningGround[];
  /** The last day it may rest, where it was acknowledged. */
  readonly untilOn: LocalDate | null;
}

/**
 * none: nothing to write. open: a new warning. grounds: other facts, same state. reopen: handled or acknowledged, and a new
 * fact came, or the day it could rest until has passed. close: the ground is gone.
 */
export type WarningMove = 'none' | 'open' | 'grounds' | 'reopen' | 'close';

/** What to do, where `found` is what the rule holds by today; null = it does not hold. */
export function warningMove(
  standing: StandingWarning | null,
  found: readonly WarningGround[] | null,
  today: LocalDate,
): WarningMove {
  if (found === null) return standing === null ? 'none' : 'close';
  if (standing === null) return 'open';
  const known = new Set(standing.grounds.map(({ id }) => id));
  const hasNew = found.some(({ id }) => !known.has(id));
  if (standing.state === 'open') return hasNew || found.length !== known.size ? 'grounds' : 'none';
  const restIsOver = standing.untilOn !== null && standing.untilOn < today;
  if (hasNew || restIsOver) return 'reopen';
  return found.length === known.size ? 'none' : 'grounds';
}

/** `投诉举报 2026-08-01、投诉举报 2026-08-20`; what lists show in one line. */
export function groundsText(grounds: readonly WarningGround[]): string {
  return grounds.map(({ title, on }) => (on === null ? title : `${title}（${on}）`)).join('；');
}

/**
 * What a rule of the pack holds by for an enterprise today; null where it does not hold. `titles` are the pack's names of
 * the grades.
 */
export function groundsOf(
  test: FactTest,
  enterprise: TestedEnterprise,
  titles: (grade: Grade) => string,
): readonly WarningGround[] | null {
  if (isHopeless(test, enterprise)) return null;
  const { holds, found, licences } = factTestHolds(test, enterprise);
  if (!holds) return null;
  if (test.kind === 'grade' || test.kind === 'grade-fell') return [gradeGround(test.kind, enterprise, titles)];
  return [
    ...found.map(({ id, title, happenedOn }) => ({ id, title, on: happenedOn })),
    ...licences.map(({ name, expiresOn }) => ({
      id: `licence:${name} ${expiresOn}`,
      title: `${name}${expiresOn !== null && expiresOn < enterprise.today ? '已到期' : '将到期'}`,
      on: expiresOn,
    })),
  ];
}

/** Most enterprises have nothing of the kinds a rule counts; that is seen without sorting anything. */
function isHopeless(test: FactTest, { facts }: TestedEnterprise): boolean {
  if (test.kind !== 'count' && test.kind !== 'standing') return false;
  return !facts.some(({ kind }) => test.kinds.includes(kind));
}

/** The change is part of its id, so that a further fall is a new ground. */
function gradeGround(
  kind: 'grade' | 'grade-fell',
  { grade = null, gradeBefore = null }: TestedEnterprise,
  titles: (grade: Grade) => string,
): WarningGround {
  if (grade === null) throw new Error('a test of the grade held without a grade');
  const isFall = kind === 'grade-fell';
  return {
    id: isFall ? `grade:${gradeBefore}>${grade}` : `grade:${grade}`,
    title: isFall ? moveText(gradeBefore, grade, titles) : `信用等级为${titles(grade)}`,
    on: null,
  };
}
