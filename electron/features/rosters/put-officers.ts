import { type OfficerDraft, officerKey } from '../../../shared/features/rosters/check-officers.ts';
import type { RecusalDraft } from '../../../shared/features/rosters/check-recusals.ts';
import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import type { Cause } from './changes.repo.ts';
import type { RostersRepo } from './rosters.repo.ts';

/** Writes one good row of an import with its history; an unchanged entry is left alone. */
export function putOfficer(
  rosters: RostersRepo,
  draft: OfficerDraft,
  departmentOf: (unit: string) => string,
  cause: Cause,
): void {
  const ids = rosters.officerIds();
  const known = ids.get(officerKey(draft)) ?? ids.get(officerKey({ ...draft, certificate: '' }));
  const before = known === undefined ? null : rosters.officerEntry(known);
  const entry = officerEntryOf(draft, before);
  const department = departmentOf(entry.department);
  if (known === undefined) {
    const id = rosters.insertOfficer(entry, department, cause.at);
    rosters.changes.record('officer', id, entry.name, [null, entry], cause);
    return;
  }
  if (rosters.changes.record('officer', known, entry.name, [before, entry], cause)) {
    rosters.updateOfficer(known, entry, department, cause.at);
  }
}

/** Leaves of the roster stay; the one the workbook names is added. */
function officerEntryOf({ leaveFrom, leaveUntil, ...rest }: OfficerDraft, before: OfficerEntry | null): OfficerEntry {
  const [fromOn, toOn] = [leaveFrom ?? leaveUntil, leaveUntil ?? leaveFrom];
  const kept = before?.leaves ?? [];
  if (fromOn === undefined || toOn === undefined) return { ...rest, leaves: kept };
  const isThere = kept.some((leave) => leave.fromOn === fromOn && leave.toOn === toOn);
  return { ...rest, leaves: isThere ? kept : [...kept, { fromOn, toOn }] };
}

export function putRecusal(
  rosters: RostersRepo,
  draft: RecusalDraft,
  officerIds: ReadonlyMap<string, number>,
  cause: Cause,
): void {
  const officerId = officerIds.get(draft.officer);
  const objectId = rosters.objectIdByAnyCode(draft.object);
  // The officer's own row may have had an error and stayed out.
  if (officerId === undefined || objectId === null) return;
  const there = rosters.recusalOf(officerId, objectId);
  const id = there?.id ?? rosters.insertRecusal(officerId, objectId, draft, cause.at);
  if (there !== null) rosters.updateRecusal(id, draft);
  const now = rosters.recusalOf(officerId, objectId);
  const states = [there, now].map((recusal) => (recusal === null ? null : rosters.recusalEntry(recusal)));
  const name = now === null ? '' : `${now.officerName}—${now.objectName}`;
  rosters.changes.record('recusal', id, name, [states[0] ?? null, states[1] ?? null], cause);
}
