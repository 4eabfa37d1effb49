import type { CreditKind } from '../../kernel/credit-facts.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** 授权: an enterprise lets the office gather some kinds for a time (吴忠方案 第二部分（一）). */
export interface Authorisation {
  readonly id: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly kinds: readonly CreditKind[];
  readonly fromOn: LocalDate;
  /** null: until it is withdrawn. */
  readonly untilOn: LocalDate | null;
  /** Who signed for the enterprise. */
  readonly givenBy: string;
  readonly note: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  /** From this day on it holds no more. */
  readonly withdrawnOn: LocalDate | null;
  readonly withdrawReason: string | null;
  /** Documents that stand; without one it does not hold yet. */
  readonly documents: number;
}

export const authorisationStates = ['effective', 'unsigned', 'future', 'lapsed', 'withdrawn'] as const;
export type AuthorisationState = (typeof authorisationStates)[number];
export const authorisationStateTitles: Readonly<Record<AuthorisationState, string>> = {
  effective: '有效',
  unsigned: '未存入授权书',
  future: '未到起始日',
  lapsed: '已到期',
  withdrawn: '已撤回',
};

type Span = Pick<Authorisation, 'kinds' | 'fromOn' | 'untilOn' | 'withdrawnOn' | 'documents'>;

export function authorisationStateOn(one: Omit<Span, 'kinds'>, on: LocalDate): AuthorisationState {
  if (one.withdrawnOn !== null && one.withdrawnOn <= on) return 'withdrawn';
  if (one.untilOn !== null && one.untilOn < on) return 'lapsed';
  if (one.fromOn > on) return 'future';
  return one.documents === 0 ? 'unsigned' : 'effective';
}

/** Why a record of this kind and day cannot be gathered: nothing covers the kind, or the day, or the document is not there. */
export type AuthorisationLack = 'none' | 'not-that-day' | 'no-document';

export const authorisationLackTitles: Readonly<Record<AuthorisationLack, string>> = {
  none: '没有登记过该企业对这一类信息的授权',
  'not-that-day': '该日不在授权的起止日期之内，或授权已撤回',
  'no-document': '授权已登记，但还没有存入授权书',
};

/** The authorisation a record of this kind and day rests on, or what is wanting. */
export function authorisationFor<A extends Span>(
  all: readonly A[],
  kind: CreditKind,
  on: LocalDate,
): A | AuthorisationLack {
  const ofKind = all.filter(({ kinds }) => kinds.includes(kind));
  if (ofKind.length === 0) return 'none';
  const states = ofKind.map((one) => authorisationStateOn(one, on));
  const effective = ofKind[states.indexOf('effective')];
  if (effective !== undefined) return effective;
  return states.includes('unsigned') ? 'no-document' : 'not-that-day';
}

/** Whether what was gathered under it may still be shown outside. */
export function holdsOn(one: Omit<Span, 'kinds'> | null, on: LocalDate): boolean {
  return one !== null && authorisationStateOn(one, on) === 'effective';
}
