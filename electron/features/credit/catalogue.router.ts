import { NoneReceived } from '../../../shared/features/credit/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { catalogueLines } from '../../app/catalogue-dues.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { by } from './records.router.ts';

/** 采集目录: which kinds, who supplies them, how often, and what is late. */
export const catalogueRouter = router({
  list: query().query(({ ctx }) => catalogueLines(ctx)),

  /** 本期无, told so far, newest first. */
  receipts: query().query(({ ctx }) => ctx.credit.receipts()),

  /** 本期无: the supplier has told that there is nothing. */
  noneReceived: command('credit.none-received', { may: ['operator'] })
    .input(NoneReceived)
    .mutation(({ ctx, input: { entryId, on, note } }) => {
      const entry = officePack(ctx).catalogue.find(({ id }) => id === entryId);
      if (entry === undefined) return refuse('CATALOGUE_ENTRY_GONE');
      if (on > ctx.today) return refuse('CREDIT_IN_FUTURE', { on });
      ctx.credit.insertReceipt(entryId, on, note, by(ctx));
      return noted(null, `${entry.name}（${entry.supplier}）`, { entryId, on, note });
    }),
});
