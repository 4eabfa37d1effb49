import type { Context } from './context.ts';

/**
 * A task whose every inspection is published or replaced is done: inspected but unpublished counts as 未完成 (细则 第十三条). A task
 * drawn in batches is done with its last batch.
 */
export function finishIfDone(ctx: Context, taskId: number): void {
  if (ctx.plans.taskById(taskId)?.state === 'finished' || !isDone(ctx, taskId)) return;
  ctx.plans.setTaskState(taskId, 'finished');
  const batch = ctx.draws.batchOfTask(taskId);
  if (batch !== null) finishIfDone(ctx, batch.parentTaskId);
}

function isDone(ctx: Context, taskId: number): boolean {
  const states = ctx.inspections.statesOfTask(taskId);
  if (states.length > 0) return states.every((state) => state === 'published' || state === 'replaced');
  // A task without inspections of its own: nothing drawn yet, or drawn in batches, each with a task that has them.
  const drawId = ctx.draws.recordedDrawOf(taskId);
  const draw = drawId === null ? null : ctx.draws.drawById(drawId);
  if (draw?.setting.mode !== 'batch') return false;
  const last = Math.max(...draw.drawn.map(({ batch }) => batch ?? 1));
  const handed = ctx.draws.handedBatches(draw.id);
  return handed.filter(({ taskId: id, taskState }) => id === null || taskState === 'finished').length === last;
}
