import { z } from 'zod';
import type { Action } from '../../../shared/features/actions.ts';
import { holdsOn } from '../../../shared/features/credit/authorisations.ts';
import { fieldsOf } from '../../../shared/features/credit/kind-fields.ts';
import { publicityDueOf, publicityTermOf } from '../../../shared/features/credit/publicity.ts';
import type { CreditRefusals } from '../../../shared/features/credit/refusals.ts';
import {
  CorrectRecord,
  EndRecord,
  NewRecord,
  RecordPage,
  RepairRecord,
  WithReason,
} from '../../../shared/features/credit/schemas.ts';
import { creditKinds } from '../../../shared/kernel/credit-facts.ts';
import type { CreditContent, CreditRecord } from '../../../shared/kernel/credit-records.ts';
import { isAdverse } from '../../../shared/kernel/fact-test.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { creditFactsOf } from '../../app/credit-facts.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { contentFor, nameOf } from '../../app/record-content.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { loadCalendar } from '../../app/resources.ts';
import { noted } from '../../app/run-command.ts';
import type { RecordLine } from './record-list.repo.ts';

const may = { may: ['operator'] } as const;
const Id = z.object({ id: z.int() });

/** 信用记录: listed, registered, corrected, ended, repaired, withdrawn; history is kept. */
export const recordsRouter = router({
  list: query()
    .input(RecordPage)
    .query(({ ctx, input: { sort, descending, offset, limit, ...filter } }) => {
      const { lines, total } = ctx.credit.listRecords(filter, { sort, descending, offset, limit });
      return { total, lines: withDues(ctx, lines) };
    }),

  /** What filters and forms offer: departments records came from, the pack's, and which kinds are published. */
  choices: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    const bureau = ctx.office.bureau();
    return {
      sources: ctx.credit.recordSources(),
      departments: [bureau?.name ?? '', ...pack.departments.map(({ name }) => name)].filter((name) => name !== ''),
      publicised: creditKinds.flatMap((kind) => {
        const term = publicityTermOf(pack, kind);
        return term === null ? [] : [{ kind, ...term }];
      }),
    };
  }),

  /** One record with its versions, and what else is known of its enterprise. */
  record: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const line = ctx.credit.recordLine(input.id) ?? notFound('信用记录');
      const [withDue] = withDues(ctx, [line]);
      const authorisation = line.authorisationId === null ? null : ctx.credit.authorisationById(line.authorisationId);
      return {
        ...(withDue ?? { ...line, due: null }),
        isAdverse: isAdverse(line),
        listedBy: listedBy(ctx, line.id),
        earlier: ctx.credit.earlierVersions(line.id),
        batch: line.batchId === null ? null : ctx.credit.creditBatchById(line.batchId),
        authorisation: authorisation === null ? null : { ...authorisation, holds: holdsOn(authorisation, ctx.today) },
      };
    }),

  /** Facts that arose by themselves and speak against an enterprise: published inspections with a problem or 不配合. */
  inspected: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) =>
      creditFactsOf(ctx, input.objectId)
        .filter((fact) => !fact.id.startsWith('record:') && fact.kind === 'inspection' && fact.outcome === 'bad')
        .toReversed(),
    ),

  add: command('credit.add-record', may)
    .input(NewRecord)
    .mutation(({ ctx, input: { objectId, withheld, isMutual, ...said } }) => {
      const object = ctx.rosters.objectById(objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const kept = contentFor(ctx, object, said);
      if (!kept.ok) return kept;
      const { content, authorisationId } = kept.value;
      // What another department decided, that department publishes (谁产生、谁公示).
      const isPublicised = !isMutual && publicityTermOf(officePack(ctx), content.kind) !== null;
      const publicity = isPublicised && withheld === '' ? 'pending' : 'none';
      const origin = isMutual ? 'department' : 'typed';
      const record = { ...content, objectId, origin, publicity, authorisationId } as const;
      const id = ctx.credit.insertRecord(record, by(ctx));
      regradeObjects(ctx, [objectId], 'credit.add-record');
      return noted({ id }, nameOf(object.name, content), { id, ...content, withheld, origin });
    }),

  /** 更正: a new version beside the old, which is kept. */
  correct: command('credit.correct-record', may)
    .input(CorrectRecord)
    .mutation(({ ctx, input: { id, content: said, reason } }) => {
      const standing = changeableRecord(ctx, id);
      if (!standing.ok) return standing;
      const { record, name } = standing.value;
      if (said.kind !== record.kind) return refuse('CREDIT_KIND_FIXED', { kind: record.kind });
      const object = { id: record.objectId, name: record.objectName };
      const kept = contentFor(ctx, object, said, record);
      if (!kept.ok) return kept;
      const { content, authorisationId } = kept.value;
      const changed = changesOf(record, content);
      if (Object.keys(changed).length === 0) return refuse('CREDIT_UNCHANGED');
      ctx.credit.correctRecord(id, content, { reason, authorisationId, ...by(ctx) });
      regradeObjects(ctx, [record.objectId], 'credit.correct-record');
      return noted(null, name, { id, version: record.version + 1, reason, changed });
    }),

  /** Off the list, lapsed, lifted. */
  end: command('credit.end-record', may)
    .input(EndRecord)
    .mutation(({ ctx, input: { id, endedOn } }) => {
      const standing = changeableRecord(ctx, id);
      if (!standing.ok) return standing;
      const { record, name } = standing.value;
      const { kind, happenedOn } = record;
      if (fieldsOf(kind).end === undefined) return refuse('CREDIT_NO_END', { kind });
      if (record.endedOn !== null) return refuse('CREDIT_ENDED', { name, on: record.endedOn });
      if (endedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: endedOn });
      if (endedOn < happenedOn) return refuse('CREDIT_ENDED_BEFORE', { on: endedOn, happenedOn });
      ctx.credit.endRecord(id, endedOn);
      return settled(ctx, record, 'credit.end-record', name, { id, endedOn });
    }),

  /** 信用修复 done by another body; the office's own go through 信用修复. */
  repair: command('credit.repair-record', may)
    .input(RepairRecord.extend({ reason: WithReason.shape.reason }))
    .mutation(({ ctx, input: { id, on, reason } }) => {
      const standing = changeableRecord(ctx, id);
      if (!standing.ok) return standing;
      const { record, name } = standing.value;
      if (!isAdverse(record)) return refuse('CREDIT_NOT_ADVERSE', { name });
      if (record.repairedOn !== null) return refuse('CREDIT_REPAIRED', { name, on: record.repairedOn });
      if (isOwn(ctx, record)) return refuse('CREDIT_REPAIR_OWN', { name });
      if (on > ctx.today) return refuse('CREDIT_IN_FUTURE', { on });
      if (on < record.happenedOn) return refuse('CREDIT_ENDED_BEFORE', { on, happenedOn: record.happenedOn });
      ctx.credit.repairRecord(id, on);
      return settled(ctx, record, 'credit.repair-record', name, { id, on, reason });
    }),

  /** 撤销: it stays listed with the reason, and counts no more. */
  withdraw: command('credit.withdraw-record', may)
    .input(WithReason)
    .mutation(({ ctx, input: { id, reason } }) => {
      const standing = changeableRecord(ctx, id);
      if (!standing.ok) return standing;
      const { record, name } = standing.value;
      const carried = carriesEntry(ctx, id);
      if (carried !== null) return carried;
      ctx.credit.withdrawRecord(id, reason, by(ctx));
      return settled(ctx, record, 'credit.withdraw-record', name, { id, reason });
    }),
});

export function by(ctx: Context) {
  return { accountId: ctx.account?.id ?? 0, at: ctx.now };
}

/** Each line with the last day of its publication, where it waits for it. */
export function withDues(ctx: Context, lines: readonly RecordLine[]) {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  return lines.map((line) => {
    const isOpen = line.withdrawn === null && line.publicity === 'pending';
    const due = isOpen ? publicityDueOf(pack, line, calendar) : null;
    return { ...line, due: due === null ? null : { ...due, isOverdue: due.on < ctx.today } };
  });
}

type StandingRefusal = RefusalOf<
  Pick<CreditRefusals, 'CREDIT_WITHDRAWN' | 'CREDIT_OF_ENTRY'> & { NOT_FOUND: { readonly what: string } }
>;

/** A record that was not withdrawn, with its name; what a listing left is changed by the procedure of its list only. */
export function changeableRecord(
  ctx: Context,
  id: number,
): Result<{ readonly record: RecordLine; readonly name: string }, StandingRefusal> {
  const record = ctx.credit.recordLine(id);
  if (record === null) return refuse('NOT_FOUND', { what: '信用记录' });
  const name = nameOf(record.objectName, record);
  if (record.withdrawn !== null) return refuse('CREDIT_WITHDRAWN', { name });
  const entry = ctx.supervision.lists.entryWithRecord(id);
  return entry === null ? done({ record, name }) : refuse('CREDIT_OF_ENTRY', { name, list: entry.listName });
}

/** Somebody stands on a list by this record; it is taken off first, by decision. */
export function carriesEntry(
  ctx: Context,
  recordId: number,
): RefusalOf<Pick<CreditRefusals, 'CREDIT_CARRIES_ENTRY'>> | null {
  const entry = ctx.supervision.lists.listedRestingOn(recordId);
  if (entry === null) return null;
  const { person, objectName, listName } = entry;
  const listed = person === null ? objectName : `${objectName}的${person.name}`;
  return refuse('CREDIT_CARRIES_ENTRY', { name: ctx.credit.recordName(recordId) ?? '', listed, list: listName });
}

/** Whether this office determined it, also where a correction has renamed its source since. */
function isOwn(ctx: Context, { id, source }: Pick<RecordLine, 'id' | 'source'>): boolean {
  const sources = [source, ...ctx.credit.earlierVersions(id).map((version) => version.source)];
  return sources.includes(ctx.office.bureau()?.name ?? '');
}

function listedBy(ctx: Context, recordId: number) {
  const entry = ctx.supervision.lists.entryWithRecord(recordId);
  return entry === null ? null : { entryId: entry.id, list: entry.listName };
}

function settled(ctx: Context, record: CreditRecord, action: Action, name: string, details: Record<string, unknown>) {
  regradeObjects(ctx, [record.objectId], action);
  return noted(null, name, details);
}

/** What a correction changes: `[before, after]` by field. */
function changesOf(before: CreditContent, after: CreditContent): Record<string, readonly [unknown, unknown]> {
  const fields = Object.keys(after) as (keyof CreditContent)[];
  return Object.fromEntries(
    fields.flatMap((field) =>
      JSON.stringify(before[field]) === JSON.stringify(after[field]) ? [] : [[field, [before[field], after[field]]]],
    ),
  );
}
