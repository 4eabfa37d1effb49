import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { attachedFiles, seenReports } from './enterprise-files.ts';

/** Reports that no lookup and no visit of the 查询区 tells of, and files stored with any matter of the enterprise. */
export function fileEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const path = `/enterprises/${objectId}?tab=files`;
  const told = new Set([
    ...ctx.credit.lookupsOf(objectId).map(({ reportId }) => reportId),
    ...ctx.credit.counterQueriesOf(objectId).map(({ reportId }) => reportId),
  ]);
  const reports = seenReports(ctx, objectId)
    .filter(({ id }) => !told.has(id))
    .map(
      ({ id, name, number, madeAt, madeBy }): TimelineEvent => ({
        key: `report-${id}`,
        kind: 'report',
        on: localDayOf(madeAt),
        at: madeAt,
        title: `出具${name} ${number}`,
        detail: `${madeBy}出具`,
        tone: null,
        path,
      }),
    );
  return [
    ...reports,
    ...attachedFiles(ctx, objectId).flatMap(([matter, file]) => attachmentEvents(matter, file, path)),
  ];
}

function attachmentEvents(
  matter: string,
  { id, fileName, attachedAt, attachedBy, withdrawn }: ReturnType<typeof attachedFiles>[number][1],
  path: string,
): readonly TimelineEvent[] {
  const event = (step: string, at: string, title: string, detail: string): TimelineEvent => ({
    key: `attachment-${id}-${step}`,
    kind: 'file',
    on: localDayOf(at),
    at,
    title,
    detail,
    tone: null,
    path,
  });
  return [
    event('stored', attachedAt, `存入附件“${fileName}”`, `${matter}，${attachedBy}存入`),
    ...(withdrawn === null
      ? []
      : [event('withdrawn', withdrawn.at, `撤下附件“${fileName}”`, `${matter}，${withdrawn.by}：${withdrawn.reason}`)]),
  ];
}
