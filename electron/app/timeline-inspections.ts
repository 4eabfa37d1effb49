import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import { resultSentence, resultTitles } from '../../shared/features/inspections/results.ts';
import type { InspectionView, ResultVersion } from '../../shared/features/inspections/views.ts';
import { outcomeOfResult } from '../../shared/kernel/inspection-outcome.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { isHiddenFrom } from './targets.ts';

/** Draws that took the enterprise, its inspections step by step, and those made before or by others. */
export function inspectionEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const isHidden = isHiddenFrom(ctx);
  const drawn = ctx.inspections
    .listOfObject(objectId)
    .filter((row) => !isHidden(row))
    .flatMap(({ id }) => {
      const inspection = ctx.inspections.inspectionById(id);
      return inspection === null ? [] : stepsOf(ctx, inspection);
    });
  const past = ctx.inspections.past
    .ofObject(objectId)
    .filter(({ revoked }) => revoked === null)
    .map((one): TimelineEvent => {
      const { id, inspectedOn, itemName, department, result, documentNumber, enteredAt } = one;
      return {
        key: `past-${id}`,
        kind: 'inspection',
        on: inspectedOn,
        at: enteredAt,
        title: `${department}检查：${itemName}，${resultTitles[result]}`,
        detail: documentNumber,
        tone: outcomeOfResult(result),
        path: `/inspections/past?open=${id}`,
      };
    });
  return [...drawn, ...past];
}

function stepsOf(ctx: Context, inspection: InspectionView): readonly TimelineEvent[] {
  const { id, drawId, drawNumber, order, openedAt, taskNumber, taskTitle, notice, members, versions } = inspection;
  const { closing, replacedAt, replacedWhy, standsFor, archiveNumber } = inspection;
  const step = (
    name: string,
    on: string,
    title: string,
    more: Partial<Pick<TimelineEvent, 'at' | 'detail' | 'tone'>> = {},
  ): TimelineEvent => ({
    key: `inspection-${id}-${name}`,
    kind: 'inspection',
    on,
    at: null,
    title,
    detail: '',
    tone: null,
    path: `/inspections?open=${id}`,
    ...more,
  });
  const dossier = archiveNumber === null ? null : ctx.dossiers.dossierOf(id);
  return [
    {
      key: `draw-${drawId}-${id}`,
      kind: 'draw',
      on: localDayOf(openedAt),
      at: openedAt,
      title:
        standsFor === null ? `${drawNumber}号抽取抽中（第${order}户）` : `${drawNumber}号抽取递补，代替${standsFor}`,
      detail: `${taskNumber} ${taskTitle}`,
      tone: null,
      path: `/draws/${drawId}`,
    },
    ...(notice === null
      ? []
      : [
          step('notice', notice.issuedOn, `出具检查通知书${notice.number}`, {
            detail: `${notice.inspectOn}检查，${members.map(({ name }) => name).join('、')}`,
          }),
        ]),
    ...versions.flatMap((version) => versionSteps(version, taskTitle, step)),
    ...(closing === null
      ? []
      : [step('closed', closing.closedOn, '后续处置完结', { detail: `${closing.closedBy}：${closing.note}` })]),
    ...(replacedAt === null
      ? []
      : [step('replaced', localDayOf(replacedAt), '检查终止', { at: replacedAt, detail: replacedWhy ?? '' })]),
    ...(dossier === null ? [] : [step('filed', dossier.filedOn, `卷宗归档，${dossier.archiveNumber}`)]),
  ];
}

type Step = (
  name: string,
  on: string,
  title: string,
  more?: Partial<Pick<TimelineEvent, 'at' | 'detail' | 'tone'>>,
) => TimelineEvent;

/** The day it was made and the day it was published; corrections say why. */
function versionSteps(version: ResultVersion, taskTitle: string, step: Step): readonly TimelineEvent[] {
  const { version: number, result, problems, completedOn, publishedOn, enteredBy, enteredAt, reason } = version;
  const sentence = resultSentence({ result, problems });
  const found =
    number === 1
      ? step(`done-${number}`, completedOn, `检查完成：${sentence}`, {
          detail: taskTitle,
          tone: outcomeOfResult(result),
        })
      : step(`done-${number}`, localDayOf(enteredAt), `提出更正结果：${sentence}`, {
          at: enteredAt,
          detail: `${enteredBy}：${reason ?? ''}`,
        });
  if (publishedOn === null) return [found];
  const published = step(`published-${number}`, publishedOn, number === 1 ? '检查结果公示' : '更正公示', {
    detail: sentence,
  });
  return [found, published];
}
