import { z } from 'zod';
import { type CreditKind, creditKinds } from './credit-facts.ts';
import { FactTest } from './fact-test.ts';
import { Basis, Grade, PackId as Id } from './pack-basis.ts';
import { MonthDay } from './policy-entries.ts';

/** The entries of a policy pack that supervision, the credit records and the 台账 work with. */

const Text = z.string().min(1);
const Days = z.int().min(1).max(365);
const Named = { id: Id, name: Text };

/** 采集目录: what is gathered, who supplies it, how often; `dueWorkingDays` until it has to be public. */
export const CatalogueEntry = z.strictObject({
  ...Named,
  kind: z.enum(creditKinds as readonly [CreditKind, ...CreditKind[]]),
  supplier: Text,
  /** null = as it arises. */
  everyMonths: z.int().min(1).max(60).nullable(),
  dueWorkingDays: Days.nullable(),
  needsAuthorisation: z.boolean(),
  ...Basis,
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

const ListGround = z.strictObject({
  id: Id,
  text: Text,
  /** Where the records can tell it; the program then proposes the entry. */
  test: FactTest.optional(),
  /** The level an entry on this ground goes to, of the list's levels. */
  level: Id.optional(),
});
export type ListGround = z.infer<typeof ListGround>;

/** A list (红名单、黑名单、重点关注对象名单 …). Nobody comes on a bad one without 告知 and `defenceWorkingDays` for 陈述申辩. */
export const CreditList = z.strictObject({
  ...Named,
  polarity: z.enum(['good', 'bad']),
  grounds: z.array(ListGround).min(1),
  levels: z.array(z.strictObject(Named)),
  /** Whether persons (法定代表人、主要负责人、实际控制人 …) can be entered beside the enterprise. */
  takesPersons: z.boolean(),
  defenceWorkingDays: z.int().min(0).max(365),
  /** How long an entry lasts; null = until it is taken off. */
  termMonths: z.int().min(1).max(240).nullable(),
  /** 联合惩戒或激励: the field and what is done in it. */
  jointMeasures: z.array(z.strictObject({ id: Id, field: Text, text: Text })),
  /** What else follows, a sentence each. */
  effects: z.array(Text),
  ...Basis,
});
export type CreditList = z.infer<typeof CreditList>;

/** A field in which other departments weigh the lists (细则第十六条). */
export const NamedEntry = z.strictObject({ ...Named, ...Basis });
export type NamedEntry = z.infer<typeof NamedEntry>;

/** 提示约谈、警示约谈 …: when it is held and by whom, and what becomes of it. */
export const Talk = z.strictObject({
  ...Named,
  when: Text,
  by: Text,
  /** 谁认定、谁约谈: only who determined the matter holds the talk. */
  byWhoDetermined: z.boolean().default(false),
  /** 约谈记录记入信用记录. */
  isRecorded: z.boolean().default(false),
  /** What to do where what was demanded is not done; empty = nothing in particular. */
  ifNotDone: z.string().default(''),
  ...Basis,
});
export type Talk = z.infer<typeof Talk>;

export const RepairTier = z
  .strictObject({
    severity: z.enum(['minor', 'ordinary', 'serious']),
    name: Text,
    /** How long the record stays published, counted from the date of the document. */
    minMonths: z.int().min(0).max(120),
    maxMonths: z.int().min(0).max(120),
    ...Basis,
  })
  .refine(({ minMonths, maxMonths }) => minMonths <= maxMonths, {
    message: 'shortest above longest',
    path: ['maxMonths'],
  });
export type RepairTier = z.infer<typeof RepairTier>;

/** A way of 信用修复 and what proves it. */
export const RepairWay = z.strictObject({ ...Named, proof: Text, ...Basis });
export type RepairWay = z.infer<typeof RepairWay>;

/** How many of the ways a repair needs. */
export const RepairWaysNeeded = z.strictObject({ count: z.int().min(0).max(12), ...Basis });

export const Warning = z.strictObject({
  ...Named,
  test: FactTest,
  /** What to do. */
  advice: Text,
  opens: z.enum(['talk', 'measure']).nullable(),
  /** notice: can be acknowledged without doing anything. */
  level: z.enum(['urgent', 'notice']),
  ...Basis,
});
export type Warning = z.infer<typeof Warning>;

export const commitmentKindTitles = {
  'proactive-publicity': '主动公示型',
  licence: '审批替代型（告知承诺）',
  repair: '信用修复型',
  project: '项目申报型',
  'voluntary-information': '自愿注册信息型',
  integrity: '廉洁与保密型',
  other: '其他',
} as const;
export type CommitmentKind = keyof typeof commitmentKindTitles;

/** 承诺事项 and the text of its 承诺书. */
export const Commitment = z.strictObject({
  ...Named,
  kind: z.enum(Object.keys(commitmentKindTitles) as [CommitmentKind, ...CommitmentKind[]]),
  text: Text,
  publicised: z.boolean(),
  ...Basis,
});
export type Commitment = z.infer<typeof Commitment>;

/**
 * What a path means: promise-first = granted on a signed 承诺书 and checked afterwards, refuse = 项目申报、资金、奖补 are not passed up,
 * ordinary = neither.
 */
export const PATH_EFFECTS = ['ordinary', 'promise-first', 'refuse'] as const;
export type PathEffect = (typeof PATH_EFFECTS)[number];

/** How an application is handled by the applicant's credit; the first that fits holds. */
export const ApprovalPath = z.strictObject({
  ...Named,
  /** null = any grade, also none. */
  grades: z.array(Grade).min(1).nullable(),
  test: FactTest.optional(),
  effect: z.enum(PATH_EFFECTS).default('ordinary'),
  text: Text,
  ...Basis,
});
export type ApprovalPath = z.infer<typeof ApprovalPath>;

export const columnKindTitles = {
  text: '文字',
  long: '多行文字',
  day: '日期',
  count: '数目',
  choice: '选项',
  enterprise: '企业',
  officer: '执法人员',
  money: '金额',
  article: '规则包条款',
} as const;
export type ColumnKind = keyof typeof columnKindTitles;

export const RegisterColumn = z
  .strictObject({
    id: Id,
    title: Text,
    kind: z.enum(Object.keys(columnKindTitles) as [ColumnKind, ...ColumnKind[]]),
    choices: z.array(Text).min(1).optional(),
    required: z.boolean(),
    /** Of a day on which something runs out: so many days before it is listed as due. */
    remindDays: Days.optional(),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === (choices !== undefined), {
    message: 'choices exactly where there is a choice',
    path: ['choices'],
  })
  .refine(({ kind, remindDays }) => remindDays === undefined || kind === 'day', {
    message: 'only a day can be reminded of',
    path: ['remindDays'],
  });
export type RegisterColumn = z.infer<typeof RegisterColumn>;

/** What a 台账 is about: where a summary tells of it, which letters start from it, which entries a reader of the pack is shown. */
export const registerSubjectTitles = {
  mechanism: '领导小组和工作机制',
  integrity: '廉洁和保密',
  officials: '公职人员信用',
  systems: '信用评价和监管制度',
  'upper-rule': '执行上级制度的书面说明',
  'voluntary-information': '自愿注册信息',
  service: '指导和服务企业',
  sharing: '信息共享、推送和互认',
  exposure: '曝光',
  honours: '停止评优评先',
  'list-effects': '名单应用成效',
  education: '宣传、培训和教育',
  other: '其他',
} as const;
export type RegisterSubject = keyof typeof registerSubjectTitles;

/** A 工作台账 the office keeps. */
export const Register = z.strictObject({
  ...Named,
  purpose: Text,
  about: z.enum(Object.keys(registerSubjectTitles) as [RegisterSubject, ...RegisterSubject[]]).default('other'),
  columns: z.array(RegisterColumn).min(1),
  isPublic: z.boolean(),
  needsAttachment: z.boolean(),
  /** Turned off it takes no new entries; what was entered stays. */
  isUsed: z.boolean().default(true),
  ...Basis,
});
export type Register = z.infer<typeof Register>;

/** A day of the year by which something is handed in. */
export const ReportDate = z.strictObject({ ...Named, monthDay: MonthDay, what: Text, ...Basis });
export type ReportDate = z.infer<typeof ReportDate>;

/** 逢办必查: what is not dealt with before the enterprise's credit was looked up. */
export const LookupRule = z.strictObject({
  matters: z.array(z.enum(['licence', 'penalty', 'inspection'])).min(1),
  ...Basis,
});
export type LookupRule = z.infer<typeof LookupRule>;
