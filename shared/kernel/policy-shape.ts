import { z } from 'zod';
import { IndicatorModel } from './indicator-model.ts';
import { isLocalDate } from './local-date.ts';
import { PackId as Id } from './pack-basis.ts';
import * as entries from './policy-entries.ts';
import * as work from './policy-work.ts';

/** A chapter whose document says nothing is left out of the file and empty here. */
const chapter = <S extends z.ZodType>(entry: S) => z.array(entry).default([]);

/** A pack entry by entry, before its entries are held against each other (policy-problems.ts). */
export const PackShape = z.strictObject({
  id: Id,
  version: z.int().min(1),
  title: z.string().min(1).max(60),
  office: z.string().min(1).max(60),
  /** One line for who chooses a pack: what the office that wrote it does with it. */
  purpose: z.string().min(1).max(80),
  datedOn: z.string().refine(isLocalDate, 'not a day'),
  documents: z.array(entries.CitedDocument).min(1),

  objects: entries.ObjectsRule,
  team: entries.TeamRule,
  planPublicBy: entries.PlanPublicBy,
  inspectionBasis: entries.InspectionBasis,

  /** Two to four, letters in order, the best first. */
  grades: z.array(entries.GradeRule).min(2).max(4),
  ungraded: entries.UngradedRule,
  evaluation: entries.Evaluation,
  vetoes: chapter(entries.Veto),
  factors: chapter(entries.Factor),
  raisedVisits: entries.RaisedVisits,
  measures: chapter(entries.Measure),
  ratioPresets: z.array(entries.RatioPreset).min(1),
  defaultPreset: Id,
  visitCaps: chapter(entries.VisitCap),
  coverage: chapter(entries.CoverageCycle),
  deadlines: z.array(entries.Term).length(entries.DEADLINES.length),

  catalogue: chapter(work.CatalogueEntry),
  lists: chapter(work.CreditList),
  /** The fields other departments weigh the lists in (细则第十六条). */
  jointFields: chapter(work.NamedEntry),
  talks: chapter(work.Talk),
  repair: chapter(work.RepairTier),
  repairWays: chapter(work.RepairWay),
  /** null = the source asks for none in particular. */
  repairWaysNeeded: work.RepairWaysNeeded.nullable().default(null),
  warnings: chapter(work.Warning),
  commitments: chapter(work.Commitment),
  approvalPaths: chapter(work.ApprovalPath),
  /** null = the source does not order it. */
  lookups: work.LookupRule.nullable().default(null),
  registers: chapter(work.Register),
  reportDates: chapter(work.ReportDate),
  /** 重点领域 (吴忠 22). */
  fields: chapter(work.NamedEntry),
  /** Fields of 专项治理. */
  campaignFields: chapter(work.NamedEntry),
  /** Whom a 通报 goes to. */
  notifiedDepartments: chapter(work.NamedEntry),
  /** Examples an office's own model starts from. */
  models: chapter(IndicatorModel),
  departments: chapter(entries.Department),
});
export type PackShape = z.infer<typeof PackShape>;

/** The chapters of a pack, as its file names them. */
export type PackChapter = keyof PackShape;
