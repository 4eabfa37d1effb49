import type { DueLine } from '../../shared/features/home/summary.ts';
import { isOverdue } from '../../shared/features/registers/campaign.ts';
import { dayOfStep, type Letter } from '../../shared/features/registers/letter.ts';
import { duesOfCells, type Register, titleOfCells } from '../../shared/features/registers/register.ts';
import type { RegisterEntry } from '../../shared/features/registers/views.ts';
import { addDays, yearOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { officeRegisters, registerById } from './office-registers.ts';
import { reportLines } from './report-dates.ts';

/** Days before a report date on which it is first listed. */
const reportNoticeDays = 30;

/** What the 台账, reports, letters and campaigns have due: days that run out, reports to send, letters to dispatch, campaigns to end. */
export function registerDues(ctx: Context): readonly DueLine[] {
  return [...entryDues(ctx), ...reportDues(ctx), ...letterDues(ctx), ...campaignDues(ctx)].map((due) => ({
    ...due,
    isOverdue: due.on < ctx.today,
    isEstimate: false,
  }));
}

/** The same of one enterprise: days its entries run out, however far away, letters about it, and 整改 it is to do in a campaign. */
export function registerDuesOf(ctx: Context, objectId: number): readonly DueLine[] {
  const entries = ctx.registers.entriesOfObject(objectId).flatMap((entry) => {
    const register = registerById(ctx, entry.registerId);
    return register === null ? [] : duesOfEntry(register, entry, () => true);
  });
  const campaigns = ctx.registers.campaignsOf(objectId).flatMap(({ id, name, end, steps }) => {
    const last = steps.at(-1);
    if (end !== null || last?.state !== 'rectifying' || last.dueOn === null) return [];
    const path = `/registers/campaigns/${id}?id=${objectId}`;
    return [{ what: `整改到位（${name}）`, subject: name, on: last.dueOn, article: '', path }];
  });
  return [...entries, ...ctx.registers.lettersOf(objectId).flatMap(dueOfLetter), ...campaigns].map((due) => ({
    ...due,
    isOverdue: due.on < ctx.today,
    isEstimate: false,
  }));
}

type Due = Omit<DueLine, 'isOverdue' | 'isEstimate'>;

function entryDues(ctx: Context): readonly Due[] {
  const isNear = (on: string, days: number) => addDays(ctx.today, days) >= on;
  return officeRegisters(ctx).flatMap((register) => {
    if (register.columns.every(({ remindDays }) => remindDays === undefined)) return [];
    return ctx.registers.entriesOf(register.id).flatMap((entry) => duesOfEntry(register, entry, isNear));
  });
}

function duesOfEntry(
  register: Register,
  { id, cells, withdrawn }: RegisterEntry,
  isNear: (on: string, days: number) => boolean,
): readonly Due[] {
  if (withdrawn !== null) return [];
  return duesOfCells(register, cells, isNear).map(({ title, on }) => ({
    what: `${register.name}：${title}`,
    subject: titleOfCells(register, cells),
    on,
    article: register.article,
    path: `/registers/${register.id}?id=${id}`,
  }));
}

function reportDues(ctx: Context): readonly Due[] {
  const until = addDays(ctx.today, reportNoticeDays);
  return reportLines(ctx, yearOf(ctx.today)).flatMap(({ name, what, on, article, isOverdue: isLate, sent }) =>
    sent !== null || on > until || (on < ctx.today && !isLate)
      ? []
      : [{ what: '报送', subject: `${name}：${what}`, on, article, path: '/registers/reports' }],
  );
}

function letterDues(ctx: Context): readonly Due[] {
  return ctx.registers.letters().flatMap(dueOfLetter);
}

/** Signed and not dispatched. */
function dueOfLetter({ id, number, addressee, state, steps }: Letter): readonly Due[] {
  const on = dayOfStep(steps, 'approve');
  if (state !== 'approved' || on === null) return [];
  const path = `/registers/reports?tab=letters&id=${id}`;
  return [{ what: '发出通报函', subject: `${number} ${addressee}`, on, article: '', path }];
}

function campaignDues(ctx: Context): readonly Due[] {
  return ctx.registers.campaigns().flatMap(({ id, name, toOn, end }) => {
    if (end !== null) return [];
    const path = `/registers/campaigns/${id}`;
    const late = ctx.registers
      .campaignObjects(id)
      .filter((object) => isOverdue(object, ctx.today))
      .map((object) => ({
        what: '督促整改到位',
        subject: object.name,
        on: object.steps.at(-1)?.dueOn ?? toOn,
        article: '',
        path,
      }));
    return [{ what: '专项治理到期', subject: name, on: toOn, article: '', path }, ...late];
  });
}
