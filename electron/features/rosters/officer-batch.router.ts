import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { isOverlapping, leaveText } from '../../../shared/features/rosters/officer-facts.ts';
import { OfficerBatchChange, OnDay } from '../../../shared/features/rosters/schemas.ts';
import { officerBars } from '../../../shared/kernel/eligibility.ts';
import { endOfDay } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { workLeftBy } from './handover.router.ts';
import { writeOfficer } from './write-officer.ts';

/** Several officers at once, and all of them as they stood on a day. */
export const officerBatchCalls = {
  /** The roster at the end of a day, with who took part in draws then. Telephone numbers and relatives stay out. */
  officersOn: query()
    .input(OnDay)
    .query(({ ctx, input: { on } }) =>
      ctx.rosters.changes
        .standingBefore('officer', endOfDay(on))
        .map(({ phone: _phone, relatives: _relatives, ...entry }) => ({ ...entry, bars: officerBars(entry, on) })),
    ),

  /** All or none; each one's history keeps what stood before. */
  changeOfficers: command('rosters.change-officers', { may: ['operator'] })
    .input(OfficerBatchChange)
    .mutation(({ ctx, input: { ids, change, reason } }) => {
      const left = workLeftBy(ctx, ids);
      if (change.what === 'status' && change.status !== '在岗' && left.seats > 0) {
        return refuse('OFFICER_HAS_WORK', left);
      }
      const changed: string[] = [];
      for (const id of new Set(ids)) {
        const before = ctx.rosters.officerEntry(id);
        if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
        if (change.what === 'leave') {
          const there = before.leaves.find((one) => isOverlapping(one, change.leave));
          if (there !== undefined) return refuse('LEAVE_THERE', { name: before.name, leave: leaveText(there) });
        }
        if (writeOfficer(ctx, id, [before, changedEntry(before, change)], reason)) changed.push(before.name);
      }
      if (changed.length === 0) return refuse('UNCHANGED');
      return noted({ count: changed.length }, `${changed[0]}等${changed.length}人`, { change, reason, names: changed });
    }),
};

function changedEntry(before: OfficerEntry, change: OfficerBatchChange['change']): OfficerEntry {
  switch (change.what) {
    case 'leave':
      return { ...before, leaves: [...before.leaves, change.leave] };
    case 'scopes':
      return { ...before, scopes: change.scopes };
    case 'status':
      return { ...before, status: change.status };
  }
}
