import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import { fieldChanges } from '../../shared/features/rosters/entries.ts';
import { addDays, localDayOf } from '../../shared/kernel/local-date.ts';
import { gradeTitle } from '../../shared/kernel/policy-pack.ts';
import type { RosterChange } from '../features/rosters/changes.repo.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { stepEvents } from './timeline-steps.ts';

/** Changes of the roster, national grades as they came, every change of the grade and each 人工调整. */
export function rosterEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const changes = ctx.rosters.changes.ofEntry('object', objectId).map((change) => rosterEvent(change, objectId));
  const national = ctx.grading.nationalGradesOf(objectId).map(
    ({ importId, grade, evaluatedOn, fileName, importedAt, isUndone }): TimelineEvent => ({
      key: `national-${importId}`,
      kind: 'national',
      on: evaluatedOn ?? localDayOf(importedAt),
      at: importedAt,
      title: `国家公共信用综合评价为“${grade}”${isUndone ? '（导入已撤销）' : ''}`,
      detail: `来自“${fileName}”，${localDayOf(importedAt)}导入`,
      tone: null,
      path: '/credit/import',
    }),
  );
  return [...changes, ...national, ...gradeEvents(ctx, objectId), ...manualEvents(ctx, objectId)];
}

function rosterEvent({ id, before, after, at, byName, reason }: RosterChange, objectId: number): TimelineEvent {
  const title =
    before === null
      ? '列入检查对象名录'
      : after === null
        ? '移出检查对象名录'
        : `名录变更：${fieldChanges(before, after)
            .map(
              (field) =>
                `${field.label}${field.before === '' ? '' : `由“${field.before}”`}改为“${field.after === '' ? '空' : field.after}”`,
            )
            .join('，')}`;
  return {
    key: `roster-${id}`,
    kind: 'roster',
    on: localDayOf(at),
    at,
    title,
    detail: `${byName}：${reason}`,
    tone: null,
    path: `/rosters?id=${objectId}`,
  };
}

function gradeEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const pack = officePack(ctx);
  return ctx.grading.gradeHistory(objectId).map(({ id, fromGrade, toGrade, reasons, changedBy, changedAt }) => ({
    key: `grade-${id}`,
    kind: 'grade',
    on: localDayOf(changedAt),
    at: changedAt,
    title:
      fromGrade === null
        ? `首次评定为${gradeTitle(pack, toGrade)}`
        : `由${gradeTitle(pack, fromGrade)}变为${gradeTitle(pack, toGrade)}`,
    detail: `${saidOf(reasons)}　${changedBy}`,
    tone: fromGrade === null ? null : toGrade < fromGrade ? 'good' : 'bad',
    path: `/enterprises/${objectId}?tab=grade`,
  }));
}

/** 人工调整: proposed, decided by another, withdrawn, and past its last day. */
function manualEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  const pack = officePack(ctx);
  const dayOf = (at: string | null) => (at === null ? null : localDayOf(at));
  return ctx.grading.manualChangesOf(objectId).flatMap((change) => {
    const { id, toGrade, reason, expiresOn, state, proposedBy, proposedAt, decidedBy, decidedAt, opinion } = change;
    const { withdrawnBy, withdrawnAt, withdrawReason } = change;
    const to = gradeTitle(pack, toGrade);
    const isOver = state === 'approved' && expiresOn < ctx.today;
    return stepEvents('grade', `manual-${id}`, `/enterprises/${objectId}?tab=grade`, [
      ['proposed', localDayOf(proposedAt), `提出人工调整为${to}`, `${proposedBy}：${reason}，至${expiresOn}`],
      [
        'decided',
        dayOf(decidedAt),
        state === 'rejected' ? `不同意人工调整为${to}` : `同意人工调整为${to}`,
        `${decidedBy ?? ''}：${opinion}`,
      ],
      ['withdrawn', dayOf(withdrawnAt), `撤回人工调整为${to}`, `${withdrawnBy ?? ''}：${withdrawReason ?? ''}`],
      ['over', isOver ? addDays(expiresOn, 1) : null, `人工调整为${to}到期`, `${expiresOn}为最后一天`],
    ]);
  });
}

/** The reasons that settled the letter; what only raises the frequency of visits is left out. */
function saidOf(reasons: readonly { readonly text: string; readonly article: string }[]): string {
  const telling = reasons.filter(({ text }) => !text.includes('不改变等级'));
  return telling.map(({ text, article }) => `${text.replace(/。$/, '')}（${article}）。`).join('');
}
