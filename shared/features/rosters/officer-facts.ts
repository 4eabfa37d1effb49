import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';

export const leaveKinds = ['年休假', '病假', '事假', '产假', '学习培训', '借调挂职', '出差', '其他'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

/** 亲属关系 that an officer declares in writing. */
export const relations = ['配偶', '父母', '子女', '兄弟姐妹', '配偶的近亲属', '其他亲属'] as const;
export type Relation = (typeof relations)[number];

/** Both days included. */
export interface Leave {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly kind?: LeaveKind | undefined;
  readonly reason?: string | undefined;
}

/** 曾任职单位, as declared; a missing day was not told. */
export interface FormerEmployer {
  readonly employer: string;
  readonly fromOn?: LocalDate | undefined;
  readonly toOn?: LocalDate | undefined;
}

export interface Relative {
  readonly relation: Relation;
  readonly name: string;
  /** Where the relative works or what he runs; empty where not told. */
  readonly company?: string | undefined;
}

/** Certificates are warned of this many days before they run out. */
export const certificateNoticeDays = 60;

export type CertificateState = '有效' | '即将到期' | '已过期' | '未填有效期' | '无执法证';

/** How a certificate stands on a day; it is valid to the end of its last day. */
export function certificateState(
  { number, until }: { readonly number: string; readonly until: LocalDate | null },
  on: LocalDate,
): CertificateState {
  if (number === '') return '无执法证';
  if (until === null) return '未填有效期';
  const left = daysBetween(on, until);
  if (left < 0) return '已过期';
  return left <= certificateNoticeDays ? '即将到期' : '有效';
}

/** The leave an officer is on that day. */
export function leaveOn(leaves: readonly Leave[], on: LocalDate): Leave | undefined {
  return leaves.find(({ fromOn, toOn }) => fromOn <= on && on <= toOn);
}

export function isOverlapping(one: Leave, other: Leave): boolean {
  return one.fromOn <= other.toOn && other.fromOn <= one.toOn;
}

/** 2026-09-07至2026-09-10 年休假（家中有事）. */
export function leaveText({ fromOn, toOn, kind, reason }: Leave): string {
  const why = reason === undefined || reason === '' ? '' : `（${reason}）`;
  return `${fromOn}至${toOn}${kind === undefined ? '' : ` ${kind}`}${why}`;
}

/** 示例矿业有限公司（2015-03-01至2019-06-30）. */
export function formerText({ employer, fromOn, toOn }: FormerEmployer): string {
  if (fromOn === undefined && toOn === undefined) return employer;
  return `${employer}（${fromOn ?? ''}至${toOn ?? ''}）`;
}

/** 配偶示某（示例公司）. */
export function relativeText({ relation, name, company }: Relative): string {
  return `${relation}${name}${company === undefined || company === '' ? '' : `（${company}）`}`;
}

/** A declared relative for those who need not know: that there is one, not who. */
export function maskedRelative({ relation }: Relative): Relative {
  return { relation, name: '＊＊' };
}
