import { z } from 'zod';
import { AskCounter, isSamePerson, missesAllowed, missMinutes } from '../../../shared/features/credit/counter.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { normaliseUscc } from '../../../shared/kernel/uscc.ts';
import type { Context } from '../../app/context.ts';
import { keepReport, publicRecord, type RosterObject } from '../../app/credit-report.ts';
import { change, command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';

/** Queries shown in the office's list. */
const listed = 2_000;

/**
 * 查询区 (鸡西方案 第4项): this window locks itself and answers nothing but what an enterprise asks of its own public record, until
 * somebody signs in again.
 */
export const counterRouter = router({
  queries: query().query(({ ctx }) => ctx.credit.counterQueries(listed)),

  open: command('credit.open-counter', { may: ['operator', 'reviewer', 'leader'] }).mutation(({ ctx }) => {
    if (ctx.secret !== null) ctx.sessions.openCounter(ctx.secret);
    return noted(null, ctx.account?.name ?? '');
  }),

  /** The public record of the enterprise whose code and 负责人 were typed; null where they do not match, whatever the cause. */
  ask: command('credit.ask-counter', { may: 'at-counter' })
    .input(AskCounter)
    .mutation(({ ctx, input }) => {
      const openedBy = ctx.counterAccount?.id ?? 0;
      const since = new Date(Date.parse(ctx.now) - missMinutes * 60_000).toISOString();
      if (ctx.credit.counterMisses(since) >= missesAllowed) return refuse('COUNTER_PAUSED', { minutes: missMinutes });
      const named = ctx.rosters.objectByUscc(normaliseUscc(input.code));
      const object = named !== null && isSamePerson(input.person, named.personInCharge) ? named : null;
      if (object === null) {
        ctx.credit.insertCounterQuery({ outcome: 'not-matched', object: named, reportId: null }, openedBy, ctx.now);
        return noted(null, named === null ? '（名录中没有的代码）' : named.name, { outcome: '不相符' });
      }
      return noted(shown(ctx, object, openedBy), object.name, { outcome: '已显示' });
    }),

  /** 返回: what was shown can no longer be printed. */
  leave: change('credit.ask-counter', { may: 'at-counter' })
    .input(z.object({}))
    .mutation(({ ctx }) => {
      ctx.credit.counterStages.drop(ctx.counterAccount?.id ?? 0);
      return done(null);
    }),
});

function shown(ctx: Context, object: RosterObject, openedBy: number) {
  const report = keepReport(ctx, object, 'external', openedBy);
  const queryId = ctx.credit.insertCounterQuery({ outcome: 'shown', object, reportId: report.id }, openedBy, ctx.now);
  const ticket = ctx.credit.counterStages.keep(openedBy, { queryId, reportId: report.id, shownAt: ctx.now });
  return { ticket, number: report.number, record: publicRecord(ctx, object) };
}
