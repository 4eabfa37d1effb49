import Database from 'better-sqlite3';
import { checkObjects } from '../../../shared/features/rosters/check-objects.ts';
import { checkOfficers, officerKey } from '../../../shared/features/rosters/check-officers.ts';
import { checkRecusals, type RecusalDraft } from '../../../shared/features/rosters/check-recusals.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import { maskIdCard } from '../../../shared/kernel/redact.ts';
import { done, type RefusalOf, type Result } from '../../../shared/kernel/result.ts';
import type { Staged, StagingRefusals } from '../../../shared/kernel/staging.ts';
import { type Cause, isSameEntry, type Roster, type RosterChange } from './changes.repo.ts';
import type { Stage } from './import-stages.ts';
import { putObject } from './put-objects.ts';
import { putOfficer, putRecusal } from './put-officers.ts';
import type { RostersRepo } from './rosters.repo.ts';

type Unstaged = Pick<Stage, 'kind' | 'accountId' | 'fileName' | 'fileSha256' | 'sheets'>;

/** Checks what was read against the rosters as they are now. */
export function stageFile(
  rosters: RostersRepo,
  file: Unstaged,
  today: string,
): Result<Stage, RefusalOf<StagingRefusals>> {
  const { kind, ...rest } = file;
  if (kind === 'objects') {
    const objects = checkObjects(file.sheets, rosters.knownObjects(), today);
    return objects.ok ? done({ ...rest, kind, objects: objects.value }) : objects;
  }
  const known = rosters.knownOfficers();
  const officers = checkOfficers(file.sheets, known, today);
  if (!officers.ok) return officers;
  const drafts = officers.value.rows.map(({ draft }) => draft);
  const everyone = new Map([...known, ...drafts].map((officer) => [officerKey(officer), officer]));
  const recusals = checkRecusals(
    file.sheets,
    [...everyone.values()],
    rosters.knownObjects(),
    knownRecusals(rosters, today),
  );
  return done({ ...rest, kind, officers: officers.value, recusals });
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

/** Everything found in a staged file, sheet by sheet. */
export function problemsOf(stage: Stage): readonly Problem[] {
  return stage.kind === 'objects' ? stage.objects.problems : [...stage.officers.problems, ...stage.recusals.problems];
}

export interface StageCounts {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly leftOut: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

/** Counts of a staged file; recusals are counted with the officers they came with. */
export function countsOf(stage: Stage): StageCounts {
  const tables: readonly Staged<unknown>[] =
    stage.kind === 'objects' ? [stage.objects] : [stage.officers, stage.recusals];
  const rows = tables.flatMap((table) => table.rows);
  const read = tables.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  const problems = problemsOf(stage);
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  const updated = rows.filter(({ update }) => update).length;
  return {
    read,
    added: rows.length - updated,
    updated,
    leftOut: read - rows.length,
    errors: of('error'),
    warnings: of('warning'),
    notices: of('notice'),
  };
}

/** A good row as a preview shows it. */
export interface StagedLine {
  readonly sheet: string;
  readonly row: number;
  readonly update: boolean;
  readonly name: string;
  /** Code and industry of an object, unit and certificate of an officer, object and reason of a recusal. */
  readonly facts: readonly string[];
}

/** What would be written, in the order of the file. Identity card numbers are masked. */
export function stagedLines(stage: Stage): readonly StagedLine[] {
  if (stage.kind === 'objects') {
    return stage.objects.rows.map(({ draft, ...place }) => ({
      ...place,
      name: draft.name,
      facts: [draft.kind === '自然人' ? maskIdCard(draft.code) : draft.code, draft.industry, draft.status],
    }));
  }
  const officers = stage.officers.rows.map(({ draft, ...place }) => ({
    ...place,
    name: draft.name,
    facts: [draft.department, draft.certificate, draft.certificateUntil ?? ''],
  }));
  const recusals = stage.recusals.rows.map(({ draft, ...place }) => ({
    ...place,
    name: stage.officers.rows.find((row) => officerKey(row.draft) === draft.officer)?.draft.name ?? draft.officer,
    facts: [draft.object, draft.reason, draft.evidence],
  }));
  return [...officers, ...recusals];
}

/** Whether a check made anew says what the user looked at. */
export function isSameOutcome(one: Stage, other: Stage): boolean {
  return JSON.stringify([countsOf(one), problemsOf(one)]) === JSON.stringify([countsOf(other), problemsOf(other)]);
}

/** Writes the good rows, with their history; `departmentOf` gives the short name of a unit. */
export function applyStage(
  rosters: RostersRepo,
  stage: Stage,
  departmentOf: (unit: string) => string,
  cause: Cause,
): void {
  if (stage.kind === 'objects') {
    for (const { draft } of stage.objects.rows) putObject(rosters, draft, cause);
    return;
  }
  for (const { draft } of stage.officers.rows) putOfficer(rosters, draft, departmentOf, cause);
  const officerIds = rosters.officerIds();
  for (const { draft } of stage.recusals.rows) putRecusal(rosters, draft, officerIds, cause);
}

/** Names of the entries that no longer stand as the batch left them; `changes` are the batch's, newest first. */
export function changedSince(rosters: RostersRepo, changes: readonly RosterChange[]): readonly string[] {
  const seen = new Set<string>();
  return changes.flatMap(({ roster, entryId, name, after }) => {
    const key = `${roster} ${entryId}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return isSameEntry(entryNow(rosters, roster, entryId), after) ? [] : [name];
  });
}

function entryNow(rosters: RostersRepo, roster: Roster, id: number) {
  if (roster === 'object') return rosters.objectEntry(id);
  if (roster === 'officer') return rosters.officerEntry(id);
  const recusal = rosters.recusalById(id);
  return recusal === null ? null : rosters.recusalEntry(recusal);
}

/** Takes a batch back, newest change first. Gives the names that something else rests on; empty = all taken back. */
export function undoChanges(
  rosters: RostersRepo,
  changes: readonly RosterChange[],
  departmentOf: (unit: string) => string,
  cause: Cause,
): readonly string[] {
  const inUse: string[] = [];
  for (const change of changes) {
    try {
      undoChange(rosters, change, departmentOf, cause);
    } catch (error) {
      if (!isForeignKeyError(error)) throw error;
      inUse.push(change.name);
    }
  }
  return inUse;
}

function undoChange(
  rosters: RostersRepo,
  change: RosterChange,
  departmentOf: (unit: string) => string,
  cause: Cause,
): void {
  const { entryId, name } = change;
  switch (change.roster) {
    case 'object':
      if (change.before === null) rosters.deleteObject(entryId);
      else rosters.updateObject(entryId, change.before, cause.at);
      rosters.changes.record('object', entryId, name, [change.after, change.before], cause);
      return;
    case 'officer':
      if (change.before === null) rosters.deleteOfficer(entryId);
      else rosters.updateOfficer(entryId, change.before, departmentOf(change.before.department), cause.at);
      rosters.changes.record('officer', entryId, name, [change.after, change.before], cause);
      return;
    case 'recusal':
      if (change.before === null) rosters.deleteRecusal(entryId);
      else rosters.updateRecusal(entryId, change.before);
      rosters.changes.record('recusal', entryId, name, [change.after, change.before], cause);
  }
}

/** Something in another table rests on the row. */
export function isForeignKeyError(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}
