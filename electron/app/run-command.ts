import Database from 'better-sqlite3';
import { type Action, actionTitles } from '../../shared/features/actions.ts';
import { type Role, rolesOf } from '../../shared/features/office/roles.ts';
import type { AllRefusals, AnyRefusal } from '../../shared/features/refusals.ts';
import { type Done, type Refusal, refuse } from '../../shared/kernel/result.ts';
import type { BackupReason } from '../database/backup.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { appendLedger } from '../database/ledger.ts';
import type { Context } from './context.ts';

/**
 * Who may: any of these roles. `anyone` is open to every signed-in account, `nobody-yet` also before signing in, `at-counter` to
 * whoever stands at an open 查询区.
 */
export type May = readonly Role[] | 'anyone' | 'nobody-yet' | 'at-counter';

/** What a command leaves in the ledger: what it acted on, as a user names it, and the facts worth keeping. */
export interface Note {
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Noted<T> extends Done<T> {
  readonly note: Note;
}

export function noted<T>(value: T, subject: string, details: Record<string, unknown> = {}): Noted<T> {
  return { ok: true, value, note: { subject, details } };
}

/**
 * Runs a command: role, backup where one is asked for, transaction, work, ledger entry. A refusal rolls everything back; a refusal for want of a role
 * is itself entered in the ledger.
 */
export function runCommand<T, R extends AnyRefusal = never>(
  ctx: Context,
  action: Action,
  may: May,
  work: () => Noted<T> | R,
  backup?: BackupReason,
): Done<T> | R | AnyRefusal {
  const entered = (): Done<T> | R => {
    const result = work();
    if (!result.ok) return result;
    enter(ctx, action, result.note);
    return { ok: true, value: result.value };
  };
  return runKeeping<T, R>(ctx, action, may, entered, backup);
}

/** The same without the entry in the ledger. */
export function runKeeping<T, R extends AnyRefusal = never>(
  ctx: Context,
  action: Action,
  may: May,
  work: () => Done<T> | R,
  backup?: BackupReason,
): Done<T> | R | AnyRefusal {
  const barred = barredFrom(ctx, action, may);
  if (barred !== null) return barred;
  try {
    if (backup !== undefined) ctx.ports.backup(backup);
    return inTransaction<T, R>(ctx.db, work);
  } catch (error) {
    if (isDiskFull(error)) return refuse('DISK_FULL');
    throw error;
  }
}

/** How far a long command is, in its own units. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/** How long a long command works before it lets the page have a turn, in milliseconds. */
const SLICE = 20;

/**
 * The same for a command that takes seconds: its work is cut into steps, and between slices of them other calls are
 * answered. Still one transaction with one ledger entry, held open until the last step; who else wants to write waits (see
 * turns.ts). Aborting rolls everything back and gives CANCELLED.
 */
export function runLongCommand<T, R extends AnyRefusal = never>(
  ctx: Context,
  action: Action,
  work: () => Generator<Step, Noted<T> | R>,
  {
    backup,
    signal,
    progress,
  }: { backup?: BackupReason; signal: AbortSignal; progress: (done: number, total: number) => void },
): Promise<Done<T> | R | AnyRefusal> {
  return ctx.turns.alone(async () => {
    try {
      if (backup !== undefined) ctx.ports.backup(backup);
      ctx.db.exec('begin immediate');
      const result = await inSlices(work(), signal, progress);
      if (result.ok) enter(ctx, action, result.note);
      ctx.db.exec(result.ok ? 'commit' : 'rollback');
      return result.ok ? { ok: true, value: result.value } : result;
    } catch (error) {
      if (isDiskFull(error)) return refuse('DISK_FULL');
      throw error;
    } finally {
      // A stop of the program closes the database in the middle of it, which takes everything back by itself.
      if (ctx.db.open && ctx.db.inTransaction) ctx.db.exec('rollback');
    }
  });
}

async function inSlices<T, R extends AnyRefusal>(
  work: Generator<Step, Noted<T> | R>,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Noted<T> | R | AnyRefusal> {
  for (;;) {
    const until = performance.now() + SLICE;
    let step = work.next();
    while (step.done !== true && performance.now() < until) step = work.next();
    if (step.done === true) return step.value;
    progress(step.value.done, step.value.total);
    await new Promise(setImmediate);
    if (signal.aborted) return refuse('CANCELLED');
  }
}

/** Why the asker may not, or null. The refusal names who may. */
export function barredFrom(ctx: Context, action: Action, may: May): AnyRefusal | null {
  if (may === 'nobody-yet') return null;
  if (may === 'at-counter') return ctx.counterAccount === null ? refuse('COUNTER_CLOSED') : null;
  if (ctx.account === null) return refuse(ctx.lockedAccount === null ? 'NOT_SIGNED_IN' : 'LOCKED');
  if (may === 'anyone' || rolesOf(ctx.account).some((role) => may.includes(role))) return null;
  const who = ctx.office.namesOfRoles(may);
  inTransaction(ctx.db, () => {
    enter(ctx, 'office.refused', { subject: actionTitles[action], details: { action } });
    return { ok: true, value: null };
  });
  return refuse('NOT_ALLOWED', { action: actionTitles[action], may, who });
}

function enter(ctx: Context, action: Action, { subject, details = {} }: Note): void {
  appendLedger(ctx.db, {
    at: ctx.now,
    actorId: ctx.account?.id ?? null,
    actor: actorOf(ctx),
    action,
    subject,
    details,
  });
}

/** What is asked at the 查询区 is not the doing of who opened it. */
function actorOf({ account, counterAccount }: Context): string {
  if (account !== null) return account.name;
  return counterAccount === null ? '（未登录）' : `查询区（${counterAccount.name}开启）`;
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(FULL|IOERR_WRITE)/.test(error.code);
}

/** A refusal of this program, as far as a value from outside can be told to be one. */
export function isRefusal(value: unknown): value is Refusal<keyof AllRefusals & string> {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'code' in value;
}
