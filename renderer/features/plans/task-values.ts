import type { ProposedTask } from '../../../shared/features/plans/schemas.ts';
import type { ItemKind, TaskQuota } from '../../../shared/features/plans/task.ts';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';

/** Fields every task form has. */
export interface TaskTexts {
  readonly title: string;
  readonly itemKind: ItemKind;
  readonly jointDepartments: readonly string[];
  readonly fromOn: string;
  readonly toOn: string;
  readonly checkItems: string;
  readonly checkFocus: string;
  readonly methods: readonly string[];
  readonly basis: string;
}

/** Whom a task draws from and how many, as the form holds it. */
export interface PoolValues {
  readonly poolFilter: PoolFilter;
  readonly quotaKind: TaskQuota['kind'];
  readonly count: number | null;
  /** Per cent, at most two decimals. */
  readonly percent: number | null;
  readonly atLeast: boolean;
}

export function poolValues(poolFilter: PoolFilter, quota: TaskQuota | undefined): PoolValues {
  return {
    poolFilter,
    quotaKind: quota?.kind ?? 'count',
    count: quota?.kind === 'count' ? quota.count : null,
    percent: quota?.kind === 'ratio' ? quota.bp / 100 : null,
    atLeast: quota?.kind === 'ratio' && quota.atLeast,
  };
}

/** Null while it is not filled in. */
export function quotaOf({ quotaKind, count, percent, atLeast }: Partial<PoolValues>): TaskQuota | null {
  if (quotaKind === 'count') return count == null || count < 1 ? null : { kind: 'count', count: Math.floor(count) };
  if (percent == null || percent <= 0 || percent > 100) return null;
  return { kind: 'ratio', bp: Math.round(percent * 100), atLeast: atLeast === true };
}

/** The texts as commands take them. */
export function textsOf(
  values: TaskTexts,
): Omit<ProposedTask, 'origin' | 'source' | 'objectIds' | 'quota' | 'poolFilter' | 'campaignId'> {
  const { title, itemKind, jointDepartments, fromOn, toOn, checkItems, checkFocus, methods, basis } = values;
  return { title, itemKind, jointDepartments, fromOn, toOn, checkItems, checkFocus, methods, basis };
}

/** The pool a form would make, as the program asks for it. */
export function poolQuestion(
  values: Partial<PoolValues>,
  of: { jointDepartments: readonly string[]; planItemIds: readonly number[]; objectIds?: readonly number[] },
) {
  const { objectIds = [] } = of;
  return { ...of, objectIds, poolFilter: tidyPoolFilter(values.poolFilter ?? {}), quota: quotaOf(values) };
}
