import { fieldChanges } from '../../../shared/features/rosters/entries.ts';
import { maskedRelative } from '../../../shared/features/rosters/officer-facts.ts';
import { shortDepartment } from '../../../shared/kernel/departments.ts';
import { maskPhone } from '../../../shared/kernel/redact.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { noted } from '../../app/run-command.ts';
import { isForeignKeyError } from '../../database/foreign-key-error.ts';
import type { Cause, Entries, Roster } from './changes.repo.ts';

/** Who changes the rosters, when and why, as the history keeps it. */
export function causeOf(ctx: Context, reason: string): Cause {
  if (ctx.account === null) throw new Error('a command has an account');
  return { at: ctx.now, byId: ctx.account.id, byName: ctx.account.name, reason, batchId: null };
}

/** Units are written in many ways; the office's pack knows the short names plans and draws use. */
export function departmentOf(ctx: Context): (unit: string) => string {
  const bureau = ctx.office.bureau();
  const { departments } = officePack(ctx);
  return (unit) => (unit === bureau?.name ? bureau.department : shortDepartment(unit, departments));
}

/** Newest first, field by field. */
export function historyOf(ctx: Context, roster: Roster, id: number) {
  return ctx.rosters.changes.ofEntry(roster, id).map(({ before, after, batchId, batchChangeId, ...change }) => ({
    ...change,
    /** The file it came from, or the 批量变更 it was part of. */
    imported: batchId === null ? null : { batchId, fileName: ctx.rosters.batchById(batchId)?.fileName ?? '' },
    batchChange: batchChangeId === null ? null : (ctx.rosters.batchChangeById(batchChangeId)?.title ?? ''),
    change: before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const),
    fields: before === null || after === null ? [] : fieldChanges(shownTo(ctx, before), shownTo(ctx, after)),
  }));
}

/** Who the declared relatives are is for 经办人, who registers 回避, and for 局领导. */
export function maySeeRelatives({ account }: Context): boolean {
  return account !== null && (account.isOperator || account.isLeader);
}

function shownTo(ctx: Context, entry: Entries[Roster]): Entries[Roster] {
  if (!('relatives' in entry) || maySeeRelatives(ctx)) return entry;
  return { ...entry, relatives: entry.relatives?.map(maskedRelative) };
}

/** 查看: a number whole; the ledger keeps whose and why, not the number. */
export function revealed(
  what: '联系方式' | '身份证号码',
  value: string,
  { name, reason }: { name: string; reason: string },
) {
  return value === '' ? refuse('NOTHING_TO_REVEAL', { name }) : noted({ value }, name, { field: what, reason });
}

/** Forms show the masked number; sent back as it was, it stays. */
export function phoneIn(sent: string, there: string): string {
  return sent !== '' && sent === maskPhone(there) ? there : sent;
}

/** For the ledger: which fields, not what they hold. */
export function changedLabels(
  before: Parameters<typeof fieldChanges>[0],
  after: Parameters<typeof fieldChanges>[1],
): string[] {
  return fieldChanges(before, after).map(({ label }) => label);
}

/** False when something in another table rests on the entry. */
export function isDeleted(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isForeignKeyError(error)) return false;
    throw error;
  }
}
