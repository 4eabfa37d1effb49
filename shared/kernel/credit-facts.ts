import type { LocalDate } from './local-date.ts';

/** What a credit record is about: the kinds that are gathered under a 统一社会信用代码 (归集), in the order lists show them. */
export const creditKindTitles = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  confirmation: '行政确认',
  reward: '行政奖励',
  ruling: '行政裁决',
  levy: '行政征收',
  payment: '行政给付',
  compensation: '行政补偿',
  inspection: '行政监督检查',
  'daily-supervision': '经常性监督',
  'quantified-grade': '量化分级',
  complaint: '投诉举报',
  accident: '事故',
  commitment: '承诺与践诺',
  trustworthy: '守信',
  dishonest: '失信',
  'abnormal-list': '列入异常名录',
  'serious-violation': '严重违法失信',
  judicial: '司法信息',
  tax: '纳税',
  water: '用水',
  power: '用电',
  gas: '用气',
  property: '不动产',
  research: '科技研发',
} as const;
export type CreditKind = keyof typeof creditKindTitles;
export const creditKinds = Object.keys(creditKindTitles) as readonly CreditKind[];

/** Gathered only with the enterprise's 授权 (吴忠方案 第二部分（一）). */
export const authorisedKinds: ReadonlySet<CreditKind> = new Set([
  'tax',
  'water',
  'power',
  'gas',
  'property',
  'research',
]);

export const severityTitles = { minor: '轻微', ordinary: '一般', serious: '严重' } as const;
export type Severity = keyof typeof severityTitles;

export const accidentClassTitles = {
  ordinary: '一般事故',
  larger: '较大事故',
  major: '重大事故',
  extreme: '特别重大事故',
} as const;
export type AccidentClass = keyof typeof accidentClassTitles;

/** One thing known of an enterprise, as a grade, a warning or a list reads it. Amounts are in fen. */
export interface CreditFact {
  /** Where it is found: `record:12`, `inspection:5`. */
  readonly id: string;
  readonly kind: CreditKind;
  readonly happenedOn: LocalDate;
  /** Off the list, lapsed, lifted; null while it lasts. */
  readonly endedOn: LocalDate | null;
  /** 信用修复 completed; from that day on it no longer counts against the enterprise. */
  readonly repairedOn: LocalDate | null;
  readonly severity: Severity | null;
  readonly accidentClass: AccidentClass | null;
  readonly amountFen: number | null;
  /** 践诺 or 违诺, an inspection without or with a problem; null where the kind says it by itself. */
  readonly outcome: 'good' | 'bad' | null;
  /** One line for an explanation: `行政处罚 示罚〔2026〕3号`. */
  readonly title: string;
}
