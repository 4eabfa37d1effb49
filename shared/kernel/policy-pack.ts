import { z } from 'zod';
import { isLocalDate } from './local-date.ts';
import { Basis, GRADES, Grade, PackId as Id, isWithoutRepeats, type PackSource, type Standing } from './pack-basis.ts';

/**
 * A rule set as data: one pack per source under resources/policies. An office picks a pack and edits a copy;
 * every decision stores the pack's id and version. Ratios are basis points, terms working days.
 */

const BasisPoints = z.int().min(1).max(10_000);

const GradeRule = z.strictObject({
  grade: Grade,
  meaning: z.string().min(1),
  national: z.array(z.string().min(1)).min(1),
  ...Basis,
});

const UngradedRule = z.strictObject({ grade: Grade, reason: z.string().min(1), ...Basis });

/** What a grade brings. `opensTask` tells measures that become a dated task from standing treatment. */
const Measure = z.strictObject({
  id: Id,
  grades: z.array(Grade).min(1),
  text: z.string().min(1),
  opensTask: z.boolean(),
  ...Basis,
});
export type Measure = z.infer<typeof Measure>;

/** When a factor of 制度第六条 holds. Counts look back `withinMonths` from the day of grading. */
const FactorTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grade'), grades: z.array(Grade).min(1) }),
  z.strictObject({ kind: z.literal('complaints'), atLeast: z.int().min(1), withinMonths: z.int().min(1).max(60) }),
  z.strictObject({ kind: z.literal('abnormal-list') }),
  z.strictObject({
    kind: z.literal('serious-violation'),
    atLeast: z.int().min(1),
    withinMonths: z.int().min(1).max(60),
  }),
]);

const Factor = z.strictObject({ id: Id, name: z.string().min(1), test: FactorTest, ...Basis });
export type Factor = z.infer<typeof Factor>;

/** Ratio of one grade. Where the source gives a span, `bp` lies within `spanBp`. Visits are per object in 12 months; null = as needed. */
const GradeRatio = z
  .strictObject({
    bp: BasisPoints,
    spanBp: z.tuple([z.int().min(0).max(10_000), BasisPoints]).optional(),
    visitsPerYear: z.int().min(1).max(12).nullable(),
  })
  .refine(({ bp, spanBp }) => spanBp === undefined || (bp >= spanBp[0] && bp <= spanBp[1]), 'ratio outside its span');
export type GradeRatio = z.infer<typeof GradeRatio>;

const RatioPreset = z.strictObject({
  id: Id,
  name: z.string().min(1),
  ratios: z.strictObject({ A: GradeRatio, B: GradeRatio, C: GradeRatio, D: GradeRatio }),
  ...Basis,
});

/** CAP-ITEM: visits of one item in a year; CAP-ALL: visits of all items together. */
const VisitCap = z.strictObject({
  code: z.enum(['CAP-ITEM', 'CAP-ALL']),
  name: z.string().min(1),
  /** null = the source gives no number; the office sets one. */
  visits: z.int().min(1).max(50).nullable(),
  ...Basis,
});

const CoverageCycle = z.strictObject({
  objects: z.enum(['key', 'ordinary']),
  name: z.string().min(1),
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

const Term = z.strictObject({
  id: z.enum(DEADLINES),
  name: z.string().min(1),
  /** The event the term runs from; that day does not count. */
  from: z.string().min(1),
  workingDays: z.int().min(1).max(365),
  /** Other offices' terms for the same step, shown as a conflict. */
  elsewhere: z.array(z.strictObject({ workingDays: z.int().min(1).max(365), ...Basis })),
  ...Basis,
});
export type Term = z.infer<typeof Term>;

const RepairTier = z.strictObject({
  severity: z.enum(['minor', 'ordinary', 'serious']),
  name: z.string().min(1),
  /** How long the record stays published, counted from the date of the document. */
  minMonths: z.int().min(0).max(120),
  maxMonths: z.int().min(0).max(120),
  ...Basis,
});

/** A department, the short name tasks and rosters know it by, and the other ways plans write it. See departments.ts. */
const Department = z.strictObject({
  name: z.string().min(1),
  short: z.string().min(1),
  aliases: z.array(z.string().min(1)),
});
export type Department = z.infer<typeof Department>;

export const PolicyPack = z
  .strictObject({
    id: Id,
    version: z.int().min(1),
    title: z.string().min(1),
    office: z.string().min(1),
    datedOn: z.string().refine(isLocalDate, 'not a day'),
    documents: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          issuedBy: z.string().min(1),
          issuedOn: z.string().refine(isLocalDate, 'not a day').nullable(),
        }),
      )
      .min(1),
    objects: z.strictObject({ annualRevenueAtLeastYuan: z.int().min(0), ...Basis }),
    team: z.strictObject({ officersAtLeast: z.int().min(2), leaders: z.literal(1), ...Basis }),
    grades: z.array(GradeRule).length(GRADES.length),
    ungraded: UngradedRule,
    measures: z.array(Measure).min(1),
    factors: z.array(Factor),
    /** How many more visits in 12 months any factor allows: it raises frequency, never the letter. */
    raisedVisits: z.strictObject({ visits: z.int().min(1).max(12), ...Basis }),
    ratioPresets: z.array(RatioPreset).min(1),
    defaultPreset: Id,
    visitCaps: z.array(VisitCap),
    coverage: z.array(CoverageCycle),
    planPublicBy: z.strictObject({ monthDay: z.string().regex(/^\d{2}-\d{2}$/), ...Basis }),
    deadlines: z.array(Term).length(DEADLINES.length),
    repair: z.array(RepairTier),
    departments: z.array(Department),
    /** 执法依据 a notice starts with; the office edits it per task. */
    inspectionBasis: z.strictObject({ text: z.string().min(1), ...Basis }),
  })
  .superRefine((pack, issues) => {
    const problem = (message: string) => issues.addIssue({ code: 'custom', message });
    if (!isWithoutRepeats(pack.grades.map(({ grade }) => grade))) problem('a grade stated twice');
    if (!isWithoutRepeats(pack.grades.flatMap(({ national }) => national))) problem('a national grade mapped twice');
    if (!isWithoutRepeats(pack.deadlines.map(({ id }) => id))) problem('a term stated twice');
    if (!isWithoutRepeats(pack.departments.flatMap(({ name, short, aliases }) => [name, short, ...aliases]))) {
      problem('a department name used twice');
    }
    if (!pack.ratioPresets.some(({ id }) => id === pack.defaultPreset))
      problem('the default preset is not in the pack');
    const known = new Set(pack.documents.map(({ id }) => id));
    for (const document of documentsCited(pack)) {
      if (!known.has(document)) problem(`a document cited and not listed: ${document}`);
    }
  });
export type PolicyPack = z.infer<typeof PolicyPack>;

/** The term of a step; every pack has each of them. */
export function termOf(pack: PolicyPack, id: DeadlineId): Term {
  const term = pack.deadlines.find((candidate) => candidate.id === id);
  if (term === undefined) throw new Error(`pack without term ${id}`);
  return term;
}

/** Every source entry of a pack, wherever it stands in it. */
export function sourcesOf(pack: unknown): { source: PackSource; standing: Standing }[] {
  if (pack === null || typeof pack !== 'object') return [];
  const own = 'source' in pack && 'standing' in pack ? BasisOf.safeParse(pack) : null;
  return [...(own?.success === true ? [own.data] : []), ...Object.values(pack).flatMap(sourcesOf)];
}

const BasisOf = z.object(Basis);

function documentsCited(pack: unknown): string[] {
  return sourcesOf(pack).map(({ source }) => source.document);
}
