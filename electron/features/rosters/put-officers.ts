import { type OfficerDraft, officerKey } from '../../../shared/features/rosters/check-officers.ts';
import type { RecusalDraft } from '../../../shared/features/rosters/check-recusals.ts';
import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import type { OfficerField } from '../../../shared/features/rosters/officer-columns.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { type Cause, isSameEntry } from './changes.repo.ts';
import type { RostersRepo } from './rosters.repo.ts';

/** Writes one good row of an import with its history; an unchanged entry is left alone. */
export function putOfficer(
  rosters: RostersRepo,
  draft: OfficerDraft,
  columns: ReadonlySet<OfficerField>,
  departmentOf: (unit: string) => string,
  cause: Cause,
): void {
  const ids = rosters.officerIds();
  const known = ids.get(officerKey(draft)) ?? ids.get(officerKey({ ...draft, certificate: '' }));
  const before = known === undefined ? null : rosters.officerEntry(known);
  putEntry(rosters, known, [before, officerEntryOf(draft, before, columns)], departmentOf, cause);
}

/** Writes an entry with its history: a new one, or the state after of one that is known. */
export function putEntry(
  rosters: RostersRepo,
  known: number | undefined,
  [before, entry]: readonly [OfficerEntry | null, OfficerEntry],
  departmentOf: (unit: string) => string,
  cause: Cause,
): void {
  const department = departmentOf(entry.department);
  if (known === undefined) {
    const id = rosters.insertOfficer(entry, department, cause.at);
    rosters.changes.record('officer', id, entry.name, [null, rosters.officerEntry(id)], cause);
    return;
  }
  if (isSameEntry(before, entry)) return;
  rosters.updateOfficer(known, entry, department, cause.at);
  rosters.changes.record('officer', known, entry.name, [before, rosters.officerEntry(known)], cause);
}

/**
 * Leaves and declarations of the roster stay; the leave the workbook names is added. A column the workbook does not have
 * (`columns` are those it has) and a telephone number it does not give stay as they are, too.
 */
export function officerEntryOf(
  { leaveFrom, leaveUntil, ...draft }: OfficerDraft,
  before: OfficerEntry | null,
  columns: ReadonlySet<OfficerField>,
): OfficerEntry {
  const isKept = (field: keyof typeof draft) => !columns.has(field) || (field === 'phone' && draft.phone === '');
  const fields = Object.keys(draft) as (keyof typeof draft)[];
  const held = before === null ? [] : fields.filter(isKept).map((field) => [field, before[field]]);
  const rest: typeof draft = { ...draft, ...Object.fromEntries(held) };
  const [fromOn, toOn] = [leaveFrom ?? leaveUntil, leaveUntil ?? leaveFrom];
  const kept = before?.leaves ?? [];
  const declared = { formerEmployers: before?.formerEmployers, relatives: before?.relatives };
  if (fromOn === undefined || toOn === undefined) return { ...rest, ...declared, leaves: kept };
  const isThere = kept.some((leave) => leave.fromOn === fromOn && leave.toOn === toOn);
  return { ...rest, ...declared, leaves: isThere ? kept : [...kept, { fromOn, toOn }] };
}

export function putRecusal(
  rosters: RostersRepo,
  draft: RecusalDraft,
  officerIds: ReadonlyMap<string, number>,
  cause: Cause,
): void {
  const today = localDayOf(cause.at);
  const officerId = officerIds.get(draft.officer);
  const objectId = rosters.objectIdByAnyCode(draft.object);
  // The officer's own row may have had an error and stayed out.
  if (officerId === undefined || objectId === null) return;
  const there = rosters.recusalOf(officerId, objectId, today);
  const span = { fromOn: draft.fromOn ?? there?.fromOn ?? (there === null ? today : undefined), toOn: draft.toOn };
  const written = { ...draft, ...span };
  const id = there?.id ?? rosters.insertRecusal(officerId, objectId, written, cause.at);
  if (there !== null) rosters.updateRecusal(id, written);
  const now = rosters.recusalById(id);
  const states = [there, now].map((recusal) => (recusal === null ? null : rosters.recusalEntry(recusal)));
  const name = now === null ? '' : `${now.officerName}—${now.objectName}`;
  rosters.changes.record('recusal', id, name, [states[0] ?? null, states[1] ?? null], cause);
}
