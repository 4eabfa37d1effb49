import type { StagedRecord } from '../../../shared/features/credit/check-records.ts';
import { publicityTermOf } from '../../../shared/features/credit/publicity.ts';
import { creditKinds } from '../../../shared/kernel/credit-facts.ts';
import { type Problem, problemAt } from '../../../shared/kernel/problems.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { StagingRefusal } from '../../../shared/kernel/staging.ts';
import type { Context } from '../../app/context.ts';
import type { Progress } from '../../app/jobs.ts';
import { officePack } from '../../app/office-pack.ts';
import type { WorkbookRefusal } from '../../workbooks/limits.ts';
import { inWorkbookWorker } from '../../workbooks/read.ts';
import { openLines, writeLines } from '../../workers/lines.ts';
import type { CheckedRecords } from './check-records-file.ts';
import type { Basis, RecordStage } from './import-stages.ts';

/** Entries a slice reads before the page has a turn. */
const SLICE = 1_000;

type UploadedFile = Pick<RecordStage, 'fileName' | 'fileSha256' | 'supplier' | 'isMutual'>;

/** Reads and checks a workbook in the worker, then holds its good rows against what is on file. */
export async function checkImport(
  ctx: Context,
  file: UploadedFile,
  bytes: Uint8Array,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: Progress },
): Promise<Result<RecordStage, WorkbookRefusal | StagingRefusal>> {
  const basis = basisOf(ctx);
  const pack = officePack(ctx);
  const known = await knownObjects(ctx);
  const task = {
    bytes,
    today: basis.today,
    known,
    authorisations: ctx.credit.authorisations(),
    supplier: file.supplier,
    // What another department decided, that department publishes.
    publicised: file.isMutual ? [] : creditKinds.filter((kind) => publicityTermOf(pack, kind) !== null),
  };
  const result = await inWorkbookWorker<Result<CheckedRecords, WorkbookRefusal | StagingRefusal>>(
    ctx.ports.pool,
    bytes,
    { task: 'check-records', file: task },
    { signal, onProgress: progress, handOver: known },
  );
  if (!result.ok) return result;
  const checked = result.value;
  const { rows, there } = await withoutThere(ctx, checked, signal);
  const problems = there.length === 0 ? checked.problems : writeLines(inOrder(checked.problems, there));
  return done({
    ...file,
    ...checked,
    basis,
    counts: { ...checked.counts, error: checked.counts.error + there.length },
    rows: openLines<StagedRecord>(rows),
    problems: openLines<Problem>(problems),
  });
}

/** What a check made now would rest on. */
export function basisOf(ctx: Context): Basis {
  return {
    roster: ctx.rosters.changes.newest(),
    authorisations: ctx.credit.authorisationsMark(),
    today: ctx.today,
  };
}

export function isSameBasis(one: Basis, other: Basis): boolean {
  return one.roster === other.roster && one.authorisations === other.authorisations && one.today === other.today;
}

async function knownObjects(ctx: Context): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let last = 0;
  for (;;) {
    const objects = ctx.credit.gatheredObjectsAfter(last, SLICE);
    if (objects.length === 0) return pieces;
    last = objects.at(-1)?.id ?? last;
    pieces.push(writeLines(objects));
    await new Promise(setImmediate);
  }
}

/** The rows whose document is not on file yet, and a problem for each that is. */
async function withoutThere(ctx: Context, checked: CheckedRecords, signal: AbortSignal) {
  const staged = openLines<StagedRecord>(checked.rows);
  const there: Problem[] = [];
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < staged.length; at += SLICE) {
    const fresh: StagedRecord[] = [];
    for (let index = at; index < Math.min(at + SLICE, staged.length); index += 1) {
      const record = staged.at(index);
      const problem = thereAlready(ctx, record);
      if (problem === null) fresh.push(record);
      else there.push(problem);
    }
    pieces.push(writeLines(fresh));
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const rows = there.length === 0 ? checked.rows : new Uint8Array(Buffer.concat(pieces));
  return { rows, there };
}

function thereAlready(ctx: Context, { sheet, row, draft }: StagedRecord): Problem | null {
  const found = ctx.credit.recordLike(draft);
  if (found === null) return null;
  const { happenedOn, source } = found;
  return problemAt({ sheet, row, column: '文号' }, 'RECORD_THERE', { happenedOn, from: source });
}

function inOrder(problems: Uint8Array, more: readonly Problem[]): readonly Problem[] {
  return [...openLines<Problem>(problems), ...more].toSorted((one, other) => one.row - other.row);
}
