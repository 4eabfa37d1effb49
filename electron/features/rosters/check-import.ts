import { checkOfficers, officerKey } from '../../../shared/features/rosters/check-officers.ts';
import { checkRecusals, type RecusalDraft } from '../../../shared/features/rosters/check-recusals.ts';
import type { ComparedRow, KnownEntry } from '../../../shared/features/rosters/compare-objects.ts';
import { noChoices } from '../../../shared/features/rosters/object-choices.ts';
import { objectColumns } from '../../../shared/features/rosters/object-columns.ts';
import { officerColumns } from '../../../shared/features/rosters/officer-columns.ts';
import { layoutOf } from '../../../shared/kernel/column-mapping.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { StagingRefusal } from '../../../shared/kernel/staging.ts';
import type { Context } from '../../app/context.ts';
import type { Progress } from '../../app/jobs.ts';
import type { WorkbookRefusal } from '../../workbooks/limits.ts';
import { inWorkbookWorker, readWorkbook } from '../../workbooks/read.ts';
import { openLines, writeLines } from '../../workers/lines.ts';
import type { CheckedFile } from './check-objects-file.ts';
import type { Basis, CheckedStage, OfficerStage, Stage, StagedFile } from './import-stages.ts';
import type { RostersRepo } from './rosters.repo.ts';

type CheckRefusal = WorkbookRefusal | StagingRefusal;

/** The columns a kind of import wants. */
export const wantedColumns = { objects: objectColumns, officers: officerColumns } as const;

/** Reads a file and checks it against the rosters as they are now; a large one is checked in the worker. */
export function checkFile(
  ctx: Context,
  file: StagedFile,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<Result<Stage, CheckRefusal>> {
  return file.kind === 'objects' ? checkObjectFile(ctx, file, signal, progress) : checkOfficerFile(ctx, file, signal);
}

/** What a check made now would rest on. */
export function basisOf(ctx: Context): Basis {
  return { lastChange: ctx.rosters.changes.newest(), today: localDayOf(ctx.ports.now()) };
}

export function isSameBasis(one: Basis, other: Basis): boolean {
  return one.lastChange === other.lastChange && one.today === other.today;
}

async function checkObjectFile(
  ctx: Context,
  file: StagedFile,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Result<Stage, CheckRefusal>> {
  // Read in slices: a change made meanwhile makes the basis another one, and confirming checks anew.
  const basis = basisOf(ctx);
  const known = await knownEntries(ctx.rosters);
  const { bytes, chosen } = file;
  const remembered = ctx.rosters.mappings('objects').map(({ id, headings, fields }) => ({ id, headings, fields }));
  const task = { bytes, today: basis.today, known, remembered, chosen };
  const result = await inWorkbookWorker<Result<CheckedFile, CheckRefusal>>(
    ctx.ports.pool,
    bytes,
    { task: 'check-objects', file: task },
    { signal, onProgress, handOver: known },
  );
  if (!result.ok) return result;
  if (result.value.kind === 'ask') return done({ ...file, state: 'asks', outlines: result.value.outlines });
  const { rows, problems, ...checked } = result.value;
  return done({
    ...file,
    kind: 'objects',
    state: 'checked',
    basis,
    outlines: checked.outlines,
    rememberedId: checked.rememberedId,
    sheet: checked.sheet,
    checked,
    rows: openLines<ComparedRow>(rows),
    problems: openLines<Problem>(problems),
    choices: noChoices,
  });
}

/** Entries a slice reads before the page has a turn. */
const SLICE = 500;

async function knownEntries(rosters: RostersRepo): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (
    let ids = rosters.objectIdsAfter(0, SLICE);
    ids.length > 0;
    ids = rosters.objectIdsAfter(ids.at(-1) ?? 0, SLICE)
  ) {
    const entries = ids.flatMap((id): KnownEntry[] => {
      const entry = rosters.objectEntry(id);
      return entry === null ? [] : [{ id, entry }];
    });
    pieces.push(writeLines(entries));
    await new Promise(setImmediate);
  }
  return pieces;
}

async function checkOfficerFile(
  ctx: Context,
  file: StagedFile,
  signal: AbortSignal,
): Promise<Result<Stage, CheckRefusal>> {
  const { rosters } = ctx;
  const read = await readWorkbook(ctx.ports.pool, file.bytes, { signal });
  if (!read.ok) return read;
  const layout = layoutOf(read.value, officerColumns, rosters.mappings('officers'), file.chosen);
  if (!layout.ok) return layout;
  const { outlines } = layout.value;
  if (layout.value.kind === 'ask') return done({ ...file, state: 'asks', outlines });
  const { table, rememberedId } = layout.value;
  const basis = basisOf(ctx);
  const known = rosters.knownOfficers();
  const officers = checkOfficers(read.value, known, basis.today, done(table));
  if (!officers.ok) return officers;
  const drafts = officers.value.rows.map(({ draft }) => draft);
  const everyone = new Map([...known, ...drafts].map((officer) => [officerKey(officer), officer]));
  const recusals = checkRecusals(
    read.value,
    [...everyone.values()],
    rosters.knownObjects(),
    knownRecusals(rosters, basis.today),
  );
  const stage: OfficerStage = {
    ...file,
    kind: 'officers',
    state: 'checked',
    basis,
    outlines,
    rememberedId,
    sheet: table.sheet.name,
    columns: new Set(table.headings.columns.keys()),
    officers: officers.value,
    recusals,
  };
  return done(stage);
}

/** Of those that hold today or will; what was lifted is not brought back to life by a workbook but entered anew. */
function knownRecusals(rosters: RostersRepo, today: string): RecusalDraft[] {
  const keys = new Map([...rosters.officerIds()].map(([key, id]) => [id, key]));
  return rosters.recusalsHolding(today).map(({ officerId, objectCode, reason, evidence }) => ({
    officer: keys.get(officerId) ?? '',
    object: objectCode,
    reason,
    evidence,
  }));
}

/** Whether a check made anew says what the user looked at and chose from. */
export function isSameOutcome(one: CheckedStage, other: Stage): boolean {
  if (other.state !== 'checked') return false;
  if (one.kind === 'objects' && other.kind === 'objects')
    return isSameBytes(one.rows.bytes, other.rows.bytes) && isSameBytes(one.problems.bytes, other.problems.bytes);
  if (one.kind === 'officers' && other.kind === 'officers')
    return JSON.stringify([one.officers, one.recusals]) === JSON.stringify([other.officers, other.recusals]);
  return false;
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** The new check with the sides chosen on the old one; what was decided about its twins has to be decided again. */
export function withChoices(stage: Stage, before: CheckedStage): Stage {
  if (stage.state !== 'checked' || stage.kind !== 'objects' || before.kind !== 'objects') return stage;
  const isSame = isSameOutcome(before, stage);
  return { ...stage, choices: isSame ? before.choices : { ...before.choices, twins: new Map() } };
}
