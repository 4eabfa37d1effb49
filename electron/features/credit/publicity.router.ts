import { z } from 'zod';
import { PublishRecords, RecordPage, StopPublicity } from '../../../shared/features/credit/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query, router } from '../../app/procedures.ts';
import { publicityOverview } from '../../app/publicity-dues.ts';
import { nameOf } from '../../app/record-content.ts';
import { noted } from '../../app/run-command.ts';
import { publicityFilter, publicityLineOf } from './record-exports.router.ts';
import { changeableRecord } from './records.router.ts';

const may = { may: ['operator'] } as const;
/** Names kept in the ledger's entry of one publication. */
const NAMED = 50;

/** 双公示台账: what has to be published by when, what was, where, and what is shown no more. */
export const publicityRouter = router({
  overview: query().query(({ ctx }) => publicityOverview(ctx)),

  list: query()
    .input(RecordPage.extend({ isOverdue: z.boolean().default(false) }))
    .query(({ ctx, input: { sort, descending, offset, limit, ...filter } }) => {
      const page = { sort, descending, offset, limit };
      const { lines, total } = ctx.credit.listRecords(publicityFilter(ctx, filter), page);
      return { total, lines: lines.map(publicityLineOf(ctx)) };
    }),

  /** Published on a day at a place; all of them or none. */
  publish: command('credit.publish', may)
    .input(PublishRecords)
    .mutation(({ ctx, input: { ids, on, where } }) => {
      if (on > ctx.today) return refuse('CREDIT_IN_FUTURE', { on });
      const names: string[] = [];
      for (const id of new Set(ids)) {
        const standing = changeableRecord(ctx, id);
        if (!standing.ok) return standing;
        const { record, name } = standing.value;
        if (record.publishedOn !== null) return refuse('CREDIT_PUBLISHED', { name, on: record.publishedOn });
        if (on < record.happenedOn) return refuse('CREDIT_ENDED_BEFORE', { on, happenedOn: record.happenedOn });
        ctx.credit.publishRecord(id, on, where);
        names.push(name);
      }
      const subject = names.length === 1 ? (names[0] ?? '') : `${names.length}条信用信息`;
      return noted({ published: names.length }, subject, { on, where, ids, names: names.slice(0, NAMED) });
    }),

  /** 停止公示, after 修复 or for another reason; that it was published stays known. */
  stop: command('credit.stop-publicity', may)
    .input(StopPublicity)
    .mutation(({ ctx, input: { id, on, reason } }) => {
      const standing = changeableRecord(ctx, id);
      if (!standing.ok) return standing;
      const { record, name } = standing.value;
      if (record.publicity !== 'published') return refuse('CREDIT_NOT_PUBLISHED', { name });
      const since = record.publishedOn ?? record.happenedOn;
      if (on > ctx.today) return refuse('CREDIT_IN_FUTURE', { on });
      if (on < since) return refuse('CREDIT_ENDED_BEFORE', { on, happenedOn: since });
      ctx.credit.stopPublicity(id, on, reason);
      return noted(null, nameOf(record.objectName, record), { id, on, reason, repairedOn: record.repairedOn });
    }),
});
