import { z } from 'zod';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { ledgerHead, verifyLedger } from '../../database/ledger.ts';
import { type LedgerLine, listedObjects } from './ledger.repo.ts';

const Filter = z.object({
  text: z.string().max(100).default(''),
  action: z.string().max(60).nullable().default(null),
});

const Lines = Filter.extend({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(100_000).default(200),
});

const PrintedHead = z.object({
  seq: z.int().min(1, '请填写校验值序号'),
  hash: z
    .string()
    .transform((typed) => typed.replace(/\s/g, '').toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f]{64}$/, '校验值应为64位，由数字和字母a至f组成')),
});

export const ledgerRouter = router({
  lines: query()
    .input(Lines)
    .query(({ ctx, input }) => ctx.ledger.lines(input).map(withoutDrawn)),

  /** How many entries a filter finds, the head, and how often the clock was found set back. */
  summary: query()
    .input(Filter)
    .query(({ ctx, input }) => ({
      total: ctx.ledger.countLines(input),
      head: ledgerHead(ctx.db),
      clockSetBack: ctx.ledger.countClockSetBack(),
    })),

  head: query().query(({ ctx }) => ledgerHead(ctx.db)),

  /** 核验台账: the whole chain, recomputed and compared with heads on paper. The finding is itself entered. */
  verify: command('ledger.verify', { may: 'anyone' })
    .input(z.object({ printed: z.array(PrintedHead).max(50).default([]) }))
    .mutation(({ ctx, input }) => {
      const verified = verifyLedger(ctx.db, input.printed);
      const finding = verified.ok ? null : { code: verified.code, ...verified.details };
      return noted({ finding, entries: ledgerHead(ctx.db).seq }, finding === null ? '未发现改动' : '发现改动', {
        finding,
      });
    }),
});

/** Entries of 抽取检查对象 by earlier versions listed the objects; what was drawn is not read here. */
function withoutDrawn(line: LedgerLine): LedgerLine {
  if (line.action !== listedObjects) return line;
  const { drawn, ...details } = JSON.parse(line.details) as { drawn?: readonly string[] };
  return drawn === undefined ? line : { ...line, details: JSON.stringify({ ...details, drawnCount: drawn.length }) };
}
