import { withoutTargets } from '../../shared/features/draws/hidden-targets.ts';
import type { DrawView } from '../../shared/features/draws/views.ts';
import type { InspectionRow } from '../../shared/features/inspections/views.ts';
import type { Task } from '../../shared/features/plans/task.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import { hiddenTarget, needsTargets } from '../../shared/kernel/target-need.ts';
import type { Context } from './context.ts';

/** Draws whose objects the asker need not know until they are notified. Nobody is known behind a locked screen. */
export function drawsHiddenFrom(ctx: Context): ReadonlySet<number> {
  const accounts = new Map(ctx.office.accounts().map(({ id, section }) => [id, section]));
  const hidden = ctx.draws.targetDraws().filter(({ hands }) => {
    return !needsTargets(
      ctx.account,
      hands.map((accountId) => ({ accountId, section: accounts.get(accountId) ?? '' })),
    );
  });
  return new Set(hidden.map(({ drawId }) => drawId));
}

/** Whether anything of the draw is hidden from the asker: its record and its 验证包 show every object. */
export function hidesTargets(ctx: Context, drawId: number): boolean {
  return drawsHiddenFrom(ctx).has(drawId) && ctx.draws.hasUnnotified(drawId);
}

/** The draw as the asker may see it. */
export function drawFor(ctx: Context, draw: DrawView): DrawView {
  if (!hidesTargets(ctx, draw.id)) return draw;
  const notified = ctx.draws.notifiedOf(draw.id);
  return withoutTargets(draw, (objectId) => !notified.has(objectId));
}

/** The draw as the hall sees it: names are announced there, and stay up for the day; afterwards as the asker may see it. */
export function drawForHall(ctx: Context, draw: DrawView): DrawView {
  const days = [draw.drawnAt, draw.staffedAt, draw.recordedAt].map((at) => (at === null ? null : localDayOf(at)));
  return days.includes(ctx.today) ? draw : drawFor(ctx, draw);
}

/** An inspection by its draw and notice, as lists and views have them. */
type Target = Pick<InspectionRow, 'drawId' | 'noticeNumber'>;

/** Whether an inspection's object is hidden from the asker. */
export function isHiddenFrom(ctx: Context): (inspection: Target) => boolean {
  const hidden = drawsHiddenFrom(ctx);
  return ({ drawId, noticeNumber }) => noticeNumber === null && hidden.has(drawId);
}

/** Inspections as the asker may see them: a hidden one keeps its place, task and deadline. */
export function inspectionsFor<Row extends InspectionRow>(ctx: Context, rows: readonly Row[]): readonly Row[] {
  const isHidden = isHiddenFrom(ctx);
  return rows.map((row) =>
    isHidden(row)
      ? { ...row, objectId: 0, objectName: hiddenTarget, objectCode: '', team: [], replacedWhy: null, standsFor: null }
      : row,
  );
}

/** How the ledger, which everybody reads, names an inspection: by its place in the draw until the object is notified. */
export function subjectOf(
  inspection: Pick<InspectionRow, 'objectName' | 'taskNumber' | 'order' | 'noticeNumber'>,
): string {
  const { objectName, taskNumber, order, noticeNumber } = inspection;
  return `${taskNumber} ${noticeNumber === null ? `第${order}户` : objectName}`;
}

/** A task as the asker may see it: of a batch of a 批次顺序 those who are notified, for a draw put the others in order. */
export function taskFor<Shown extends Pick<Task, 'id' | 'objects'>>(ctx: Context, task: Shown): Shown {
  const batch = task.objects.length === 0 ? null : ctx.draws.batchOfTask(task.id);
  if (batch === null || !hidesTargets(ctx, batch.drawId)) return task;
  const notified = ctx.draws.notifiedOf(batch.drawId);
  return { ...task, objects: task.objects.filter(({ id }) => notified.has(id)) };
}
