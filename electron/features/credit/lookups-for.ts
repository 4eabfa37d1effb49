import { lookupMatterTitles } from '../../../shared/features/credit/lookups.ts';
import type { Context } from '../../app/context.ts';
import { inspectionsFor, isHiddenFrom } from '../../app/targets.ts';
import type { Lookup } from './lookups.repo.ts';

/** Lookups as the asker may see them: those for an inspection whose object is hidden from him are left out. */
export function lookupsFor(ctx: Context, lookups: readonly Lookup[]): readonly Lookup[] {
  const isHidden = isHiddenFrom(ctx);
  return lookups.filter(({ inspectionId }) => {
    const row = inspectionId === null ? null : ctx.inspections.inspectionById(inspectionId);
    return row === null || !isHidden(row);
  });
}

/** Something dealt with before a lookup was made. */
export interface LookupGap {
  readonly key: string;
  readonly matter: string;
  readonly objectName: string;
  readonly subject: string;
  readonly on: string;
  /** Where a lookup can still be made before the visit; null where it is too late or not an inspection. */
  readonly inspectionId: number | null;
  readonly path: string;
}

export interface LookupCoverage {
  /** Inspections with a notice, 许可 and 处罚 of this bureau in the year. */
  readonly matters: number;
  readonly lookedUp: number;
  readonly gaps: readonly LookupGap[];
}

/** What a year's inspections, 许可 and 处罚 have of lookups. An inspection counts from its 通知书 on. */
export function lookupGaps(ctx: Context, year: number): LookupCoverage {
  const rows = inspectionsFor(ctx, ctx.inspections.list({ year, taskId: null })).filter(
    ({ state, noticeNumber }) => state !== 'replaced' && noticeNumber !== null,
  );
  const known = ctx.credit.lookupsOfInspections(rows.map(({ id }) => id));
  const inspections = rows.flatMap((row): LookupGap[] => {
    if (known.has(row.id)) return [];
    return [
      {
        key: `inspection-${row.id}`,
        matter: lookupMatterTitles.inspection,
        objectName: row.objectName,
        subject: `${row.taskNumber} ${row.taskTitle}`,
        on: row.inspectOn ?? '',
        inspectionId: row.completedOn === null ? row.id : null,
        path: `/inspections?open=${row.id}`,
      },
    ];
  });
  const own = ctx.credit.ownDecisions(ctx.office.bureau()?.name ?? '', year);
  const decisions = own.flatMap((record): LookupGap[] => {
    if (record.isLookedUp) return [];
    return [
      {
        key: `record-${record.id}`,
        matter: lookupMatterTitles[record.kind],
        objectName: record.objectName,
        subject: record.documentNumber === '' ? record.summary : record.documentNumber,
        on: record.happenedOn,
        inspectionId: null,
        path: `/enterprises/${record.objectId}`,
      },
    ];
  });
  const gaps = [...inspections, ...decisions];
  const matters = rows.length + own.length;
  return { matters, lookedUp: matters - gaps.length, gaps };
}
