import { z } from 'zod';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { ledgerHead, verifyLedger } from '../../database/ledger.ts';

const Lines = z.object({
  text: z.string().max(100).default(''),
  action: z.string().max(60).nullable().default(null),
  before: z.int().nullable().default(null),
  limit: z.int().min(1).max(2_000).default(200),
});

export const ledgerRouter = router({
  lines: query()
    .input(Lines)
    .query(({ ctx, input }) => ctx.ledger.lines(input)),
  head: query().query(({ ctx }) => ledgerHead(ctx.db)),

  /** 核验台账: the whole chain, recomputed. The finding is itself entered. */
  verify: command('ledger.verify', { may: 'anyone' }).mutation(({ ctx }) => {
    const verified = verifyLedger(ctx.db);
    const finding = verified.ok ? null : { code: verified.code, ...verified.details };
    return noted({ finding, entries: ledgerHead(ctx.db).seq }, finding === null ? '未发现改动' : '发现改动', {
      finding,
    });
  }),
});
