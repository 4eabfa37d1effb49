import { z } from 'zod';
import { FactTest } from './fact-test.ts';
import { isLocalDate } from './local-date.ts';
import { Basis, Grade, PackId as Id } from './pack-basis.ts';

/** The entries of a policy pack that grade, draw and set terms; what supervision works with is in policy-work.ts. */

const BasisPoints = z.int().min(1).max(10_000);
const Text = z.string().min(1);
export const MonthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

export const CitedDocument = z.strictObject({
  id: Text,
  title: Text,
  issuedBy: Text,
  issuedOn: z.string().refine(isLocalDate, 'not a day').nullable(),
});
export type CitedDocument = z.infer<typeof CitedDocument>;

export const ObjectsRule = z.strictObject({ annualRevenueAtLeastYuan: z.int().min(0), ...Basis });
export const TeamRule = z.strictObject({ officersAtLeast: z.int().min(2).max(9), leaders: z.literal(1), ...Basis });

/** `title` is what screens show: `A级`, `低风险`. `national` may be empty where the office grades by its own model. */
export const GradeRule = z.strictObject({
  grade: Grade,
  title: Text.max(12),
  meaning: Text,
  national: z.array(Text),
  ...Basis,
});
export type GradeRule = z.infer<typeof GradeRule>;

export const UngradedRule = z.strictObject({ grade: Grade, reason: Text, ...Basis });

/** How the national result is used: as the grade (直接), as one of the inputs (参考) or not at all; and the office's own model. */
export const Evaluation = z.strictObject({
  national: z.enum(['direct', 'reference', 'none']),
  model: Id.nullable(),
  ...Basis,
});
export type Evaluation = z.infer<typeof Evaluation>;

/** A fact that settles the grade by itself, whatever else speaks for the enterprise. */
export const Veto = z.strictObject({ id: Id, name: Text, test: FactTest, grade: Grade, ...Basis });
export type Veto = z.infer<typeof Veto>;

/** What makes visits more frequent (制度第六条); it never changes the letter. */
export const Factor = z.strictObject({ id: Id, name: Text, test: FactTest, ...Basis });
export type Factor = z.infer<typeof Factor>;

/** How many more visits in 12 months any factor allows: it raises frequency, never the letter. */
export const RaisedVisits = z.strictObject({ visits: z.int().min(1).max(12), ...Basis });

export const measureKindTitles = {
  talk: '约谈',
  training: '培训指导',
  monitoring: '重点监控',
  rectification: '限期整改',
  publicity: '政策宣传',
  'green-channel': '绿色通道',
  service: '增益性服务',
  other: '其他措施',
} as const;
export type MeasureKind = keyof typeof measureKindTitles;

/** What a grade brings. `opensTask` tells measures that become a dated task from standing treatment; null = the source gives no term. */
export const Measure = z.strictObject({
  id: Id,
  grades: z.array(Grade).min(1),
  kind: z.enum(Object.keys(measureKindTitles) as [MeasureKind, ...MeasureKind[]]),
  text: Text,
  opensTask: z.boolean(),
  dueWorkingDays: z.int().min(1).max(365).nullable(),
  ...Basis,
});
export type Measure = z.infer<typeof Measure>;

/** Ratio of one grade. Where the source gives a span, `bp` lies within `spanBp`. Visits are per object in 12 months; null = as needed. */
export const GradeRatio = z
  .strictObject({
    bp: BasisPoints,
    spanBp: z.tuple([z.int().min(0).max(10_000), BasisPoints]).optional(),
    visitsPerYear: z.int().min(1).max(12).nullable(),
  })
  .refine(({ bp, spanBp }) => spanBp === undefined || (bp >= spanBp[0] && bp <= spanBp[1]), {
    message: 'ratio outside its span',
    path: ['bp'],
  });
export type GradeRatio = z.infer<typeof GradeRatio>;

/** `ratios` names exactly the pack's grades. */
export const RatioPreset = z.strictObject({
  id: Id,
  name: Text,
  ratios: z.partialRecord(Grade, GradeRatio),
  ...Basis,
});
export type RatioPreset = z.infer<typeof RatioPreset>;

/** CAP-ITEM: visits of one item in a year; CAP-ALL: visits of all items together. */
export const VisitCap = z.strictObject({
  code: z.enum(['CAP-ITEM', 'CAP-ALL']),
  name: Text,
  /** null = the source gives no number; the office sets one. */
  visits: z.int().min(1).max(50).nullable(),
  ...Basis,
});

export const CoverageCycle = z.strictObject({
  objects: z.enum(['key', 'ordinary']),
  name: Text,
  years: z.int().min(1).max(10),
  ...Basis,
});

export const DEADLINES = [
  'publish-result',
  'accept-objection',
  'recheck',
  'answer-recheck',
  'double-publicity',
] as const;
export type DeadlineId = (typeof DEADLINES)[number];

export const Term = z.strictObject({
  id: z.enum(DEADLINES),
  name: Text,
  /** The event the term runs from; that day does not count. */
  from: Text,
  workingDays: z.int().min(1).max(365),
  /** Other offices' terms for the same step, shown as a conflict. */
  elsewhere: z.array(z.strictObject({ workingDays: z.int().min(1).max(365), ...Basis })),
  ...Basis,
});
export type Term = z.infer<typeof Term>;

export const PlanPublicBy = z.strictObject({ monthDay: MonthDay, ...Basis });

/** 执法依据 a notice starts with; the office edits it per task. */
export const InspectionBasis = z.strictObject({ text: Text, ...Basis });

/** A department, the short name tasks and rosters know it by, and the other ways plans write it. See departments.ts. */
export const Department = z.strictObject({ name: Text, short: Text, aliases: z.array(Text) });
export type Department = z.infer<typeof Department>;
