import { z } from 'zod';
import { type TimelineKind, timelineKinds, timelinePage } from '../../../shared/features/credit/timeline.ts';
import { nextDue } from '../../../shared/features/inspections/deadlines.ts';
import { gradeTitle } from '../../../shared/kernel/policy-pack.ts';
import type { Context } from '../../app/context.ts';
import { enterpriseFiles } from '../../app/enterprise-files.ts';
import { enterpriseEvents } from '../../app/enterprise-timeline.ts';
import { officePack } from '../../app/office-pack.ts';
import { notFound, query, router } from '../../app/procedures.ts';
import { loadCalendar } from '../../app/resources.ts';
import { inspectionsFor } from '../../app/targets.ts';

const TimelineQuery = z.object({
  id: z.int(),
  kinds: z.array(z.enum(timelineKinds as readonly [TimelineKind, ...TimelineKind[]])).nullable(),
  year: z.int().nullable(),
  page: z.int().min(1),
  size: z.int().min(1).max(500),
});

/** One enterprise with everything known of it. */
export const enterpriseRouter = router({
  /** Who it is, its grade and what is due next. */
  head: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.id) ?? notFound('检查对象');
      const { id, name, code, uscc, kind, status, statusOn, industry, township, isKey, isAboveScale } = object;
      const stored = ctx.grading.gradeOf(id);
      return {
        ...{ id, name, code, uscc, kind, status, statusOn, industry, township, isKey, isAboveScale },
        grade: stored === null ? null : { letter: stored.grade, title: gradeTitle(officePack(ctx), stored.grade) },
        due: dueOf(ctx, id),
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

/** The earliest date that binds: of its inspections and, once they are there, of its measures and repairs. */
function dueOf(ctx: Context, objectId: number) {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  const rows = inspectionsFor(ctx, ctx.inspections.listOfObject(objectId)).filter((row) => row.objectId === objectId);
  const dues = rows.flatMap((row) => {
    const due = nextDue(row, ctx.today, pack, calendar);
    if (due === null) return [];
    return [
      {
        what: dueTitles[due.step],
        on: due.on,
        article: due.article,
        isEstimate: due.estimated,
        path: `/inspections?open=${row.id}`,
      },
    ];
  });
  return dues.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0] ?? null;
}

const dueTitles = { inspect: '完成检查', publish: '录入并公示检查结果', close: '完结后续处置' } as const;
