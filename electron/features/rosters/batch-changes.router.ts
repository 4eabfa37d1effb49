import { z } from 'zod';
import { applyBatchChange, BatchChange, batchChangeTitle } from '../../../shared/features/rosters/batch-change.ts';
import { ChangeReason, ObjectSelection } from '../../../shared/features/rosters/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { longCommand, query } from '../../app/procedures.ts';
import { noted, runLongCommand } from '../../app/run-command.ts';
import { isSameEntry } from './changes.repo.ts';
import { causeOf } from './roster-changes.ts';

const may = ['operator'] as const;
/** Names a preview or a refusal lists; the rest are counted. */
const NAMED = 10;

const ChangeMany = z.object({
  selection: ObjectSelection,
  change: BatchChange,
  reason: ChangeReason,
  /** As the preview counted; another number is looked at again first. */
  expected: z.int().min(0),
});

/** 批量变更 of objects: counted, made in one transaction, taken back as one. */
export const batchChangeCalls = {
  /** How many of the chosen objects the change would change, and the first of them. */
  previewBatchChange: query()
    .input(z.object({ selection: ObjectSelection, change: BatchChange }))
    .query(({ ctx, input: { selection, change } }) => {
      const ids = selectedIds(ctx, selection);
      const changed = ctx.rosters.changedByBatch(ids, change);
      return { chosen: ids.length, changed: changed.length, names: changed.slice(0, NAMED).map(({ name }) => name) };
    }),

  batchChangeObjects: longCommand('rosters.batch-change', { may, title: '批量变更检查对象' })
    .input(ChangeMany)
    .mutation(({ ctx, input, signal, progress }) =>
      runLongCommand(ctx, 'rosters.batch-change', () => changeSteps(ctx, input), { signal, progress }),
    ),

  batchChanges: query().query(({ ctx }) => ctx.rosters.batchChanges()),
  undoBatchChange: longCommand('rosters.undo-batch-change', { may, title: '撤销批量变更' })
    .input(z.object({ id: z.int(), reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason }, signal, progress }) =>
      runLongCommand(ctx, 'rosters.undo-batch-change', () => undoSteps(ctx, id, reason), { signal, progress }),
    ),
};

function* changeSteps(ctx: Context, { selection, change, reason, expected }: z.output<typeof ChangeMany>) {
  const changed = ctx.rosters.changedByBatch(selectedIds(ctx, selection), change);
  if (changed.length === 0) return refuse('UNCHANGED');
  if (changed.length !== expected) return refuse('BATCH_OUTDATED', { expected, found: changed.length });
  const title = batchChangeTitle(change);
  const cause = causeOf(ctx, `批量变更：${reason}`);
  const entries = changed.length;
  const id = ctx.rosters.openBatchChange({ title, entries, reason, at: cause.at, byId: cause.byId });
  for (const [index, object] of changed.entries()) {
    const before = ctx.rosters.objectEntry(object.id);
    if (before === null) continue;
    const after = applyBatchChange(before, change);
    ctx.rosters.changes.record('object', object.id, after.name, [before, after], { ...cause, batchChangeId: id });
    ctx.rosters.patchObject(object.id, after, cause.at);
    yield { done: index + 1, total: entries };
  }
  return noted({ id, changed: entries }, title, { batchChangeId: id, entries, reason });
}

function* undoSteps(ctx: Context, id: number, reason: string) {
  const batch = ctx.rosters.batchChangeById(id);
  if (batch === null) return refuse('NOT_FOUND', { what: '批量变更' });
  if (batch.state === 'undone') return refuse('BATCH_UNDONE');
  const changed = changedSince(ctx, id);
  if (changed.length > 0) return refuse('BATCH_CHANGED_SINCE', { names: changed.slice(0, NAMED) });
  const cause = causeOf(ctx, `撤销批量变更：${reason}`);
  let entries = 0;
  for (const { entryId, name, before, after } of ctx.rosters.changes.ofBatchChange(id)) {
    if (before === null) continue;
    ctx.rosters.patchObject(entryId, before, cause.at);
    ctx.rosters.changes.record('object', entryId, name, [after, before], cause);
    entries += 1;
    yield { done: entries, total: batch.entries };
  }
  ctx.rosters.markBatchChangeUndone(id, { at: cause.at, byId: cause.byId, reason });
  return noted({ entries }, batch.title, { batchChangeId: id, entries, reason });
}

/** The numbers of the chosen objects; those no longer in the roster are nobody's. */
export function selectedIds(ctx: Context, selection: ObjectSelection): readonly number[] {
  if ('ids' in selection) return selection.ids;
  const except = new Set(selection.except);
  const ids = ctx.rosters.objectIds(selection.filter, { sort: 'id', descending: false });
  return except.size === 0 ? ids : ids.filter((id) => !except.has(id));
}

/** Names of the objects that no longer stand as the batch left them. Only those with a later change need to be read. */
function changedSince(ctx: Context, batchChangeId: number): string[] {
  return ctx.rosters.changes
    .touchedSinceBatchChange(batchChangeId)
    .filter(({ entryId, after }) => !isSameEntry(ctx.rosters.objectEntry(entryId), after))
    .map(({ name }) => name);
}
