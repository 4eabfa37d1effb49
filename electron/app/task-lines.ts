import { drawStateTitles } from '../../shared/features/draws/ceremony.ts';
import type { Task } from '../../shared/features/plans/task.ts';
import type { Context } from './context.ts';

/** How far a task has come: its draw, and of the objects drawn how many are inspected and published. */
export interface TaskLine extends Task {
  readonly draw: { readonly id: number; readonly number: string; readonly state: string } | null;
  readonly drawn: number;
  readonly inspected: number;
  readonly published: number;
  /** The 专项治理 it is for. */
  readonly campaign: { readonly id: number; readonly name: string } | null;
  /** Its last day is past and it is neither finished nor cancelled. */
  readonly isOverdue: boolean;
}

/** Every task with its progress, newest first. */
export function taskLines(ctx: Context): readonly TaskLine[] {
  const draws = new Map(
    ctx.draws
      .list()
      .filter(({ isRehearsal, state }) => !isRehearsal && state !== 'void')
      .map((draw) => [draw.taskId, draw]),
  );
  const counts = new Map<number, { inspected: number; published: number }>();
  const batches = ctx.draws.batchTasks();
  const campaigns = ctx.registers.campaignsOfTasks();
  for (const { taskId, state } of ctx.inspections.list({ year: null, taskId: null })) {
    // What a batch of a 批次顺序 has done, the task that was drawn has done too.
    for (const id of [taskId, batches.get(taskId) ?? taskId].filter((one, at, both) => both.indexOf(one) === at)) {
      const { inspected, published } = counts.get(id) ?? { inspected: 0, published: 0 };
      counts.set(id, {
        inspected: inspected + Number(state !== 'open' && state !== 'replaced'),
        published: published + Number(state === 'published'),
      });
    }
  }
  return ctx.plans.tasks().map((task) => {
    const draw = draws.get(task.id);
    const isOver = task.state === 'finished' || task.state === 'cancelled';
    return {
      ...task,
      draw: draw === undefined ? null : { id: draw.id, number: draw.number, state: drawStateTitles[draw.state] },
      drawn: draw?.drawnCount ?? 0,
      inspected: counts.get(task.id)?.inspected ?? 0,
      published: counts.get(task.id)?.published ?? 0,
      campaign: campaigns.get(task.id) ?? null,
      isOverdue: !isOver && task.toOn < ctx.today,
    };
  });
}
