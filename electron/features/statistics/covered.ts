import { ObjectList } from '../../../shared/features/rosters/schemas.ts';
import type { UncoveredList } from '../../../shared/features/statistics/schemas.ts';
import { cycleStart } from '../../../shared/kernel/coverage-cycle.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';

/** Everything inspected ever, as far back as a file can reach. */
const EVER = '2000-01-01';

/** How far the cycles that end with the year are kept: 重点企业一年、一般企业三年. Only published own inspections count (细则 第十三条). */
export function coverage(ctx: Context, year: number) {
  const end = `${year}-12-31`;
  const objects = ctx.statistics.objectsInBusiness();
  return officePack(ctx).coverage.map((cycle) => {
    const since = cycleStart(year, cycle);
    const inspected = ctx.statistics.inspectedBetween(since, end);
    const isKey = Number(cycle.objects === 'key');
    let total = 0;
    let covered = 0;
    for (const [id, key] of objects) {
      if (key !== isKey) continue;
      total += 1;
      if (inspected.has(id)) covered += 1;
    }
    return {
      objects: cycle.objects,
      name: cycle.name,
      years: cycle.years,
      since,
      total,
      covered,
      article: `${citeArticle(cycle.source)}（${STANDING_WORDS[cycle.standing]}）`,
    };
  });
}

/** A page of those in business whom no inspection of the cycle reached, the longest waiting first. */
export function uncovered(ctx: Context, input: UncoveredList) {
  const end = `${input.year}-12-31`;
  const cycle = officePack(ctx).coverage.find(({ objects }) => objects === input.objects);
  if (cycle === undefined) return { lines: [], total: 0 };
  const inspected = ctx.statistics.inspectedBetween(cycleStart(input.year, cycle), end);
  const filter = ObjectList.parse({ text: input.text, statuses: ['存续'], priority: input.objects === 'key' });
  const isNamed = input.sort === 'name' || input.sort === 'code';
  const sort = input.sort === 'name' || input.sort === 'code' ? input.sort : 'id';
  const ids = ctx.rosters
    .objectIds(filter, { sort, descending: isNamed && input.descending })
    .filter((id) => !inspected.has(id));
  const lastOn = ctx.statistics.inspectedBetween(EVER, end);
  const ordered = isNamed ? ids : byLastDay(ids, lastOn, input.descending);
  const page = ordered.slice(input.offset, input.offset + input.limit);
  const names = ctx.statistics.namesOf(page);
  return {
    total: ids.length,
    lines: page.map((id, index) => {
      const { code, name } = names[index] ?? { code: '', name: '' };
      return { id, code, name, lastOn: lastOn.get(id) ?? null };
    }),
  };
}

/** Never inspected comes before long ago. */
function byLastDay(
  ids: readonly number[],
  lastOn: ReadonlyMap<number, string>,
  descending: boolean,
): readonly number[] {
  const never = ids.filter((id) => !lastOn.has(id));
  const once = ids
    .filter((id) => lastOn.has(id))
    .sort((a, b) => ((lastOn.get(a) ?? '') < (lastOn.get(b) ?? '') ? -1 : 1));
  return descending ? [...once.reverse(), ...never] : [...never, ...once];
}
