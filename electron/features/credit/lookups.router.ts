import { z } from 'zod';
import { LookUpInspections, LookupQuery, NewLookupInput } from '../../../shared/features/credit/lookup-schemas.ts';
import { lookupMatterTitles } from '../../../shared/features/credit/lookups.ts';
import type { InspectionRow } from '../../../shared/features/inspections/views.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { lookupGaps } from '../../app/lookup-gaps.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { isHiddenFrom, subjectOf } from '../../app/targets.ts';
import { keepLookup } from './keep-lookup.ts';
import { lookupsFor } from './lookups-for.ts';

const office = ['operator', 'reviewer', 'leader'] as const;

/** 逢办必查: lookups and what was not looked up. */
export const lookupsRouter = router({
  list: query()
    .input(LookupQuery)
    .query(({ ctx, input }) => lookupsFor(ctx, ctx.credit.lookups(input))),

  /** What was dealt with in a year without a lookup before it. */
  gaps: query()
    .input(z.object({ year: z.int() }))
    .query(({ ctx, input }) => lookupGaps(ctx, input.year)),

  /** The newest lookup of an inspection; null where there is none, or the inspection is not for the asker. */
  ofInspection: query()
    .input(z.object({ inspectionId: z.int() }))
    .query(({ ctx, input }) => {
      const found = ctx.credit.lookupsOfInspections([input.inspectionId]).get(input.inspectionId);
      return found === undefined ? null : (lookupsFor(ctx, [found])[0] ?? null);
    }),

  /** How many inspections of a task were looked up, and those that can still be. */
  ofTask: query()
    .input(z.object({ taskId: z.int() }))
    .query(({ ctx, input }) => {
      const rows = standing(ctx.inspections.list({ year: null, taskId: input.taskId }));
      const known = ctx.credit.lookupsOfInspections(rows.map(({ id }) => id));
      const isHidden = isHiddenFrom(ctx);
      const open = rows.filter((row) => !known.has(row.id) && !isHidden(row));
      return { total: rows.length, lookedUp: known.size, open: open.map(({ id }) => id) };
    }),

  lookUp: command('credit.look-up', { may: office })
    .input(NewLookupInput)
    .mutation(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const row = input.inspectionId === null ? null : inspectionToLookUp(ctx, input.inspectionId, object);
      if (row !== null && 'ok' in row) return row;
      const kept = keepLookup(ctx, object, input);
      const subject = row === null ? object.name : subjectOf(row);
      return noted(kept, `${kept.number} ${subject}：${lookupMatterTitles[input.matter]}`, {
        reportId: kept.reportId,
        purpose: input.purpose,
      });
    }),

  /** One lookup for each inspection that has none yet; those of hidden targets are left out. */
  lookUpInspections: command('credit.look-up', { may: office })
    .input(LookUpInspections)
    .mutation(({ ctx, input }) => {
      const isHidden = isHiddenFrom(ctx);
      const known = ctx.credit.lookupsOfInspections(input.inspectionIds);
      const numbers = input.inspectionIds.flatMap((inspectionId) => {
        const row = ctx.inspections.inspectionById(inspectionId);
        if (row === null || row.state === 'replaced' || isHidden(row) || known.has(inspectionId)) return [];
        const object = ctx.rosters.objectById(row.objectId);
        if (object === null) return [];
        const asked = { matter: 'inspection', subject: row.taskTitle, inspectionId } as const;
        return [keepLookup(ctx, object, { ...asked, purpose: input.purpose, askedBy: input.askedBy }).number];
      });
      if (numbers.length === 0) return refuse('NOTHING_TO_LOOK_UP');
      return noted({ count: numbers.length }, `${numbers.length}户检查对象`, { numbers });
    }),
});

function inspectionToLookUp(ctx: Context, id: number, object: { readonly id: number; readonly name: string }) {
  const row = ctx.inspections.inspectionById(id);
  if (row === null || row.objectId !== object.id || row.state === 'replaced' || isHiddenFrom(ctx)(row)) {
    return refuse('LOOKUP_NOT_OF_INSPECTION', { objectName: object.name });
  }
  return row;
}

function standing(rows: readonly InspectionRow[]): readonly InspectionRow[] {
  return rows.filter(({ state }) => state !== 'replaced');
}
