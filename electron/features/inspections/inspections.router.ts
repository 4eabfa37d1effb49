import { z } from 'zod';
import { nextDue, objectionsUntil } from '../../../shared/features/inspections/deadlines.ts';
import { noticeNumber } from '../../../shared/features/inspections/notice-number.ts';
import { objectVisits } from '../../../shared/features/inspections/object-visits.ts';
import { CloseDisposal, InspectionFilter, IssueNotice } from '../../../shared/features/inspections/schemas.ts';
import { holdingVersion, type InspectionRow } from '../../../shared/features/inspections/views.ts';
import { localDayOf, yearOf } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { inspectionsFor, isHiddenFrom, subjectOf } from '../../app/targets.ts';
import { found, rulesOf } from './inspection-context.ts';
import { pastInspectionsRouter } from './past-inspections.router.ts';
import { resultsRouter } from './results.router.ts';

const ById = z.object({ id: z.int().positive() });

export const inspectionsRouter = router({
  list: query()
    .input(InspectionFilter)
    .query(({ ctx, input }) => inspectionsFor(ctx, withDue(ctx, ctx.inspections.list(input)))),

  /** Every inspection of one object, drawn here or past, newest first. */
  ofObject: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input: { objectId } }) => {
      const isHidden = isHiddenFrom(ctx);
      const drawn = ctx.inspections
        .listOfObject(objectId)
        .filter((row) => !isHidden(row))
        .map((row) => ({ ...row, openedOn: localDayOf(row.openedAt) }));
      return objectVisits(drawn, ctx.inspections.past.ofObject(objectId), ctx.office.bureau()?.department ?? '');
    }),

  byId: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const inspection = ctx.inspections.inspectionById(input.id);
      if (inspection === null || isHiddenFrom(ctx)(inspection)) return null;
      const { pack, calendar } = rulesOf(ctx);
      const { publishedOn } = inspection;
      return {
        ...inspection,
        due: nextDue(inspection, ctx.today, pack, calendar),
        objectionsUntil: publishedOn === null ? null : objectionsUntil(publishedOn, pack, calendar),
      };
    }),

  /** What the notice form starts with: from the roster and the task. */
  noticeDraft: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const inspection = ctx.inspections.inspectionById(input.id);
      const object = inspection && ctx.rosters.objectById(inspection.objectId);
      const task = inspection && ctx.plans.taskById(inspection.taskId);
      if (!object || !task || isHiddenFrom(ctx)(inspection)) return null;
      return {
        address: object.address,
        contact: [object.personInCharge, object.phone].filter((part) => part !== '').join('，'),
        items: [task.checkItems, task.checkFocus].filter((part) => part !== '').join('；'),
      };
    }),

  issueNotice: command('inspection.issue-notice', { may: ['operator'] })
    .input(IssueNotice)
    .mutation(({ ctx, input }) => {
      const inspection = found(ctx, input.inspectionId);
      if (!inspection.ok) return inspection;
      const { notice, openedAt, objectName, replacedWhy: why } = inspection.value;
      if (why !== null) return refuse('INSPECTION_REPLACED', { objectName, why });
      if (notice !== null) return refuse('NOTICE_ALREADY_ISSUED', { number: notice.number });
      if (input.inspectOn < ctx.today) return refuse('NOTICE_BEFORE_DRAW', { openedOn: ctx.today });
      const year = yearOf(ctx.today);
      const serial = ctx.inspections.nextNoticeSerial(year);
      const number = noticeNumber(ctx.office.bureau()?.shortName ?? '', year, serial);
      ctx.inspections.insertNotice({
        ...input,
        year,
        serial,
        number,
        issuedOn: ctx.today,
        issuedBy: ctx.account?.id ?? 0,
      });
      return noted({ number }, subjectOf({ ...inspection.value, noticeNumber: number }), {
        number,
        inspectOn: input.inspectOn,
        openedAt,
      });
    }),

  ...resultsRouter,
  past: pastInspectionsRouter,

  closeDisposal: command('inspection.close-disposal', { may: ['operator'] })
    .input(CloseDisposal)
    .mutation(({ ctx, input }) => {
      const inspection = found(ctx, input.inspectionId);
      if (!inspection.ok) return inspection;
      const { objectName, isClosed } = inspection.value;
      const holding = holdingVersion(inspection.value);
      const publishedOn = holding?.publishedOn ?? null;
      if (isClosed || holding === null || publishedOn === null || holding.disposal === 'none') {
        return refuse('NOTHING_TO_CLOSE', { objectName });
      }
      if (input.closedOn < publishedOn) return refuse('CLOSED_BEFORE_PUBLISHED', { publishedOn });
      const { closedOn, note } = input;
      ctx.inspections.insertClosing(holding.id, { closedOn, note, closedBy: ctx.account?.id ?? 0 });
      return noted(null, subjectOf(inspection.value), { closedOn: input.closedOn });
    }),
});

function withDue(ctx: Context, rows: readonly InspectionRow[]) {
  const { pack, calendar } = rulesOf(ctx);
  return rows.map((row) => ({ ...row, due: nextDue(row, ctx.today, pack, calendar) }));
}
