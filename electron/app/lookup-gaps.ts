import { lookupMatterTitles } from '../../shared/features/credit/lookups.ts';
import type { DueLine } from '../../shared/features/home/summary.ts';
import { groupedBy } from '../../shared/kernel/grouped.ts';
import { addDays, yearOf } from '../../shared/kernel/local-date.ts';
import { citeArticle } from '../../shared/kernel/pack-basis.ts';
import type { LookupRule } from '../../shared/kernel/policy-work.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { inspectionsFor } from './targets.ts';

/** Days for which a 许可 or 处罚 decided without a lookup stays on the home page; the year's list keeps it. */
const remindedDays = 30;

/** Something dealt with before a lookup was made. */
export interface LookupGap {
  readonly key: string;
  readonly matter: LookupRule['matters'][number];
  readonly objectName: string;
  readonly subject: string;
  readonly on: string;
  /** Where a lookup can still be made before the visit; null where it is too late or not an inspection. */
  readonly inspectionId: number | null;
  readonly path: string;
}

export interface LookupCoverage {
  /** What the pack orders to be looked up before; null where its document orders nothing. */
  readonly article: string | null;
  /** Inspections with a notice, 许可 and 处罚 of this bureau in the year. */
  readonly matters: number;
  readonly lookedUp: number;
  readonly gaps: readonly LookupGap[];
}

/** What a year's inspections, 许可 and 处罚 have of lookups, where the pack orders them. An inspection counts from its 通知书 on. */
export function lookupGaps(ctx: Context, year: number): LookupCoverage {
  const rule = officePack(ctx).lookups;
  if (rule === null) return { article: null, matters: 0, lookedUp: 0, gaps: [] };
  const isAsked = (matter: LookupRule['matters'][number]) => rule.matters.includes(matter);
  const rows = !isAsked('inspection')
    ? []
    : inspectionsFor(ctx, ctx.inspections.list({ year, taskId: null })).filter(
        ({ state, noticeNumber }) => state !== 'replaced' && noticeNumber !== null,
      );
  const known = ctx.credit.lookupsOfInspections(rows.map(({ id }) => id));
  const inspections = rows.flatMap((row): LookupGap[] => {
    if (known.has(row.id)) return [];
    return [
      {
        key: `inspection-${row.id}`,
        matter: 'inspection',
        objectName: row.objectName,
        subject: `${row.taskNumber} ${row.taskTitle}`,
        on: row.inspectOn ?? '',
        inspectionId: row.completedOn === null ? row.id : null,
        path: `/inspections?open=${row.id}`,
      },
    ];
  });
  const own = ctx.credit.ownDecisions(ctx.office.bureau()?.name ?? '', year).filter(({ kind }) => isAsked(kind));
  const decisions = own.flatMap((record): LookupGap[] => {
    if (record.isLookedUp) return [];
    return [
      {
        key: `record-${record.id}`,
        matter: record.kind,
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
  return { article: citeArticle(rule.source), matters, lookedUp: matters - gaps.length, gaps };
}

/** 逢办必查 on the home page: visits that come without a lookup, those of a day and task together, and what was just decided without one. */
export function lookupDues(ctx: Context): readonly DueLine[] {
  const { article, gaps } = lookupGaps(ctx, yearOf(ctx.today));
  if (article === null) return [];
  const since = addDays(ctx.today, -remindedDays);
  const decided = gaps.filter(({ matter, on }) => matter !== 'inspection' && on >= since);
  const visits = groupedBy(
    gaps.filter(({ inspectionId }) => inspectionId !== null),
    ({ on, subject }) => `${on} ${subject}`,
  );
  const line = (due: Pick<DueLine, 'what' | 'subject' | 'on' | 'path'>): DueLine => ({
    ...due,
    article,
    isOverdue: due.on < ctx.today,
    isEstimate: false,
  });
  return [
    ...[...visits.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const who = same.length === 1 ? first.objectName : `${first.objectName}等${same.length}户`;
      const path = same.length === 1 ? first.path : '/credit/lookups?tab=gaps';
      return [line({ what: '检查前查询信用', subject: `${who}：${first.subject}`, on: first.on, path })];
    }),
    ...decided.map(({ matter, objectName, subject, on }) =>
      line({
        what: `${lookupMatterTitles[matter]}前没有查询信用`,
        subject: `${objectName}：${subject}`,
        on,
        path: '/credit/lookups?tab=gaps',
      }),
    ),
  ];
}
