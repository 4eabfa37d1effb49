import { exclusionReasons } from './ceremony.ts';

/**
 * Why an object of a task's pool would not be drawn: left out before freezing, or in the way of freezing until somebody
 * sees to it (no grade in a draw by grades, no complete team for recusals).
 */
export const poolReasons = {
  ...exclusionReasons,
  UNGRADED: '尚未评定信用等级，按等级抽取前须先评定',
  'NO-TEAM': '回避后凑不齐检查组，冻结前须另行排除或调整人员',
} as const;
export type PoolReason = keyof typeof poolReasons;

/** What does not leave the pool by itself but keeps it from being frozen. */
export const hindrances: readonly PoolReason[] = ['UNGRADED', 'NO-TEAM'];

/** A reason to filter by; `none` = those nothing speaks against. */
export function isPoolReason(text: string | null): text is PoolReason | 'none' {
  return text === 'none' || (text !== null && text in poolReasons);
}
