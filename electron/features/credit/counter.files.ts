import { shownMinutes } from '../../../shared/features/credit/counter.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';

/** The external report of the enterprise that is on the screen of the 查询区, and of no other. */
export function counterFiles({ download }: FileRoutes): void {
  download('credit/counter/:ticket/report.pdf', 'credit.print-counter', 'at-counter', async ({ ctx, param }) => {
    const stage = ctx.credit.counterStages.find(ctx.counterAccount?.id ?? 0, Number(param('ticket')));
    const document = stage && ctx.credit.reportDocument(stage.reportId);
    const isOld = stage !== null && Date.parse(ctx.now) - Date.parse(stage.shownAt) > shownMinutes * 60_000;
    if (stage === null || document === null || isOld) return refuse('COUNTER_GONE');
    const printed = await printedFile(ctx.ports, document);
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'credit.print-counter', 'at-counter', () => {
      ctx.credit.insertCounterPrint(stage.queryId, ctx.now);
      return noted(null, document.title);
    });
    return entered.ok ? printed : entered;
  });
}
