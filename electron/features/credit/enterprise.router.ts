import { z } from 'zod';
import { type TimelineKind, timelineKinds, timelinePage } from '../../../shared/features/credit/timeline.ts';
import { gradeTitle } from '../../../shared/kernel/policy-pack.ts';
import { enterpriseDues } from '../../app/enterprise-dues.ts';
import { enterpriseFiles } from '../../app/enterprise-files.ts';
import { enterpriseEvents } from '../../app/enterprise-timeline.ts';
import { officePack } from '../../app/office-pack.ts';
import { notFound, query, router } from '../../app/procedures.ts';

const TimelineQuery = z.object({
  id: z.int(),
  kinds: z.array(z.enum(timelineKinds as readonly [TimelineKind, ...TimelineKind[]])).nullable(),
  year: z.int().nullable(),
  page: z.int().min(1),
  size: z.int().min(1).max(500),
});

/** One enterprise with everything known of it. */
export const enterpriseRouter = router({
  /** Who it is, its grade and every day that is due, the earliest first. */
  head: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.id) ?? notFound('检查对象');
      const { id, name, code, uscc, kind, status, statusOn, industry, township, isKey, isAboveScale } = object;
      const stored = ctx.grading.gradeOf(id);
      return {
        ...{ id, name, code, uscc, kind, status, statusOn, industry, township, isKey, isAboveScale },
        grade: stored === null ? null : { letter: stored.grade, title: gradeTitle(officePack(ctx), stored.grade) },
        dues: enterpriseDues(ctx, id),
      };
    }),

  timeline: query()
    .input(TimelineQuery)
    .query(({ ctx, input }) => timelinePage(enterpriseEvents(ctx, input.id), input)),

  /** Newest first, withdrawn ones too. */
  records: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => ctx.credit.recordsOf(input.id)),

  files: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => enterpriseFiles(ctx, input.id)),
});
