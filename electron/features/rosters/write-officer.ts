import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { type OfficerBar, officerBars } from '../../../shared/kernel/eligibility.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Context } from '../../app/context.ts';
import type { Officer } from './officers.repo.ts';
import { causeOf, departmentOf } from './roster-changes.ts';

/** Stores an officer's new state and its history; false when nothing changed. */
export function writeOfficer(
  ctx: Context,
  id: number,
  [before, after]: readonly [OfficerEntry, OfficerEntry],
  reason: string,
): boolean {
  ctx.rosters.updateOfficer(id, after, departmentOf(ctx)(after.department), ctx.now);
  const now = ctx.rosters.officerEntry(id);
  return ctx.rosters.changes.record('officer', id, after.name, [before, now], causeOf(ctx, reason));
}

/** What keeps the officer out of draws and inspections on the day. */
export function barsOn(officer: Officer, on: LocalDate): OfficerBar[] {
  return officerBars(
    {
      certificate: officer.certificateNumber,
      certificateUntil: officer.certificateExpiresOn ?? undefined,
      established: officer.hasEstablishment,
      status: officer.status,
      leaves: officer.leaves,
    },
    on,
  );
}
