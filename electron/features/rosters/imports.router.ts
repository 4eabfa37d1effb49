import { z } from 'zod';
import { ChangeReason } from '../../../shared/features/rosters/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { longCommand, query } from '../../app/procedures.ts';
import { noted, runLongCommand, type Step } from '../../app/run-command.ts';
import { basisOf, checkFile, isSameBasis, isSameOutcome, withChoices } from './check-import.ts';
import { importChoiceCalls } from './import-choices.router.ts';
import type { CheckedStage, Stage } from './import-stages.ts';
import { causeOf, departmentOf } from './roster-changes.ts';
import { changingLines, countsOf, problemsOf, stagedLines, unknownHeadingsOf } from './rosters.import.ts';
import { undoBatch } from './undo-import.ts';
import { writeStage } from './write-import.ts';

const Id = z.object({ id: z.int() });
const may = ['operator'] as const;
/** Problems and rows a preview shows; the list of problems to download has them all. */
const SHOWN = 2_000;

/** Roster workbooks: checked, shown, confirmed, undone by batch. */
export const importCalls = {
  ...importChoiceCalls,

  /** A file that waits: what it would do and everything found in it; null when it no longer waits. */
  stage: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const stage = stageOf(ctx, input.id);
      return stage === null ? null : stage.state === 'asks' ? askingView(stage) : checkedView(ctx, stage);
    }),

  /**
   * 确认导入: all good rows in one transaction, a backup before. Where the rosters changed since the check it is made anew,
   * and another outcome is shown first.
   */
  confirmImport: longCommand('rosters.confirm-import', { may, title: '写入导入的名录' })
    .input(Id)
    .mutation(async ({ ctx, input, signal, progress }) => {
      const stage = stageOf(ctx, input.id);
      if (stage?.state !== 'checked') return refuse('STAGE_GONE');
      const anew = isSameBasis(stage.basis, basisOf(ctx)) ? null : await checkFile(ctx, stage, { signal, progress });
      if (anew?.ok === false) return anew;
      const current = anew === null ? stage : withChoices(anew.value, stage);
      ctx.rosters.stages.replace(input.id, current);
      if (current.state !== 'checked' || !isSameOutcome(stage, current)) return refuse('STAGE_OUTDATED');
      const { added, updated } = countsOf(current);
      if (added + updated === 0) return refuse('NOTHING_TO_IMPORT');
      const steps = () => importSteps(ctx, input.id, current);
      return runLongCommand(ctx, 'rosters.confirm-import', steps, { backup: 'import', signal, progress });
    }),

  batches: query().query(({ ctx }) => ctx.rosters.batches()),

  /** 撤销导入: the whole batch is taken back, or nothing of it. */
  undoImport: longCommand('rosters.undo-import', { may, title: '撤销导入的名录' })
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input, signal, progress }) =>
      runLongCommand(ctx, 'rosters.undo-import', () => undoSteps(ctx, input.id, input.reason), { signal, progress }),
    ),
};

function stageOf(ctx: Context, id: number): Stage | null {
  return ctx.rosters.stages.find(ctx.account?.id ?? 0, id);
}

const nothing = { read: 0, added: 0, updated: 0, leftOut: 0, errors: 0, warnings: 0, notices: 0 };

/** A file whose columns have to be chosen first. */
function askingView({ kind, fileName }: Stage) {
  return {
    kind,
    fileName,
    asksColumns: true,
    counts: nothing,
    problems: [],
    problemsInAll: 0,
    rows: [],
    unknownHeadings: [],
    changing: 0,
    twins: 0,
    remembered: null,
  };
}

function checkedView(ctx: Context, stage: CheckedStage) {
  const counts = countsOf(stage);
  const mapping = stage.rememberedId === null ? null : ctx.rosters.mappingById(stage.rememberedId);
  return {
    kind: stage.kind,
    fileName: stage.fileName,
    asksColumns: false,
    counts,
    problems: problemsOf(stage, SHOWN),
    problemsInAll: counts.errors + counts.warnings + counts.notices,
    rows: stagedLines(stage, SHOWN),
    unknownHeadings: unknownHeadingsOf(stage),
    changing: stage.kind === 'objects' ? changingLines(stage).length : 0,
    twins: stage.kind === 'objects' ? stage.checked.twins.length : 0,
    remembered: mapping === null ? null : { id: mapping.id, madeAt: mapping.madeAt, madeBy: mapping.madeBy },
  };
}

function* importSteps(ctx: Context, id: number, stage: CheckedStage) {
  // Somebody may have written while this import waited for its turn.
  if (!isSameBasis(stage.basis, basisOf(ctx))) return refuse('STAGE_OUTDATED');
  const { kind, fileName, fileSha256 } = stage;
  const { leftOut, warnings } = countsOf(stage);
  const cause = causeOf(ctx, `导入${fileName}`);
  const batchId = ctx.rosters.openBatch({ kind, fileName, fileSha256, at: cause.at, byId: cause.byId });
  const written = yield* writeStage(ctx.rosters, stage, departmentOf(ctx), { ...cause, batchId });
  const { added, updated, merged, left } = written;
  ctx.rosters.countBatch(batchId, { added, updated, leftOut: leftOut + left, warnings });
  const rosterSha256 = yield* hashed(ctx);
  ctx.rosters.stages.drop(id);
  const facts = { batchId, kind, added, updated, merged, leftOut: leftOut + left, fileSha256, rosterSha256 };
  return noted({ batchId, added, updated }, fileName, facts);
}

function* undoSteps(ctx: Context, id: number, reason: string) {
  const batch = ctx.rosters.batchById(id);
  if (batch === null) return refuse('NOT_FOUND', { what: '导入记录' });
  if (batch.state === 'undone') return refuse('IMPORT_UNDONE');
  const cause = causeOf(ctx, `撤销导入：${reason}`);
  const { changed, inUse, entries } = yield* undoBatch(ctx.rosters, id, departmentOf(ctx), cause);
  if (changed.length > 0) return refuse('IMPORT_CHANGED_SINCE', { names: changed });
  if (inUse.length > 0) return refuse('IMPORT_IN_USE', { names: inUse });
  ctx.rosters.markUndone(id, { at: cause.at, byId: cause.byId, reason });
  const rosterSha256 = yield* hashed(ctx);
  return noted({ entries }, batch.fileName, { batchId: id, reason, rosterSha256 });
}

/** The hash of the rosters as they are now, in steps. */
function* hashed(ctx: Context): Generator<Step, string> {
  const pieces = ctx.rosters.contentHash();
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
    yield { done: 0, total: 0 };
  }
}
