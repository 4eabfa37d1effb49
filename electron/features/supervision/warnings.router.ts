import { z } from 'zod';
import {
  AcknowledgeWarnings,
  HandleWarnings,
  WarningList,
  type WarningSelection,
} from '../../../shared/features/supervision/warning-schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { longCommand, notFound, query, router } from '../../app/procedures.ts';
import { noted, runLongCommand } from '../../app/run-command.ts';
import { areWarningsStale, scanningWarnings } from '../../app/warning-day.ts';
import { articleOf } from './follow-measures.ts';
import type { StepBy } from './measures.repo.ts';

const may = ['operator'] as const;
const everyone = ['operator', 'reviewer', 'leader'] as const;

/** 预警: what the pack's rules found, what was done about it, and bringing it up to the day. 鸡西方案 第6项. */
export const warningsRouter = router({
  list: query()
    .input(WarningList)
    .query(({ ctx, input }) => ctx.supervision.warnings.list(input)),
  one: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input: { id } }) => {
      const warning = ctx.supervision.warnings.byId(id) ?? notFound('预警');
      return { ...warning, steps: ctx.supervision.warnings.steps(id) };
    }),
  ofObject: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) => ctx.supervision.warnings.ofObject(input.objectId)),

  /** Counts, the rules as the pack has them, and how fresh it all is. */
  overview: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    const last = ctx.supervision.warnings.lastScan();
    return {
      ...ctx.supervision.warnings.counts(),
      known: ctx.supervision.warnings.rules(),
      packRules: pack.warnings.map((rule) => ({ ...rule, article: articleOf(rule) })),
      lastScannedOn: last?.scannedOn ?? null,
      isStale: areWarningsStale(ctx),
    };
  }),

  /** Brings the warnings up to the day by hand; `whole` asks every enterprise anew, otherwise those the days alone touch. */
  scan: longCommand('supervision.scan-warnings', { may: everyone, title: '更新预警' })
    .input(z.object({ whole: z.boolean().default(false) }))
    .mutation(({ ctx, input: { whole }, signal, progress }) =>
      runLongCommand(ctx, 'supervision.scan-warnings', () => scanSteps(ctx, whole), { signal, progress }),
    ),

  handle: longCommand('supervision.handle-warnings', { may, title: '处置预警' })
    .input(HandleWarnings)
    .mutation(({ ctx, input: { selection, note }, signal, progress }) =>
      runLongCommand(
        ctx,
        'supervision.handle-warnings',
        () => steps(ctx, selection, (id, by) => ctx.supervision.warnings.handle(id, note, by), { note }),
        { signal, progress },
      ),
    ),

  acknowledge: longCommand('supervision.acknowledge-warnings', { may, title: '暂不处置预警' })
    .input(AcknowledgeWarnings)
    .mutation(({ ctx, input: { selection, note, untilOn }, signal, progress }) =>
      runLongCommand(
        ctx,
        'supervision.acknowledge-warnings',
        function* () {
          if (untilOn <= ctx.today) {
            return refuse('DAY_BEFORE', { what: '暂不处置的截止日', on: untilOn, after: '今天', afterOn: ctx.today });
          }
          const put = (id: number, by: StepBy) => ctx.supervision.warnings.acknowledge(id, note, untilOn, by);
          return yield* steps(ctx, selection, put, { note, untilOn });
        },
        { signal, progress },
      ),
    ),
});

function* scanSteps(ctx: Context, whole: boolean) {
  const counts = yield* scanningWarnings(ctx, whole);
  return noted(counts, `${ctx.today}预警`, { ...counts, whole });
}

function* steps(
  ctx: Context,
  selection: WarningSelection,
  put: (id: number, by: StepBy) => void,
  details: { readonly [name: string]: unknown },
) {
  const ids = ctx.supervision.warnings.openIds(selection);
  const [first] = ids;
  if (first === undefined) return refuse('NO_OPEN_WARNINGS');
  const by = { at: ctx.now, byName: ctx.account?.name ?? '' };
  for (const [index, id] of ids.entries()) {
    put(id, by);
    yield { done: index + 1, total: ids.length };
  }
  const line = ctx.supervision.warnings.byId(first);
  const subject = `${line?.objectName ?? ''}：${line?.name ?? ''}`;
  return noted({ warnings: ids.length }, ids.length === 1 ? subject : `${subject}等${ids.length}条`, { ...details });
}
