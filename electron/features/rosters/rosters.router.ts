import { z } from 'zod';
import { officerKey } from '../../../shared/features/rosters/check-officers.ts';
import { fieldChanges, type ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import type { Problem } from '../../../shared/features/rosters/problems.ts';
import {
  ChangeReason,
  ObjectForm,
  ObjectList,
  OfficerForm,
  RecusalForm,
} from '../../../shared/features/rosters/schemas.ts';
import { shortDepartment } from '../../../shared/kernel/departments.ts';
import { officerBars } from '../../../shared/kernel/eligibility.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import type { Cause, Roster } from './changes.repo.ts';
import {
  applyStage,
  changedSince,
  countsOf,
  isForeignKeyError,
  isSameOutcome,
  problemsOf,
  stagedLines,
  stageFile,
  undoChanges,
} from './rosters.import.ts';

const Id = z.object({ id: z.int() });
const may = { may: ['operator'] } as const;
/** Problems and rows a preview shows; the list of problems to download has them all. */
const SHOWN = 2_000;
/** Names a refusal lists; the rest are counted by the reader. */
const NAMED = 10;

export const rostersRouter = router({
  counts: query().query(({ ctx }) => ({
    objects: ctx.rosters.countObjects(),
    officers: ctx.rosters.countOfficers(),
    recusals: ctx.rosters.recusals().length,
  })),

  objects: query()
    .input(ObjectList)
    .query(({ ctx, input }) => ctx.rosters.listObjects(input, input)),
  objectChoices: query().query(({ ctx }) => ctx.rosters.objectChoices()),
  object: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.id) ?? notFound('检查对象');
      const recusals = ctx.rosters.recusals().filter(({ objectId }) => objectId === input.id);
      return { ...object, recusals, history: historyOf(ctx, 'object', input.id) };
    }),

  addObject: command('rosters.add-object', may)
    .input(z.object({ entry: ObjectForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { entry, reason } }) => {
      if (entry.code === '')
        return refuse('BAD_INPUT', { problems: [{ field: 'entry.code', sentence: '请填写身份证号码' }] });
      const holder = objectHolding(ctx, entry.code);
      if (holder !== null) return refuse('OBJECT_CODE_TAKEN', { name: holder.name });
      const id = ctx.rosters.insertObject(entry, ctx.now);
      ctx.rosters.changes.record('object', id, entry.name, [null, entry], causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason });
    }),

  changeObject: command('rosters.change-object', may)
    .input(Id.extend({ entry: ObjectForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { id, entry, reason } }) => {
      const before = ctx.rosters.objectEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const after: ObjectEntry = { ...entry, code: entry.code === '' ? before.code : entry.code };
      if (after.kind === '自然人' && before.kind !== '自然人' && entry.code === '') {
        return refuse('BAD_INPUT', { problems: [{ field: 'entry.code', sentence: '请填写身份证号码' }] });
      }
      const holder = objectHolding(ctx, after.code);
      if (holder !== null && holder.id !== id) return refuse('OBJECT_CODE_TAKEN', { name: holder.name });
      if (!ctx.rosters.changes.record('object', id, after.name, [before, after], causeOf(ctx, reason))) {
        return refuse('UNCHANGED');
      }
      ctx.rosters.updateObject(id, after, ctx.now);
      return noted({ id }, after.name, { reason, fields: changedLabels(before, after) });
    }),

  removeObject: command('rosters.remove-object', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const before = ctx.rosters.objectEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '检查对象' });
      if (!isDeleted(() => ctx.rosters.deleteObject(id))) return refuse('ENTRY_IN_USE', { name: before.name });
      ctx.rosters.changes.record('object', id, before.name, [before, null], causeOf(ctx, reason));
      return noted(null, before.name, { reason });
    }),

  /** With what keeps each of them out of a draw today. */
  officers: query().query(({ ctx }) =>
    ctx.rosters.officers().map((officer) => {
      const entry = ctx.rosters.officerEntry(officer.id);
      return { ...officer, bars: entry === null ? [] : officerBars(entry, ctx.today) };
    }),
  ),
  officer: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.id) ?? notFound('执法人员');
      const entry = ctx.rosters.officerEntry(input.id) ?? notFound('执法人员');
      const recusals = ctx.rosters.recusals().filter(({ officerId }) => officerId === input.id);
      const bars = officerBars(entry, ctx.today);
      return { ...officer, phone: entry.phone, bars, recusals, history: historyOf(ctx, 'officer', input.id) };
    }),

  addOfficer: command('rosters.add-officer', may)
    .input(z.object({ entry: OfficerForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { entry, reason } }) => {
      if (ctx.rosters.officerIds().has(officerKey(entry))) return refuse('OFFICER_TAKEN', { name: entry.name });
      const id = ctx.rosters.insertOfficer(entry, departmentOf(ctx)(entry.department), ctx.now);
      ctx.rosters.changes.record('officer', id, entry.name, [null, entry], causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason });
    }),

  changeOfficer: command('rosters.change-officer', may)
    .input(Id.extend({ entry: OfficerForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { id, entry, reason } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      const holder = ctx.rosters.officerIds().get(officerKey(entry));
      if (holder !== undefined && holder !== id) return refuse('OFFICER_TAKEN', { name: entry.name });
      if (!ctx.rosters.changes.record('officer', id, entry.name, [before, entry], causeOf(ctx, reason))) {
        return refuse('UNCHANGED');
      }
      ctx.rosters.updateOfficer(id, entry, departmentOf(ctx)(entry.department), ctx.now);
      return noted({ id }, entry.name, { reason, fields: changedLabels(before, entry) });
    }),

  removeOfficer: command('rosters.remove-officer', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      if (!isDeleted(() => ctx.rosters.deleteOfficer(id))) return refuse('ENTRY_IN_USE', { name: before.name });
      ctx.rosters.changes.record('officer', id, before.name, [before, null], causeOf(ctx, reason));
      return noted(null, before.name, { reason });
    }),

  recusals: query().query(({ ctx }) => ctx.rosters.recusals()),
  addRecusal: command('rosters.add-recusal', may)
    .input(RecusalForm)
    .mutation(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.officerId);
      const object = ctx.rosters.objectById(input.objectId);
      if (officer === null) return refuse('NOT_FOUND', { what: '执法人员' });
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const names = { officer: officer.name, object: object.name };
      if (ctx.rosters.recusalOf(officer.id, object.id) !== null) return refuse('RECUSAL_THERE', names);
      const id = ctx.rosters.insertRecusal(officer.id, object.id, input, ctx.now);
      const recusal = ctx.rosters.recusalById(id);
      const after = recusal === null ? null : ctx.rosters.recusalEntry(recusal);
      const subject = `${officer.name}—${object.name}`;
      ctx.rosters.changes.record('recusal', id, subject, [null, after], causeOf(ctx, input.reason));
      return noted({ id }, subject, { reason: input.reason });
    }),
  removeRecusal: command('rosters.remove-recusal', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const recusal = ctx.rosters.recusalById(id);
      if (recusal === null) return refuse('NOT_FOUND', { what: '回避' });
      ctx.rosters.deleteRecusal(id);
      const subject = `${recusal.officerName}—${recusal.objectName}`;
      ctx.rosters.changes.record(
        'recusal',
        id,
        subject,
        [ctx.rosters.recusalEntry(recusal), null],
        causeOf(ctx, reason),
      );
      return noted(null, subject, { reason });
    }),

  /** A checked file that waits for confirmation: what it would do and everything found in it; null when it no longer waits. */
  stage: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const stage = ctx.rosters.stages.find(ctx.account?.id ?? 0, input.id);
      if (stage === null) return null;
      const tables = stage.kind === 'objects' ? [stage.objects] : [stage.officers, stage.recusals];
      return {
        kind: stage.kind,
        fileName: stage.fileName,
        counts: countsOf(stage),
        ...worstFirst(problemsOf(stage)),
        rows: stagedLines(stage).slice(0, SHOWN),
        unknownHeadings: tables.flatMap(({ unknownHeadings }) => unknownHeadings),
      };
    }),

  /** 确认导入: all good rows in one transaction, a backup before. The check is made anew; another outcome is shown first. */
  confirmImport: command('rosters.confirm-import', { ...may, backup: 'import' })
    .input(Id)
    .mutation(({ ctx, input }) => {
      const stage = ctx.rosters.stages.find(ctx.account?.id ?? 0, input.id);
      if (stage === null) return refuse('STAGE_GONE');
      const anew = stageFile(ctx.rosters, stage, ctx.today);
      if (!anew.ok) return anew;
      if (!isSameOutcome(stage, anew.value)) {
        ctx.rosters.stages.replace(input.id, anew.value);
        return refuse('STAGE_OUTDATED');
      }
      const { added, updated, leftOut, warnings } = countsOf(stage);
      if (added + updated === 0) return refuse('NOTHING_TO_IMPORT');
      const { kind, fileName, fileSha256 } = stage;
      const cause = causeOf(ctx, `导入${fileName}`);
      const batchId = ctx.rosters.openBatch({ kind, fileName, fileSha256, at: cause.at, byId: cause.byId });
      applyStage(ctx.rosters, anew.value, departmentOf(ctx), { ...cause, batchId });
      ctx.rosters.countBatch(batchId, { added, updated, leftOut, warnings });
      ctx.rosters.stages.drop(input.id);
      return noted({ batchId, added, updated }, fileName, {
        batchId,
        kind,
        added,
        updated,
        leftOut,
        fileSha256,
        rosterSha256: ctx.rosters.contentHash(),
      });
    }),

  batches: query().query(({ ctx }) => ctx.rosters.batches()),
  undoImport: command('rosters.undo-import', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const batch = ctx.rosters.batchById(id);
      if (batch === null) return refuse('NOT_FOUND', { what: '导入批次' });
      if (batch.state === 'undone') return refuse('IMPORT_UNDONE');
      const changes = ctx.rosters.changes.ofBatch(id);
      const changed = changedSince(ctx.rosters, changes);
      if (changed.length > 0) return refuse('IMPORT_CHANGED_SINCE', { names: changed.slice(0, NAMED) });
      const cause = causeOf(ctx, `撤销导入：${reason}`);
      const inUse = undoChanges(ctx.rosters, changes, departmentOf(ctx), cause);
      if (inUse.length > 0) return refuse('IMPORT_IN_USE', { names: inUse.slice(0, NAMED) });
      ctx.rosters.markUndone(id, { at: cause.at, byId: cause.byId, reason });
      return noted({ entries: changes.length }, batch.fileName, {
        batchId: id,
        reason,
        rosterSha256: ctx.rosters.contentHash(),
      });
    }),
});

/** Errors, then warnings, then notices; each in the order of the file. */
function worstFirst(problems: readonly Problem[]) {
  const order: readonly Problem['severity'][] = ['error', 'warning', 'notice'];
  const sorted = order.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  return { problems: sorted.slice(0, SHOWN), problemsInAll: problems.length };
}

function causeOf(ctx: Context, reason: string): Cause {
  if (ctx.account === null) throw new Error('a command has an account');
  return { at: ctx.now, byId: ctx.account.id, byName: ctx.account.name, reason, batchId: null };
}

/** Units are written in many ways; the office's pack knows the short names plans and draws use. */
function departmentOf(ctx: Context): (unit: string) => string {
  const bureau = ctx.office.bureau();
  const { departments } = officePack(ctx);
  return (unit) => (unit === bureau?.name ? bureau.department : shortDepartment(unit, departments));
}

function objectHolding(ctx: Context, code: string): { id: number; name: string } | null {
  const id = ctx.rosters.objectIdByAnyCode(code);
  return id === null ? null : ctx.rosters.objectById(id);
}

/** Newest first, field by field. */
function historyOf(ctx: Context, roster: Roster, id: number) {
  return ctx.rosters.changes.ofEntry(roster, id).map(({ before, after, ...change }) => ({
    ...change,
    change: before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const),
    fields: before === null || after === null ? [] : fieldChanges(before, after),
  }));
}

/** For the ledger: which fields, not what they hold. */
function changedLabels(
  before: Parameters<typeof fieldChanges>[0],
  after: Parameters<typeof fieldChanges>[1],
): string[] {
  return fieldChanges(before, after).map(({ label }) => label);
}

function isDeleted(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isForeignKeyError(error)) return false;
    throw error;
  }
}
