import { entryName, isListed, type ListEntry } from '../../../shared/features/supervision/lists.ts';
import type { SupervisionRefusals } from '../../../shared/features/supervision/refusals.ts';
import type { ApplyRepair } from '../../../shared/features/supervision/repair-schemas.ts';
import {
  earliestRepairOn,
  isBelowTier,
  type RepairMatter,
  severestOf,
} from '../../../shared/features/supervision/repairs.ts';
import { creditKindTitles, type Severity, severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { factTitle } from '../../../shared/kernel/credit-records.ts';
import { isAdverse } from '../../../shared/kernel/fact-test.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import { done, type Refusal, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import type { NewRepair } from './repairs.repo.ts';

type Refusals = RefusalOf<SupervisionRefusals> | Refusal<'NOT_FOUND', { what: string }>;
/** What is to be repaired, with the day and the tier its own document says. */
interface Subject {
  readonly recordId: number | null;
  readonly entryId: number | null;
  readonly title: string;
  readonly documentOn: LocalDate;
  readonly severity: Severity | null;
}

/** An application as it would stand; refused before its earliest day, with that day and its article. */
export function appliedRepair(
  ctx: Context,
  input: ApplyRepair,
): Result<{ readonly repair: Omit<NewRepair, 'number'>; readonly subjects: RepairMatter['subjects'] }, Refusals> {
  const object = ctx.rosters.objectById(input.objectId);
  if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
  const subjects = subjectsOf(ctx, input);
  if (!subjects.ok) return subjects;
  const pack = officePack(ctx);
  const tier = pack.repair.find(({ severity }) => severity === input.severity);
  if (tier === undefined) return refuse('NOT_IN_PACK', { what: `${severityTitles[input.severity]}失信信息的修复期限` });
  const { documentOn } = input;
  const youngest = subjects.value.find((subject) => subject.documentOn > documentOn);
  if (youngest !== undefined) {
    const { title, documentOn: afterOn } = youngest;
    return refuse('DAY_BEFORE', { what: '文书日期', on: documentOn, after: `“${title}”的日期`, afterOn });
  }
  const recorded = severestOf(subjects.value.map(({ severity }) => severity));
  if (recorded !== null && isBelowTier(input.severity, recorded)) {
    return refuse('REPAIR_TIER_TOO_LOW', { tier: severityTitles[input.severity], recorded: severityTitles[recorded] });
  }
  const earliestOn = earliestRepairOn(documentOn, tier.minMonths);
  const article = citeArticle(tier.source);
  if (input.appliedOn < earliestOn) {
    const tierName = severityTitles[input.severity];
    return refuse('REPAIR_TOO_EARLY', { earliestOn, documentOn, months: tier.minMonths, tier: tierName, article });
  }
  return done({
    subjects: subjects.value.map(({ recordId, entryId, title }) => ({ recordId, entryId, title })),
    repair: {
      objectId: object.id,
      objectCode: object.code,
      objectName: object.name,
      severity: input.severity,
      tierName: tier.name,
      tierArticle: article,
      tierStanding: tier.standing,
      documentOn,
      earliestOn,
      applicant: input.applicant,
      appliedOn: input.appliedOn,
      remedy: input.remedy,
      waysNeeded: pack.repairWaysNeeded?.count ?? 0,
      packId: pack.id,
      packVersion: pack.version,
    },
  });
}

/** Adverse records and entries of this enterprise that are neither repaired nor being repaired. */
function subjectsOf(
  ctx: Context,
  { objectId, recordIds, entryIds }: ApplyRepair,
): Result<readonly Subject[], Refusals> {
  const subjects: Subject[] = [];
  const under = ctx.supervision.repairs.repairsOf(objectId).filter(({ decision }) => decision === null);
  const underWay = (test: (subject: RepairMatter['subjects'][number]) => boolean, title: string) => {
    const repair = under.find((one) => one.subjects.some(test));
    return repair === undefined ? null : refuse('REPAIR_UNDER_WAY', { title, number: repair.number });
  };
  for (const recordId of new Set(recordIds)) {
    const record = ctx.credit.recordById(recordId);
    if (record?.objectId !== objectId || record.withdrawn !== null) return refuse('NOT_FOUND', { what: '信用记录' });
    const title = factTitle(creditKindTitles[record.kind], record);
    if (!isAdverse(record)) return refuse('REPAIR_NOT_ADVERSE', { title });
    const listed = ctx.supervision.lists.entryWithRecord(recordId);
    if (listed !== null) return refuse('REPAIR_OF_ENTRY', { title, list: listed.listName });
    if (record.repairedOn !== null) return refuse('REPAIR_DONE_BEFORE', { title, on: record.repairedOn });
    const open = underWay((subject) => subject.recordId === recordId, title);
    if (open !== null) return open;
    subjects.push({ recordId, entryId: null, title, documentOn: record.happenedOn, severity: record.severity });
  }
  for (const entryId of new Set(entryIds)) {
    const entry = ctx.supervision.lists.entryById(entryId);
    if (entry?.objectId !== objectId || !isListed(entry)) return refuse('NOT_FOUND', { what: '名单条目' });
    const title = `${entry.listName}（${entryName(entry)}）`;
    if (entry.polarity === 'good') return refuse('REPAIR_NOT_ADVERSE', { title });
    const open = underWay((subject) => subject.entryId === entryId, title);
    if (open !== null) return open;
    const documentOn = entry.decision?.decidedOn ?? entry.proposedOn;
    subjects.push({ recordId: null, entryId, title, documentOn, severity: severityOfEntry(ctx, entry) });
  }
  return done(subjects);
}

/** An entry is as grave as the gravest record it rests on. */
export function severityOfEntry(ctx: Context, { rests }: Pick<ListEntry, 'rests'>): Severity | null {
  return severestOf(
    rests.map(({ recordId }) => (recordId === null ? null : (ctx.credit.recordById(recordId)?.severity ?? null))),
  );
}
