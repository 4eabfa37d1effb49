import { authorisedKinds, type CreditKind, creditKinds, creditKindTitles } from '../../kernel/credit-facts.ts';

/** What a form and a workbook ask of a kind, and in which words. What is not named is not asked. */
export interface KindFields {
  /** The day that counts: `处罚决定日期`. */
  readonly day: string;
  /** Effective until, off the list: `有效期至`, `移出日期`. */
  readonly end?: string;
  /** `处罚决定书文号`; 文号 where it has no name of its own. */
  readonly number: string;
  /** An act that is always a document: two of one number are one. */
  readonly needsNumber?: true;
  /** Names of good and bad. */
  readonly outcome?: { readonly good: string; readonly bad: string };
  readonly severity?: true;
  readonly accidentClass?: true;
  /** `罚没金额`; typed in yuan. */
  readonly amount?: string;
  /** Persons who answer for it (鸡西方案 第21项). */
  readonly persons?: true;
  /** `许可内容`. */
  readonly summary: string;
}

const paid = { good: '正常', bad: '欠缴或异常' } as const;
const usage = (what: string): KindFields => ({
  day: '数据截止日期',
  number: '编号',
  outcome: paid,
  amount: `${what}金额`,
  summary: '情况说明',
});

const fields: Readonly<Record<CreditKind, KindFields>> = {
  licence: { day: '许可决定日期', end: '有效期至', number: '许可决定文书号', needsNumber: true, summary: '许可内容' },
  penalty: {
    day: '处罚决定日期',
    number: '处罚决定书文号',
    needsNumber: true,
    severity: true,
    amount: '罚没金额',
    persons: true,
    summary: '违法事实与处罚内容',
  },
  coercion: {
    day: '强制决定日期',
    end: '解除日期',
    number: '强制决定书文号',
    persons: true,
    summary: '强制事由与内容',
  },
  confirmation: { day: '确认日期', end: '有效期至', number: '确认文号', summary: '确认内容' },
  reward: { day: '奖励决定日期', number: '奖励文号', amount: '奖励金额', summary: '奖励内容' },
  ruling: { day: '裁决日期', number: '裁决文号', summary: '裁决内容' },
  levy: { day: '征收决定日期', number: '征收文号', amount: '征收金额', summary: '征收内容' },
  payment: { day: '给付决定日期', number: '给付文号', amount: '给付金额', summary: '给付内容' },
  compensation: { day: '补偿决定日期', number: '补偿文号', amount: '补偿金额', summary: '补偿内容' },
  inspection: {
    day: '检查日期',
    number: '检查文书号',
    outcome: { good: '未发现问题', bad: '发现问题' },
    summary: '检查情况',
  },
  'daily-supervision': {
    day: '监督日期',
    number: '文号',
    outcome: { good: '情况良好', bad: '存在问题' },
    summary: '监督情况',
  },
  'quantified-grade': {
    day: '评定日期',
    end: '有效期至',
    number: '文号',
    outcome: { good: '达标', bad: '不达标' },
    summary: '量化等级与说明',
  },
  complaint: { day: '投诉举报日期', number: '工单号', summary: '投诉举报内容' },
  accident: {
    day: '事故发生日期',
    number: '调查报告文号',
    accidentClass: true,
    persons: true,
    summary: '事故情况与责任',
  },
  commitment: {
    day: '承诺或认定日期',
    end: '承诺期满',
    number: '承诺书编号',
    outcome: { good: '践诺', bad: '违诺' },
    summary: '承诺与履行情况',
  },
  trustworthy: { day: '认定日期', end: '有效期至', number: '认定文号', summary: '守信事项' },
  dishonest: {
    day: '认定日期',
    end: '移出日期',
    number: '认定文号',
    severity: true,
    persons: true,
    summary: '失信事项',
  },
  'abnormal-list': { day: '列入日期', end: '移出日期', number: '列入决定文号', summary: '列入事由' },
  'serious-violation': {
    day: '列入日期',
    end: '移出日期',
    number: '列入决定文号',
    persons: true,
    summary: '违法失信事实',
  },
  judicial: {
    day: '裁判或立案日期',
    end: '履行完毕日期',
    number: '案号',
    amount: '涉案金额',
    persons: true,
    summary: '裁判或执行内容',
  },
  tax: usage('纳税'),
  water: usage('水费'),
  power: usage('电费'),
  gas: usage('气费'),
  property: { day: '登记日期', number: '不动产权证号', summary: '不动产登记情况' },
  research: { day: '登记或认定日期', number: '项目或成果编号', amount: '研发投入金额', summary: '科技研发情况' },
};

export function fieldsOf(kind: CreditKind): KindFields {
  return fields[kind];
}

/** `行政处罚`; the word for good or bad where the kind has one. */
export function outcomeTitle(kind: CreditKind, outcome: 'good' | 'bad' | null): string {
  return outcome === null ? '' : (fields[kind].outcome?.[outcome] ?? (outcome === 'good' ? '良好' : '不良'));
}

/** The kind a title names; as the template offers them. */
export const kindOfTitle: ReadonlyMap<string, CreditKind> = new Map(
  creditKinds.map((kind) => [creditKindTitles[kind], kind]),
);

export function isAuthorised(kind: CreditKind): boolean {
  return authorisedKinds.has(kind);
}
