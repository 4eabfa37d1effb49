import type { Step } from '../../app/run-command.ts';
import { isForeignKeyError } from '../../database/foreign-key-error.ts';
import { isUniqueError } from '../../database/unique-error.ts';
import { type Cause, isSameEntry, type Roster, type RosterChange } from './changes.repo.ts';

import type { RostersRepo } from './rosters.repo.ts';

/** Why a batch cannot be taken back: entries changed later, or entries something else rests on. */
export interface Hindrances {
  readonly changed: string[];
  readonly inUse: string[];
}

/** Names a refusal lists; the rest are counted by the reader. */
const NAMED = 10;
const PAGE = 200;

/** Takes a batch back, newest change first. Gives what hinders it; when nothing does, all is taken back. */
export function* undoBatch(
  rosters: RostersRepo,
  batchId: number,
  departmentOf: (unit: string) => string,
  cause: Cause,
): Generator<Step, Hindrances & { readonly entries: number }> {
  const total = rosters.changes.countOfBatch(batchId);
  const found: Hindrances = { changed: [], inUse: [] };
  let done = 0;
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = rosters.changes.ofBatch(batchId, before, PAGE);
    for (const change of page) {
      undoOne(rosters, change, departmentOf, cause, found);
      if (found.changed.length >= NAMED || found.inUse.length >= NAMED) return { ...found, entries: total };
      done += 1;
      yield { done, total };
    }
    const last = page.at(-1);
    if (last === undefined) return { ...found, entries: total };
    before = last.id;
  }
}

function undoOne(
  rosters: RostersRepo,
  change: RosterChange & { readonly isTouched: boolean },
  departmentOf: (unit: string) => string,
  cause: Cause,
  found: Hindrances,
): void {
  const { roster, entryId, name, after, isTouched } = change;
  // A later change that was itself taken back leaves the entry as the batch left it.
  if (isTouched && !isSameEntry(entryNow(rosters, roster, entryId), after)) {
    found.changed.push(name);
    return;
  }
  try {
    undoChange(rosters, change, departmentOf, cause);
  } catch (error) {
    // The code it had before is another's by now.
    if (isUniqueError(error)) found.changed.push(name);
    else if (isForeignKeyError(error)) found.inUse.push(name);
    else throw error;
  }
}

function entryNow(rosters: RostersRepo, roster: Roster, id: number) {
  if (roster === 'object') return rosters.objectEntry(id);
  if (roster === 'officer') return rosters.officerEntry(id);
  const recusal = rosters.recusalById(id);
  return recusal === null ? null : rosters.recusalEntry(recusal);
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
