import type { LocalDate } from '../../kernel/local-date.ts';
import type { PackChapter, PackShape } from '../../kernel/policy-shape.ts';

export type VersionState = 'draft' | 'submitted' | 'returned' | 'approved' | 'dropped';

/** A version of a pack without its content. */
export interface PolicyVersion {
  readonly id: number;
  readonly packId: string;
  readonly version: number;
  readonly title: string;
  readonly state: VersionState;
  readonly basedOn: number | null;
  readonly changedBecause: string;
  /** null = taken over as the program came with it. */
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly inForceOn: LocalDate | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** The day before the next version came into force; null while there is none. */
  readonly inForceUntil: LocalDate | null;
}

export interface PolicyReview {
  readonly decision: 'approve' | 'return';
  readonly opinion: string;
  readonly by: string;
  readonly at: string;
}

export interface PolicyEdit {
  readonly chapter: PackChapter | 'head';
  readonly entry: string;
  readonly by: string;
  readonly at: string;
}

/** Whether entries can be written in it. */
export function isOpen({ state }: Pick<PolicyVersion, 'state'>): boolean {
  return state === 'draft' || state === 'returned';
}

/** `现行`, `2026-10-01起施行`, `起草中` … on a day. */
export function sayVersionState(
  { state, inForceOn, inForceUntil }: Pick<PolicyVersion, 'state' | 'inForceOn' | 'inForceUntil'>,
  today: LocalDate,
): string {
  if (state !== 'approved') return stateWords[state];
  if (inForceOn !== null && inForceOn > today) return `${inForceOn}起施行`;
  return inForceUntil !== null && inForceUntil < today ? '已被替代' : '现行';
}

const stateWords: Readonly<Record<Exclude<VersionState, 'approved'>, string>> = {
  draft: '起草中',
  submitted: '待批准',
  returned: '退回修改',
  dropped: '已放弃',
};

/** `额尔古纳市工业和信息化局（呼伦贝尔市制度）第2版`. */
export function versionName({ title, version }: Pick<PackShape, 'title' | 'version'>): string {
  return `${title}第${version}版`;
}
