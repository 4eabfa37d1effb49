import { inTransaction } from '../database/in-transaction.ts';
import { appendLedger } from '../database/ledger.ts';
import type { Context } from './context.ts';
import { type Regraded, regradeObjects } from './regrade.ts';
import { warningsOnDay } from './warning-day.ts';

const CAUSE = 'grading.day';

/**
 * Grades those anew whose records, counts or change by hand have a boundary by today; each grade tells when by its
 * `next_change_on`. That rules come into force is seen to before (coming-into-force.ts).
 */
export function regradeOnDay(ctx: Context): Regraded {
  return regradeObjects(ctx, ctx.grading.gradesDueOn(ctx.today), CAUSE);
}

/**
 * Sees to it that a day's grades and warnings are worked out before its first call is answered. What fails is left for the log and tried
 * again with the next call; nobody is kept from working by it.
 */
export function createGradingDay(log: (line: string) => void) {
  let doneOn = '';
  return async (ctx: Context): Promise<void> => {
    if (ctx.today === doneOn || ctx.office.bureau() === null) return;
    await ctx.turns.next(() => {
      if (ctx.today === doneOn) return;
      try {
        inTransaction(ctx.db, () => {
          const program = { ...ctx, account: null };
          const regraded = regradeOnDay(program);
          warningsOnDay(program);
          if (regraded.graded > 0) enter(ctx, regraded);
          return { ok: true, value: null };
        });
        doneOn = ctx.today;
      } catch (error) {
        log(
          `grades of ${ctx.today} not worked out: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    });
  };
}

function enter(ctx: Context, { graded, changed }: Regraded): void {
  const subject = `${graded}户`;
  appendLedger(ctx.db, {
    at: ctx.now,
    actorId: null,
    actor: '（程序）',
    action: CAUSE,
    subject,
    details: { graded, changed },
  });
}
