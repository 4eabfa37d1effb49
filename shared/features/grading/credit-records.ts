import type { CreditKind } from '../../kernel/credit-facts.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** What the factors of 制度第六条 look at. */
export const recordKinds = ['complaint', 'abnormal-list', 'serious-violation'] as const;
export type RecordKind = (typeof recordKinds)[number];
export const recordKindTitles: Readonly<Record<RecordKind, string>> = {
  complaint: '投诉举报',
  'abnormal-list': '列入异常名录',
  'serious-violation': '严重违法违规',
};

export interface DatedRecord {
  readonly kind: CreditKind;
  readonly happenedOn: LocalDate;
  /** Off the list since that day; null while on it. */
  readonly endedOn: LocalDate | null;
}
