import type { LocalDate } from '../../kernel/local-date.ts';
import type { PoolFilter } from '../../kernel/pool-filter.ts';
import { sayRatio } from '../../kernel/quota-reading.ts';

export type { PoolFilter } from '../../kernel/pool-filter.ts';

/** 重点检查事项 (no upper ratio, may be drawn in batches) or 一般检查事项. 细则 第五条. */
export const itemKinds = ['key', 'ordinary'] as const;
export type ItemKind = (typeof itemKinds)[number];
export const itemKindTitles: Readonly<Record<ItemKind, string>> = { key: '重点检查事项', ordinary: '一般检查事项' };

/** 待执行 → 执行中 → 已完成. */
export const taskStates = ['waiting', 'running', 'finished'] as const;
export type TaskState = (typeof taskStates)[number];
export const taskStateTitles: Readonly<Record<TaskState, string>> = {
  waiting: '待执行',
  running: '执行中',
  finished: '已完成',
};

/** `atLeast` (不少于): the ratio is a floor that the grades' ratios may exceed. `bp` in basis points. */
export type TaskQuota =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'ratio'; readonly bp: number; readonly atLeast: boolean };

/** One 抽查任务, made from a plan's item. Departments by their short names (工信, 应急). */
export interface Task {
  readonly id: number;
  /** 额工信抽查〔2026〕3号. */
  readonly number: string;
  readonly title: string;
  readonly planItemId: number;
  readonly leadDepartment: string;
  readonly jointDepartments: readonly string[];
  readonly poolFilter: PoolFilter;
  readonly quota: TaskQuota;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly itemKind: ItemKind;
  readonly state: TaskState;
  /** 抽查事项 and 检查重点, as the notice and the record sheet print them. */
  readonly checkItems: string;
  readonly checkFocus: string;
  readonly methods: readonly string[];
  /** 执法依据. */
  readonly basis: string;
  readonly createdAt: string;
}

/** `2家`, `5%`, `不少于4%`; a count has the unit 户 whatever the plan wrote. */
export function sayTaskQuota(quota: TaskQuota): string {
  if (quota.kind === 'count') return `${quota.count}户`;
  return `${quota.atLeast ? '不少于' : ''}${sayRatio(quota.bp)}`;
}

/** True where the quota asks at least as much as one of the plan's clauses, in the clause's own measure; a plan without a figure asks nothing. */
export function meetsPlan(quota: TaskQuota, clauses: readonly TaskQuota[]): boolean {
  return (
    clauses.length === 0 ||
    clauses.some((clause) => {
      if (clause.kind === 'count') return quota.kind === 'count' && quota.count >= clause.count;
      return quota.kind === 'ratio' && quota.bp >= clause.bp;
    })
  );
}
