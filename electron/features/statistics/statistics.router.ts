import { z } from 'zod';
import { ObjectChanceList, UncoveredList, Years } from '../../../shared/features/statistics/schemas.ts';
import { query, router } from '../../app/procedures.ts';
import { drawsOfOfficer, lotsOf, objectPage, objectSummary, officerFigures } from './chances.ts';
import { coverage, uncovered } from './covered.ts';

/** 抽取统计: real recorded draws only, never rehearsals and void ones. */
export const statisticsRouter = router({
  draws: query()
    .input(Years)
    .query(({ ctx, input }) => ctx.statistics.draws(input)),

  objectSummary: query()
    .input(Years)
    .query(({ ctx, input }) => objectSummary(ctx, input)),
  objects: query()
    .input(ObjectChanceList)
    .query(({ ctx, input }) => objectPage(ctx, input)),
  lots: query()
    .input(Years.extend({ objectId: z.int() }))
    .query(({ ctx, input: { objectId, ...years } }) => lotsOf(ctx, objectId, years)),

  officers: query()
    .input(Years)
    .query(({ ctx, input }) => officerFigures(ctx, input)),
  ofOfficer: query()
    .input(Years.extend({ code: z.string().max(40) }))
    .query(({ ctx, input: { code, ...years } }) => drawsOfOfficer(ctx, code, years)),

  coverage: query()
    .input(z.object({ year: z.int().min(2000).max(2099) }))
    .query(({ ctx, input }) => coverage(ctx, input.year)),
  uncovered: query()
    .input(UncoveredList)
    .query(({ ctx, input }) => uncovered(ctx, input)),
});
