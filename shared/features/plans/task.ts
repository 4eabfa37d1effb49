import type { LocalDate } from '../../kernel/local-date.ts';
import type { PoolFilter } from '../../kernel/pool-filter.ts';
import { sayRatio } from '../../kernel/quota-reading.ts';

export type { PoolFilter } from '../../kernel/pool-filter.ts';

/** 重点检查事项 (no upper ratio, may be drawn in batches) or 一般检查事项. 细则 第五条. */
export const itemKinds = ['key', 'ordinary'] as const;
export type ItemKind = (typeof itemKinds)[number];
export const itemKindTitles: Readonly<Record<ItemKind, string>> = { key: '重点检查事项', ordinary: '一般检查事项' };

/** 待执行 → 执行中 → 已完成; a 临时 task first waits for its approval, and a task that is not drawn can be cancelled. */
export const taskStates = ['proposed', 'waiting', 'running', 'finished', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
export const taskStateTitles: Readonly<Record<TaskState, string>> = {
  proposed: '待批准',
  waiting: '待执行',
  running: '执行中',
  finished: '已完成',
  cancelled: '已取消',
};

/** What a task follows from: an item of a plan, or what was found otherwise (临时). 细则 第三条. */
export const taskOrigins = ['plan', 'complaint', 'assigned', 'data'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];
export const taskOriginTitles: Readonly<Record<TaskOrigin, string>> = {
  plan: '年度计划',
  complaint: '投诉举报',
  assigned: '转办交办',
  data: '数据监测',
};

/** `atLeast` (不少于): the ratio is a floor that the grades' ratios may exceed. `bp` in basis points. */
export type TaskQuota =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'ratio'; readonly bp: number; readonly atLeast: boolean };

/** One item visited for by a task, as the notice and the record sheet print it. */
export interface TaskItem {
  /** Null where no plan holds it (临时). */
  readonly planItemId: number | null;
  readonly title: string;
  /** 抽查事项 and 检查重点. */
  readonly checkItems: string;
  readonly checkFocus: string;
  readonly methods: readonly string[];
  /** 执法依据. */
  readonly basis: string;
}

/** Where a 临时 task comes from. */
export interface TaskSource {
  /** 来文文号, or how the call was entered. */
  readonly reference: string;
  readonly receivedOn: LocalDate;
  /** Who handed it over; never a complainant's name. */
  readonly handedBy: string;
  readonly alleges: string;
}

/** One 抽查任务. Departments by their short names (工信, 应急). */
export interface Task {
  readonly id: number;
  /** 额工信抽查〔2026〕3号. */
  readonly number: string;
  readonly title: string;
  readonly origin: TaskOrigin;
  readonly planItemId: number | null;
  /** Which clause of the item's quota it carries out, in the plan's words; empty where there is but one. */
  readonly clause: string;
  /** Which dated round of the item; empty where there are none. */
  readonly round: string;
  readonly source: TaskSource | null;
  /** 定向: the objects it names, all of them inspected; empty = drawn from the filter. */
  readonly objects: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  /** What is visited for, the task's own item first; with several it is 综合查一次. */
  readonly items: readonly TaskItem[];
  readonly leadDepartment: string;
  readonly jointDepartments: readonly string[];
  readonly poolFilter: PoolFilter;
  readonly quota: TaskQuota;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly itemKind: ItemKind;
  readonly state: TaskState;
  /** Those of all items, put together. */
  readonly checkItems: string;
  readonly checkFocus: string;
  readonly methods: readonly string[];
  readonly basis: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly createdById: number;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly cancelled: { readonly by: string; readonly at: string; readonly reason: string } | null;
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

/** `额工信抽查〔2026〕3号`, `额工信抽查〔2026〕3号至5号`: tasks made in one step have numbers in a row. */
export function sayNumbers(tasks: readonly Pick<Task, 'number'>[]): string {
  const [first, last] = [tasks[0]?.number ?? '', tasks.at(-1)?.number ?? ''];
  return tasks.length < 2 ? first : `${first}至${last.slice(last.indexOf('〕') + 1)}`;
}
