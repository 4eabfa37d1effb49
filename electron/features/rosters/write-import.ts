import type { ComparedRow } from '../../../shared/features/rosters/compare-objects.ts';
import { chosenEntry, type ObjectChoices } from '../../../shared/features/rosters/object-choices.ts';
import type { Step } from '../../app/run-command.ts';
import type { Cause } from './changes.repo.ts';
import type { CheckedStage, ObjectStage, OfficerStage } from './import-stages.ts';
import { putOfficer, putRecusal } from './put-officers.ts';
import type { RostersRepo } from './rosters.repo.ts';

/** What was written, and what was left out by choice. */
export interface Written {
  added: number;
  updated: number;
  merged: number;
  left: number;
}

/** Writes the good rows as they were chosen, with their history; `departmentOf` gives the short name of a unit. */
export function* writeStage(
  rosters: RostersRepo,
  stage: CheckedStage,
  departmentOf: (unit: string) => string,
  cause: Cause,
): Generator<Step, Written> {
  return stage.kind === 'objects'
    ? yield* writeObjects(rosters, stage, cause)
    : yield* writeOfficers(rosters, stage, departmentOf, cause);
}

function* writeObjects(rosters: RostersRepo, stage: ObjectStage, cause: Cause): Generator<Step, Written> {
  const written: Written = { added: 0, updated: 0, merged: 0, left: 0 };
  let done = 0;
  for (const row of stage.rows) {
    writeObject(rosters, row, stage, cause, written);
    done += 1;
    yield { done, total: stage.rows.length };
  }
  return written;
}

function writeObject(
  rosters: RostersRepo,
  row: ComparedRow,
  { checked, choices }: ObjectStage,
  cause: Cause,
  written: Written,
): void {
  const choice = row.twin === null ? undefined : choices.twins.get(row.row);
  if (choice?.decision === 'leave') {
    written.left += 1;
    return;
  }
  const why = choice === undefined ? cause : { ...cause, reason: `${cause.reason}，第${row.row}行${wordOf(choice)}` };
  const target = choice?.decision === 'merge' ? (row.twin?.id ?? null) : row.id;
  if (target === null) {
    const id = rosters.insertObject(row.draft, cause.at);
    rosters.changes.record('object', id, row.draft.name, [null, row.draft], why);
    written.added += 1;
    return;
  }
  if (choice?.decision === 'merge') written.merged += 1;
  if (updateObject(rosters, target, row, { filled: checked.filled, choices }, why)) written.updated += 1;
}

/** False when the entry stays as it is. */
function updateObject(
  rosters: RostersRepo,
  id: number,
  row: ComparedRow,
  { filled, choices }: Pick<ObjectStage['checked'], 'filled'> & { readonly choices: ObjectChoices },
  cause: Cause,
): boolean {
  // Most rows of a roster that comes back say what is there already.
  if (Object.keys(row.was).length === 0 && row.id === id) return false;
  const before = rosters.objectEntry(id);
  if (before === null) throw new Error(`object ${id} is gone although its roster is unchanged`);
  const after = chosenEntry(before, row, filled, choices);
  if (!rosters.changes.record('object', id, after.name, [before, after], cause)) return false;
  rosters.updateObject(id, after, cause.at);
  return true;
}

function wordOf({ decision, reason }: { readonly decision: string; readonly reason: string }): string {
  return `${decision === 'merge' ? '合并' : '另立一户'}：${reason}`;
}

function* writeOfficers(
  rosters: RostersRepo,
  { officers, recusals, columns }: OfficerStage,
  departmentOf: (unit: string) => string,
  cause: Cause,
): Generator<Step, Written> {
  const total = officers.rows.length + recusals.rows.length;
  let done = 0;
  for (const { draft } of officers.rows) {
    putOfficer(rosters, draft, columns, departmentOf, cause);
    done += 1;
    yield { done, total };
  }
  const officerIds = rosters.officerIds();
  for (const { draft } of recusals.rows) {
    putRecusal(rosters, draft, officerIds, cause);
    done += 1;
    yield { done, total };
  }
  const updated = [...officers.rows, ...recusals.rows].filter(({ update }) => update).length;
  return { added: total - updated, updated, merged: 0, left: 0 };
}
