import type { LocalDate } from '../../kernel/local-date.ts';
import { type PoolFilter, sayPoolFilter } from '../../kernel/pool-filter.ts';
import { type ItemKind, itemKindTitles } from './task.ts';

/** 随机抽查事项清单. 细则 第五条. A dropped draft stays as history; a version in force ends when the next is approved. */
export const listStates = ['draft', 'submitted', 'approved', 'dropped'] as const;
export type ListState = (typeof listStates)[number];

/** Why the list is changed: 依据法律法规规章等制修订以及政府职能转变实际情况及时进行调整. 细则 第五条. */
export const changeReasons = ['law', 'function', 'other'] as const;
export type ChangeReason = (typeof changeReasons)[number];
export const changeReasonTitles: Readonly<Record<ChangeReason, string>> = {
  law: '法律法规规章制修订',
  function: '政府职能转变',
  other: '其他',
};

/** What of an item is filled in by the office; a draft may leave all but the name open. */
export interface CheckItemEntry {
  readonly name: string;
  readonly kind: ItemKind;
  /** 抽查对象、抽查内容、抽查依据、抽查方式. */
  readonly objects: string;
  readonly content: string;
  readonly basis: string;
  readonly methods: readonly string[];
  /** 抽查比例 and 频次 as published. */
  readonly quota: string;
  readonly frequency: string;
  /** 主管股室 and 检查主体. */
  readonly section: string;
  readonly agency: string;
  /** Drawn in 批次顺序: 重点检查事项 only. */
  readonly inBatches: boolean;
  /** The objects of the roster; null = not bound. */
  readonly filter: PoolFilter | null;
}

export interface CheckItem extends CheckItemEntry {
  readonly id: number;
  /** SX001: the item's own in every version of the list. */
  readonly code: string;
  /** From 1, in the order of publication. */
  readonly position: number;
}

export const checkItemFields = [
  'name',
  'kind',
  'objects',
  'content',
  'basis',
  'methods',
  'quota',
  'frequency',
  'inBatches',
  'section',
  'agency',
  'filter',
] as const satisfies readonly (keyof CheckItemEntry)[];
export type CheckItemField = (typeof checkItemFields)[number];

/** As 细则 第五条 and the headings of the list call them. */
export const checkItemTitles: Readonly<Record<CheckItemField, string>> = {
  name: '事项名称',
  kind: '事项类别',
  objects: '抽查对象',
  content: '抽查内容',
  basis: '抽查依据',
  methods: '抽查方式',
  quota: '抽查比例',
  frequency: '抽查频次',
  inBatches: '批次顺序',
  section: '主管股室',
  agency: '检查主体',
  filter: '名录范围',
};

/** 核查方式 an item may name; others may be written in. */
export const usualMethods = [
  '实地核查',
  '书面检查',
  '行政部门结果或专业意见',
  '检验检测',
  '网络监测',
  '委托专业机构',
] as const;

/** A field as it is read; empty where nothing is filled in. */
export function checkItemText(item: CheckItemEntry, field: CheckItemField): string {
  switch (field) {
    case 'kind':
      return itemKindTitles[item.kind];
    case 'methods':
      return item.methods.join('、');
    case 'inBatches':
      return item.inBatches ? '随机确定检查批次顺序' : '';
    case 'filter':
      return item.filter === null ? '' : sayPoolFilter(item.filter);
    default:
      return item[field];
  }
}

export interface CheckListReview {
  readonly decision: 'approve' | 'return';
  readonly opinion: string;
  readonly by: string;
  readonly at: string;
}

/** One version of the list, without its items. Days are local days, `…At` UTC instants. */
export interface CheckList {
  readonly id: number;
  /** Null until approved. */
  readonly version: number | null;
  readonly title: string;
  readonly state: ListState;
  readonly basedOn: number | null;
  /** What 一般检查事项 may ask at most, in basis points; null = not set. */
  readonly ordinaryLimitBp: number | null;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** In force from this day … */
  readonly approvedOn: LocalDate | null;
  /** … until the day before this one; null = still in force, or never was. */
  readonly supersededOn: LocalDate | null;
  readonly approvalNumber: string | null;
  readonly publishedOn: LocalDate | null;
  readonly items: number;
}

/** 草稿, 已退回, 待批准, 现行有效, 已被取代, 已作废. `wasReturned`: the last opinion sent it back. */
export function sayListState(list: Pick<CheckList, 'state' | 'supersededOn'>, wasReturned = false): string {
  switch (list.state) {
    case 'draft':
      return wasReturned ? '退回修改' : '草稿';
    case 'submitted':
      return '待局领导批准';
    case 'approved':
      return list.supersededOn === null ? '现行有效' : '已被新版取代';
    case 'dropped':
      return '已作废';
  }
}

/** The code after those given so far, in any version: SX001, SX002 … */
export function nextItemCode(given: readonly string[]): string {
  const last = Math.max(0, ...given.map((code) => Number(/^SX(\d+)$/.exec(code)?.[1] ?? 0)));
  return `SX${String(last + 1).padStart(3, '0')}`;
}
