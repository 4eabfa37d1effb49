import { z } from 'zod';
import { officerKey } from '../../../shared/features/rosters/check-officers.ts';
import { ChangeReason, OfficerForm } from '../../../shared/features/rosters/schemas.ts';
import { officerBars } from '../../../shared/kernel/eligibility.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { causeOf, changedLabels, departmentOf, historyOf, isDeleted } from './roster-changes.ts';

const Id = z.object({ id: z.int() });
const may = { may: ['operator'] } as const;

/** 执法检查人员名录库 (细则 第七条). */
export const officerCalls = {
  /** With what keeps each of them out of a draw today. */
  officers: query().query(({ ctx }) =>
    ctx.rosters.officers().map((officer) => {
      const entry = ctx.rosters.officerEntry(officer.id);
      return { ...officer, bars: entry === null ? [] : officerBars(entry, ctx.today) };
    }),
  ),
  officer: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.id) ?? notFound('执法人员');
      const entry = ctx.rosters.officerEntry(input.id) ?? notFound('执法人员');
      const recusals = ctx.rosters.recusals().filter(({ officerId }) => officerId === input.id);
      const bars = officerBars(entry, ctx.today);
      return { ...officer, phone: entry.phone, bars, recusals, history: historyOf(ctx, 'officer', input.id) };
    }),

  addOfficer: command('rosters.add-officer', may)
    .input(z.object({ entry: OfficerForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { entry, reason } }) => {
      if (ctx.rosters.officerIds().has(officerKey(entry))) return refuse('OFFICER_TAKEN', { name: entry.name });
      const id = ctx.rosters.insertOfficer(entry, departmentOf(ctx)(entry.department), ctx.now);
      ctx.rosters.changes.record('officer', id, entry.name, [null, entry], causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason });
    }),

  changeOfficer: command('rosters.change-officer', may)
    .input(Id.extend({ entry: OfficerForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { id, entry, reason } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      const holder = ctx.rosters.officerIds().get(officerKey(entry));
      if (holder !== undefined && holder !== id) return refuse('OFFICER_TAKEN', { name: entry.name });
      if (!ctx.rosters.changes.record('officer', id, entry.name, [before, entry], causeOf(ctx, reason))) {
        return refuse('UNCHANGED');
      }
      ctx.rosters.updateOfficer(id, entry, departmentOf(ctx)(entry.department), ctx.now);
      return noted({ id }, entry.name, { reason, fields: changedLabels(before, entry) });
    }),

  removeOfficer: command('rosters.remove-officer', may)
    .input(Id.extend({ reason: ChangeReason }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      if (!isDeleted(() => ctx.rosters.deleteOfficer(id))) return refuse('ENTRY_IN_USE', { name: before.name });
      ctx.rosters.changes.record('officer', id, before.name, [before, null], causeOf(ctx, reason));
      return noted(null, before.name, { reason });
    }),
};
