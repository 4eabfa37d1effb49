import { z } from 'zod';
import { ChangeReason } from '../../../shared/features/rosters/schemas.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { causeOf, departmentOf } from './roster-changes.ts';
import {
  applyStage,
  changedSince,
  countsOf,
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

/** Roster workbooks: checked, shown, confirmed, undone by batch. */
export const importCalls = {
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
};

/** Errors, then warnings, then notices; each in the order of the file. */
function worstFirst(problems: readonly Problem[]) {
  const order: readonly Problem['severity'][] = ['error', 'warning', 'notice'];
  const sorted = order.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  return { problems: sorted.slice(0, SHOWN), problemsInAll: problems.length };
}
