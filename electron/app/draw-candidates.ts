import { cycleStart } from '../../shared/kernel/coverage-cycle.ts';
import { yearOf } from '../../shared/kernel/local-date.ts';
import { citeArticle, STANDING_WORDS } from '../../shared/kernel/pack-basis.ts';
import type { Context } from './context.ts';
import { type DrawnTask, poolOfTask } from './draw-inputs.ts';
import { officePack } from './office-pack.ts';

/**
 * Everyone a draw of the task is about, with how often each was inspected this year and last, and whether a cycle of full
 * coverage is due this year (重点企业一年、一般企业三年). Settings do not change it.
 */
export function drawCandidates(ctx: Context, task: DrawnTask) {
  const year = yearOf(ctx.today);
  const [now, before] = [ctx.inspections.visits(year), ctx.inspections.visits(year - 1)];
  const lastOn = ctx.inspections.lastInspectedOn();
  const grades = ctx.grading.gradesOn();
  const cycles = officePack(ctx).coverage.map((cycle) => ({
    objects: cycle.objects,
    name: cycle.name,
    years: cycle.years,
    since: cycleStart(year, cycle),
    article: `${citeArticle(cycle.source)}，${STANDING_WORDS[cycle.standing]}`,
  }));
  return {
    year,
    cycles,
    lines: poolOfTask(ctx, task).map(({ id, code, name, status, isKey }) => {
      const cycle = cycles.find(({ objects }) => objects === (isKey ? 'key' : 'ordinary'));
      const last = lastOn.get(id) ?? null;
      return {
        code,
        name,
        isKey,
        grade: grades.get(id)?.grade ?? null,
        visits: now.get(id)?.all ?? 0,
        visitsBefore: before.get(id)?.all ?? 0,
        lastOn: last,
        isDue: status === '存续' && cycle !== undefined && (last === null || last < cycle.since),
      };
    }),
  };
}
