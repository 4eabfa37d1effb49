import { Years } from '../../../shared/features/statistics/schemas.ts';
import { summaryDocument } from '../../../shared/features/statistics/summary.document.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { objectSummary, officerFigures } from './chances.ts';
import { coverage } from './covered.ts';

/** 抽取统计表 of some years. */
export function statisticsFiles({ download }: FileRoutes): void {
  download('statistics/summary.pdf', 'statistics.print', 'anyone', async ({ ctx, search }) => {
    const years = Years.safeParse({ from: Number(search.get('from')), to: Number(search.get('to')) });
    if (!years.success) return refuse('BAD_INPUT', { problems: [{ field: 'from', sentence: '请选择起止年度' }] });
    const draws = ctx.statistics.draws(years.data);
    const recorded = draws.filter(({ state }) => state === 'recorded');
    const sum = (of: (draw: (typeof draws)[number]) => number | null) =>
      recorded.reduce((total, draw) => total + (of(draw) ?? 0), 0);
    const document = summaryDocument({
      bureau: ctx.office.bureau()?.name ?? '',
      years: years.data,
      printedOn: ctx.today,
      draws: {
        recorded: recorded.length,
        chosen: sum(({ chosen }) => chosen),
        must: sum(({ must }) => must),
        substitutions: sum(({ substitutions }) => substitutions),
        voids: draws.filter(({ state }) => state === 'void').length,
      },
      objects: objectSummary(ctx, years.data),
      ...officerFigures(ctx, years.data),
      coverage: coverage(ctx, years.data.to),
    });
    const printed = await printedFile(ctx.ports, document);
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'statistics.print', 'anyone', () => noted(null, document.title));
    return entered.ok ? printed : entered;
  });
}
