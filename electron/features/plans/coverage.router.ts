import { z } from 'zod';
import { coverageOutlook } from '../../../shared/features/plans/coverage.ts';
import { classesOf, estimateOf, figuresOf, objectsIn } from '../../../shared/features/plans/figures.ts';
import type { PlanItem } from '../../../shared/features/plans/plan-items.ts';
import { concerns } from '../../../shared/features/plans/task-draft.ts';
import { cycleStart } from '../../../shared/kernel/coverage-cycle.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { query } from '../../app/procedures.ts';
import { classPools } from './class-pools.ts';
import { festivalsFor } from './festivals.ts';
import { itemsInForce } from './plan-rows.ts';
import { ownDepartment } from './plan-words.ts';

/** 覆盖预测: what the year's plans leave of the cycles of full coverage, before they are carried out. */
export const coverageCalls = {
  coverage: query()
    .input(z.object({ year: z.int().min(2000).max(2099) }))
    .query(({ ctx, input }) => {
      const pack = officePack(ctx);
      const { items, unbound } = itemsOfYear(ctx, input.year);
      const lastOn = ctx.inspections.lastInspectedOn();
      const roster = ctx.rosters.drawPool({}).filter(({ status }) => status === '存续');
      const objects = roster.map(({ id, isKey }) => ({ id, isKey, lastOn: lastOn.get(id) ?? null }));
      const outlook = coverageOutlook(input.year, objects, items, pack.coverage);
      const lines = outlook.flatMap(({ id, isKey, lastOn: on, isDue, outlook: result }, index) => {
        const object = roster[index];
        if (!isDue || object === undefined) return [];
        const names = items.filter(({ ids }) => ids.has(id)).map(({ name }) => name);
        return [{ id, code: object.code, name: object.name, isKey, lastOn: on, outlook: result, items: names }];
      });
      const plans = ctx.plans.plans().filter(({ year }) => year === input.year);
      return {
        /** What the outlook rests on; drafts count too, so that they can be mended in time. */
        plans: plans.map(({ title, state }) => ({ title, isApproved: state === 'approved' })),
        lines,
        unbound,
        items: items.map(({ name, ids, visits }) => ({ name, size: ids.size, visits })),
        groups: pack.coverage.map((cycle) => {
          const isKey = cycle.objects === 'key';
          const own = outlook.filter((object) => object.isKey === isKey);
          const count = (result: string) => own.filter(({ isDue, outlook: found }) => isDue && found === result).length;
          return {
            name: cycle.name,
            years: cycle.years,
            since: cycleStart(input.year, cycle),
            article: `${citeArticle(cycle.source)}（${STANDING_WORDS[cycle.standing]}）`,
            total: own.length,
            due: own.filter(({ isDue }) => isDue).length,
            missed: count('missed'),
            atRisk: count('at-risk'),
            must: count('must'),
          };
        }),
      };
    }),
};

/** Items of the year's plans that this office carries out, with their pools; those whose classes are not bound are only named. */
function itemsOfYear(ctx: Context, year: number) {
  const own = ownDepartment(ctx);
  const pools = classPools(ctx);
  const festivals = festivalsFor(ctx);
  const items: { name: string; ids: ReadonlySet<number>; visits: number | null }[] = [];
  const unbound: { name: string; classes: readonly string[] }[] = [];
  for (const plan of ctx.plans.plans().filter((one) => one.year === year)) {
    for (const { item } of itemsInForce(ctx, plan.id)) {
      if (plan.kind === 'joint' && concerns(item, own) === null) continue;
      const name = `第${item.number ?? '—'}项 ${item.texts.name}`;
      const ids = poolOf(item, pools);
      if (ids === null) unbound.push({ name, classes: namesOf(item).filter((one) => pools.sizeOf(one) === null) });
      else items.push({ name, ids, visits: estimateOf(figuresOf(item, pools, festivals)) });
    }
  }
  return { items, unbound };
}

function poolOf(item: PlanItem, pools: ReturnType<typeof classPools>): ReadonlySet<number> | null {
  const clauses = item.quota?.clauses ?? [];
  if (clauses.length === 0) return pools.idsOf(objectsIn(item.texts.objects), []);
  const sets = clauses.map((clause) =>
    pools.idsOf(classesOf(clause, item), clause.base === null ? [] : objectsIn(item.texts.objects)),
  );
  return sets.some((ids) => ids === null) ? null : new Set(sets.flatMap((ids) => [...(ids ?? [])]));
}

function namesOf(item: PlanItem): readonly string[] {
  const clauses = item.quota?.clauses ?? [];
  const names = clauses.length === 0 ? objectsIn(item.texts.objects) : clauses.flatMap((one) => classesOf(one, item));
  return [...new Set(names)];
}
