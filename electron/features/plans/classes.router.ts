import { z } from 'zod';
import { suggestFilters } from '../../../shared/features/plans/class-suggestions.ts';
import { classesOf } from '../../../shared/features/plans/figures.ts';
import { BindClass, SetOccasion } from '../../../shared/features/plans/schemas.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { sayPoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';

/** 对象类别: what quota texts name (医疗机构、药店、获证企业), bound once to filters of the roster. */
export const classCalls = {
  /** Bound classes with their size today, and names of plans that are not bound yet. */
  classes: query().query(({ ctx }) => {
    const bound = ctx.plans.classes();
    const used = usedNames(ctx);
    const keys = new Set(bound.map(({ name }) => nameKey(name)));
    return {
      bound: bound.map((one) => ({
        ...one,
        words: sayPoolFilter(one.poolFilter),
        size: ctx.rosters.countPool(one.poolFilter),
        usedIn: used.get(nameKey(one.name))?.places ?? [],
      })),
      unbound: [...used].filter(([key]) => !keys.has(key)).map(([, { name, places }]) => ({ name, usedIn: places })),
    };
  }),

  /** Filters a name suggests, each with its count. */
  suggestClass: query()
    .input(z.object({ name: z.string().max(60) }))
    .query(({ ctx, input }) => {
      const { industries, tags } = ctx.rosters.objectChoices();
      const words = { industries, tags, licences: ctx.rosters.licenceNames() };
      return suggestFilters(input.name, words).map((poolFilter) => ({
        poolFilter,
        words: sayPoolFilter(poolFilter),
        size: ctx.rosters.countPool(poolFilter),
      }));
    }),

  bindClass: command('plans.bind-class', { may: ['operator'] })
    .input(BindClass)
    .mutation(({ ctx, input }) => {
      const poolFilter = tidyPoolFilter(input.poolFilter);
      ctx.plans.bindClass(input.name, poolFilter, ctx.account?.id ?? 0, ctx.now);
      return noted(null, input.name, { filter: sayPoolFilter(poolFilter) });
    }),

  unbindClass: command('plans.unbind-class', { may: ['operator'] })
    .input(z.object({ name: z.string().min(1).max(60) }))
    .mutation(({ ctx, input }) => {
      const bound = ctx.plans.classNamed(input.name);
      if (bound === null) return refuse('NOT_FOUND', { what: '对象类别' });
      ctx.plans.unbindClass(bound.name);
      return noted(null, bound.name, { filter: sayPoolFilter(bound.poolFilter) });
    }),

  /** 两会 and other days no calendar knows beforehand. */
  setOccasion: command('plans.set-occasion', { may: ['operator'] })
    .input(SetOccasion)
    .mutation(({ ctx, input }) => {
      if (input.toOn < input.fromOn || input.toOn > addDays(input.fromOn, 60)) {
        return refuse('TASK_DATES_REVERSED', { fromOn: input.fromOn, toOn: input.toOn });
      }
      ctx.plans.setOccasion(input, ctx.account?.id ?? 0, ctx.now);
      return noted(null, `${input.year}年${input.name}`, { fromOn: input.fromOn, toOn: input.toOn });
    }),
};

/** Names of classes in the plans, with where they stand, newest plan first. */
function usedNames(ctx: Context): Map<string, { name: string; places: string[] }> {
  const used = new Map<string, { name: string; places: string[] }>();
  for (const plan of ctx.plans.plans()) {
    for (const { item, cancelledBy } of ctx.plans.items(plan.id)) {
      if (cancelledBy !== null) continue;
      for (const name of new Set((item.quota?.clauses ?? []).flatMap((clause) => classesOf(clause, item)))) {
        const entry = used.get(nameKey(name)) ?? { name, places: [] };
        entry.places.push(`${plan.year}年第${item.number ?? '—'}项`);
        used.set(nameKey(name), entry);
      }
    }
  }
  return used;
}
