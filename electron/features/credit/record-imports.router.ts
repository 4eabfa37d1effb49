import { z } from 'zod';
import { authorisationFor } from '../../../shared/features/credit/authorisations.ts';
import type { StagedRecord } from '../../../shared/features/credit/check-records.ts';
import { isAuthorised } from '../../../shared/features/credit/kind-fields.ts';
import { WithReason } from '../../../shared/features/credit/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { longCommand, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { noted, runLongCommand, type Step } from '../../app/run-command.ts';
import type { Lines } from '../../workers/lines.ts';
import { basisOf, isSameBasis } from './check-import.ts';
import type { RecordStage } from './import-stages.ts';
import { by, carriesEntry } from './records.router.ts';

const may = ['operator'] as const;
const Stage = z.object({ stageId: z.int() });
/** Problems and rows a preview shows; the list of problems to download has them all. */
const SHOWN = 2_000;
/** Enterprises graded anew in one step. */
const GRADED = 1_000;

/** Workbooks of records: checked, shown, confirmed, undone by batch. */
export const recordImportsRouter = router({
  /** What a checked file would enter and everything found in it; null when it no longer waits. */
  stage: query()
    .input(Stage)
    .query(({ ctx, input }) => {
      const stage = ctx.credit.stages.find(ctx.account?.id ?? 0, input.stageId);
      if (stage === null) return null;
      const { basis: _, rows, problems, ...rest } = stage;
      return {
        ...rest,
        stageId: input.stageId,
        good: rows.length,
        rows: firstOf(rows),
        problems: firstOf(problems),
        problemsInAll: problems.length,
      };
    }),

  /** 确认导入: all good rows in one transaction, a backup before; a file already imported is told. */
  confirm: longCommand('credit.import', { may, title: '写入导入的信用记录' })
    .input(Stage)
    .mutation(async ({ ctx, input, signal, progress }) => {
      const stage = ctx.credit.stages.find(ctx.account?.id ?? 0, input.stageId);
      if (stage === null) return refuse('CREDIT_STAGE_GONE');
      if (stage.rows.length === 0) return refuse('CREDIT_NOTHING_TO_IMPORT');
      return runLongCommand(ctx, 'credit.import', () => importSteps(ctx, stage), {
        backup: 'import',
        signal,
        progress,
      });
    }),

  batches: query().query(({ ctx }) => ctx.credit.creditBatches()),

  /** 撤销导入: what still stands of the batch is withdrawn; everything stays as history. */
  undo: longCommand('credit.undo-import', { may, title: '撤销导入的信用记录' })
    .input(WithReason)
    .mutation(({ ctx, input, signal, progress }) =>
      runLongCommand(ctx, 'credit.undo-import', () => undoSteps(ctx, input.id, input.reason), { signal, progress }),
    ),
});

function firstOf<T>(lines: Lines<T>): readonly T[] {
  return Array.from({ length: Math.min(lines.length, SHOWN) }, (_, index) => lines.at(index));
}

function* importSteps(ctx: Context, stage: RecordStage) {
  const { fileName, fileSha256, supplier, isMutual, rows, rowsRead } = stage;
  const earlier = ctx.credit.standingBatchOf(fileSha256);
  if (earlier !== null) {
    return refuse('CREDIT_FILE_THERE', { fileName: earlier.fileName, importedAt: earlier.importedAt });
  }
  if (!isSameBasis(stage.basis, basisOf(ctx))) return refuse('CREDIT_STAGE_OUTDATED');
  const counts = { added: rows.length, leftOut: rowsRead - rows.length };
  const batchId = ctx.credit.insertCreditBatch({ fileName, fileSha256, supplier, isMutual, ...counts }, by(ctx));
  const objects = new Set<number>();
  let written = 0;
  for (const record of rows) {
    if (!isStillGood(ctx, record)) return refuse('CREDIT_STAGE_OUTDATED');
    insertStaged(ctx, record, batchId, isMutual);
    objects.add(record.draft.objectId);
    written += 1;
    yield { done: written, total: rows.length + objects.size };
  }
  const regraded = yield* regradedSteps(ctx, [...objects], 'credit.import', rows.length);
  ctx.credit.stages.drop(ctx.account?.id ?? 0);
  const facts = { ...counts, batchId, objects: objects.size, regraded };
  return noted(facts, fileName, { ...facts, fileSha256, supplier, isMutual });
}

/** Somebody may have registered the same document, or an authorisation lapsed, while the file waited. */
function isStillGood(ctx: Context, { draft }: StagedRecord): boolean {
  if (ctx.credit.recordLike(draft) !== null) return false;
  if (!isAuthorised(draft.kind)) return true;
  const all = ctx.credit.authorisationsOf(draft.objectId);
  return typeof authorisationFor(all, draft.kind, draft.happenedOn) !== 'string';
}

function insertStaged(ctx: Context, { draft, row }: StagedRecord, batchId: number, isMutual: boolean): void {
  const { objectName: _, publicity, publishedOn, publishedWhere, ...content } = draft;
  const id = ctx.credit.insertRecord(
    {
      ...content,
      origin: isMutual ? 'department' : 'import',
      publicity: publicity === 'none' ? 'none' : 'pending',
      batch: { id: batchId, row },
    },
    by(ctx),
  );
  if (publicity === 'published') ctx.credit.publishRecord(id, publishedOn ?? '', publishedWhere ?? '');
}

/** Grades the enterprises anew, some in a step; gives how many moved. */
function* regradedSteps(
  ctx: Context,
  objects: readonly number[],
  cause: 'credit.import' | 'credit.undo-import',
  before: number,
): Generator<Step, number> {
  let changed = 0;
  for (let at = 0; at < objects.length; at += GRADED) {
    changed += regradeObjects(ctx, objects.slice(at, at + GRADED), cause).changed;
    yield { done: before + at, total: before + objects.length };
  }
  return changed;
}

function* undoSteps(ctx: Context, id: number, reason: string) {
  const batch = ctx.credit.creditBatchById(id);
  if (batch === null) return refuse('NOT_FOUND', { what: '导入记录' });
  if (batch.undone !== null) return refuse('CREDIT_IMPORT_UNDONE', { fileName: batch.fileName });
  const records = ctx.credit.recordsOfBatch(id);
  ctx.credit.markCreditBatchUndone(id, reason, by(ctx));
  let withdrawn = 0;
  for (const record of records) {
    const carried = carriesEntry(ctx, record.id);
    if (carried !== null) return carried;
    ctx.credit.withdrawRecord(record.id, `撤销导入“${batch.fileName}”：${reason}`, by(ctx));
    withdrawn += 1;
    yield { done: withdrawn, total: records.length };
  }
  const objects = [...new Set(records.map(({ objectId }) => objectId))];
  const regraded = yield* regradedSteps(ctx, objects, 'credit.undo-import', records.length);
  return noted({ withdrawn, regraded }, batch.fileName, { batchId: id, withdrawn, regraded, reason });
}
