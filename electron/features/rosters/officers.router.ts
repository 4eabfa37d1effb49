import { z } from 'zod';
import { officerKey } from '../../../shared/features/rosters/check-officers.ts';
import type { OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { certificateState, isOverlapping, leaveOn, leaveText } from '../../../shared/features/rosters/officer-facts.ts';
import { recusalState } from '../../../shared/features/rosters/recusal-state.ts';
import { ChangeReason, LeaveForm, neededText, OfficerForm } from '../../../shared/features/rosters/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { workLeftBy } from './handover.router.ts';
import type { Officer } from './officers.repo.ts';
import {
  causeOf,
  changedLabels,
  departmentOf,
  historyOf,
  isDeleted,
  maySeeRelatives,
  phoneIn,
  revealed,
} from './roster-changes.ts';
import { barsOn, writeOfficer } from './write-officer.ts';

const Id = z.object({ id: z.int() });
const may = { may: ['operator'] } as const;
/** What a draw may ask for as a scope. */
const MOST_OF_SCOPE = 30;

/** 执法检查人员名录库 (细则 第七条). */
export const officerCalls = {
  officers: query().query(({ ctx }) => {
    const openSeats = ctx.inspections.openSeatCounts();
    return ctx.rosters.officers().map((officer) => standingOf(ctx, officer, openSeats));
  }),

  officer: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.id) ?? notFound('执法人员');
      const entry = ctx.rosters.officerEntry(input.id) ?? notFound('执法人员');
      const recusals = ctx.rosters
        .recusals()
        .filter(({ officerId }) => officerId === input.id)
        .map((recusal) => ({ ...recusal, state: recusalState(recusal, ctx.today) }));
      return {
        ...standingOf(ctx, officer, ctx.inspections.openSeatCounts()),
        recusals,
        relatives: maySeeRelatives(ctx) ? (entry.relatives ?? []) : null,
        history: historyOf(ctx, 'officer', input.id),
      };
    }),

  /** 查看: the telephone number whole, with the reason in the ledger. */
  revealOfOfficer: command('rosters.reveal', may)
    .input(Id.extend({ reason: neededText('查看事由') }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const entry = ctx.rosters.officerEntry(id);
      if (entry === null) return refuse('NOT_FOUND', { what: '执法人员' });
      return revealed('联系方式', entry.phone, { name: entry.name, reason });
    }),

  /** 业务领域 to choose from: those in use, the items of the list in force and of the plans. One that would read as several is left out. */
  scopeChoices: query().query(({ ctx }) => {
    const used = ctx.rosters.officers().flatMap(({ scopes }) => scopes);
    const items = ctx.plans.plans().flatMap(({ id }) => ctx.plans.items(id).map(({ item }) => item.texts.name));
    const listed = ctx.plans.checkItems.current(ctx.today).map(({ name }) => name);
    const fits = (name: string) => name !== '' && name.length <= MOST_OF_SCOPE && !/[、，,；;\n]/.test(name);
    return [...new Set([...used, ...[...listed, ...items].filter(fits)])].sort();
  }),

  addOfficer: command('rosters.add-officer', may)
    .input(z.object({ entry: OfficerForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { entry, reason } }) => {
      if (ctx.rosters.officerIds().has(officerKey(entry))) return refuse('OFFICER_TAKEN', { name: entry.name });
      const id = ctx.rosters.insertOfficer(entry, departmentOf(ctx)(entry.department), ctx.now);
      ctx.rosters.changes.record('officer', id, entry.name, [null, ctx.rosters.officerEntry(id)], causeOf(ctx, reason));
      return noted({ id }, entry.name, { reason });
    }),

  changeOfficer: command('rosters.change-officer', may)
    .input(Id.extend({ entry: OfficerForm, reason: ChangeReason }))
    .mutation(({ ctx, input: { id, entry, reason } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      const holder = ctx.rosters.officerIds().get(officerKey(entry));
      if (holder !== undefined && holder !== id) return refuse('OFFICER_TAKEN', { name: entry.name });
      const left = workLeftBy(ctx, [id]);
      if (entry.status !== '在岗' && entry.status !== before.status && left.seats > 0)
        return refuse('OFFICER_HAS_WORK', left);
      const after = { ...entry, phone: phoneIn(entry.phone, before.phone), ...declaredIn(entry, before) };
      if (!writeOfficer(ctx, id, [before, after], reason)) return refuse('UNCHANGED');
      return noted({ id }, entry.name, { reason, fields: changedLabels(before, after) });
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

  /** 请假, without opening the whole entry. */
  addLeave: command('rosters.add-leave', may)
    .input(Id.extend({ leave: LeaveForm }))
    .mutation(({ ctx, input: { id, leave } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      const there = before.leaves.find((one) => isOverlapping(one, leave));
      if (there !== undefined) return refuse('LEAVE_THERE', { name: before.name, leave: leaveText(there) });
      const text = leaveText(leave);
      writeOfficer(ctx, id, [before, { ...before, leaves: [...before.leaves, leave] }], `请假：${text}`);
      return noted(null, before.name, { leave: text });
    }),

  cancelLeave: command('rosters.cancel-leave', may)
    .input(Id.extend({ fromOn: z.string(), toOn: z.string(), reason: ChangeReason }))
    .mutation(({ ctx, input: { id, fromOn, toOn, reason } }) => {
      const before = ctx.rosters.officerEntry(id);
      if (before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      const leaves = before.leaves.filter((leave) => leave.fromOn !== fromOn || leave.toOn !== toOn);
      if (leaves.length === before.leaves.length) return refuse('NOT_FOUND', { what: '请假' });
      writeOfficer(ctx, id, [before, { ...before, leaves }], `销假：${reason}`);
      return noted(null, before.name, { fromOn, toOn, reason });
    }),
};

/** With what keeps the officer out of a draw today, how the certificate stands, and the inspections he has not finished. */
function standingOf(ctx: Context, officer: Officer, openSeats: ReadonlyMap<number, number>) {
  const { certificateNumber: number, certificateExpiresOn: until } = officer;
  return {
    ...officer,
    bars: barsOn(officer, ctx.today),
    openSeats: openSeats.get(officer.id) ?? 0,
    isOwn: officer.department === ctx.office.bureau()?.department,
    certificate: certificateState({ number, until }, ctx.today),
    leaveToday: leaveOn(officer.leaves, ctx.today) ?? null,
  };
}

/** The form of someone who did not see the declarations leaves them as they were. */
function declaredIn(entry: OfficerForm, before: OfficerEntry): Pick<OfficerEntry, 'formerEmployers' | 'relatives'> {
  const kept = <T>(said: readonly T[] | undefined, there: readonly T[] | undefined) =>
    said === undefined ? there : said.length === 0 ? undefined : said;
  return {
    formerEmployers: kept(entry.formerEmployers, before.formerEmployers),
    relatives: kept(entry.relatives, before.relatives),
  };
}
