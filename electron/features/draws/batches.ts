import { type BatchLine, type BatchState, nextBatch } from '../../../shared/features/draws/batches.ts';
import type { HandDownBatch } from '../../../shared/features/draws/change-schemas.ts';
import type { ChangeRefusal } from '../../../shared/features/draws/refusals.ts';
import type { DrawnLine, DrawView } from '../../../shared/features/draws/views.ts';
import type { Task, TaskItem } from '../../../shared/features/plans/task.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { leftOutToday } from '../../app/draw-inputs.ts';
import { finishIfDone } from '../../app/finish-task.ts';
import type { HandedBatch } from './batches.repo.ts';

type Refused =
  | ChangeRefusal
  | Refusal<'NOT_FOUND', { what: string }>
  | Refusal<'TASK_DATES_REVERSED', { fromOn: string; toOn: string }>;

/** The batches of a recorded 批次顺序 with how far each has come. */
export function batchLines(ctx: Context, { id, drawn }: Pick<DrawView, 'id' | 'drawn'>): readonly BatchLine[] {
  const handed = new Map(ctx.draws.handedBatches(id).map((one) => [one.batch, one]));
  return [...membersByBatch(drawn)].map(([batch, members]) => {
    const one = handed.get(batch);
    const taskId = one?.taskId ?? null;
    const states = taskId === null ? [] : ctx.inspections.statesOfTask(taskId);
    return {
      batch,
      state: stateOf(one),
      size: members.length,
      task: taskId === null ? null : { id: taskId, number: one?.taskNumber ?? '', drawId: one?.taskDrawId ?? null },
      handedAt: one?.handedAt ?? null,
      handedBy: one?.handedBy ?? null,
      early: one?.early ?? null,
      leftOut: one === undefined ? [] : ctx.draws.batchLeftOut(one.id),
      inspected: states.filter((state) => state !== 'open' && state !== 'replaced').length,
      published: states.filter((state) => state === 'published').length,
    };
  });
}

/**
 * 下达第n批 (细则 第五条): a task that names exactly the batch's objects, in their order; its officers are drawn by an ordinary draw
 * before witnesses. Who is not in business or at a cap that day is left out with the reason. Batches go in order, or say why not.
 */
export function handDownBatch(
  ctx: Context,
  draw: DrawView,
  { batch, fromOn, toOn, early }: HandDownBatch,
): Result<{ number: string | null; objects: number; leftOut: number }, Refused> {
  if (draw.setting.mode !== 'batch' || draw.isRehearsal) return refuse('NO_BATCHES', { number: draw.number });
  if (toOn < fromOn) return refuse('TASK_DATES_REVERSED', { fromOn, toOn });
  const lines = batchLines(ctx, draw);
  const line = lines.find((one) => one.batch === batch);
  const parent = ctx.plans.taskById(draw.taskId);
  const bureau = ctx.office.bureau();
  if (line === undefined || parent === null || bureau === null) return refuse('NOT_FOUND', { what: `第${batch}批` });
  if (line.state !== 'waiting') return refuse('BATCH_HANDED_DOWN', { batch, number: line.task?.number ?? '' });
  const next = nextBatch(lines);
  const isEarly = next !== null && next < batch;
  if (isEarly && early === '') return refuse('BATCH_OUT_OF_ORDER', { batch, next });
  const members = membersByBatch(draw.drawn).get(batch) ?? [];
  const against = leftOutToday(
    ctx,
    parent,
    members.map(({ objectId }) => objectId),
  );
  const leftOut = members.flatMap(({ objectId, code }) => {
    const reason = against.get(code);
    return reason === undefined ? [] : [{ objectId, reason, note: '' }];
  });
  const objects = members.filter(({ code }) => !against.has(code));
  const task =
    objects.length === 0 ? null : insertTask(ctx, { parent, batch, objects, fromOn, toOn }, bureau.shortName);
  ctx.draws.insertBatch(
    {
      drawId: draw.id,
      batch,
      taskId: task?.id ?? null,
      early: isEarly ? early : null,
      byId: ctx.account?.id ?? 0,
      at: ctx.now,
    },
    leftOut,
  );
  if (task === null) finishIfDone(ctx, draw.taskId);
  return done({ number: task?.number ?? null, objects: objects.length, leftOut: leftOut.length });
}

interface BatchTask {
  readonly parent: Task;
  readonly batch: number;
  readonly objects: readonly DrawnLine[];
  readonly fromOn: string;
  readonly toOn: string;
}

function insertTask(ctx: Context, { parent, batch, objects, fromOn, toOn }: BatchTask, shortName: string): Task {
  const [own, ...further] = parent.items;
  if (own === undefined) throw new Error(`task ${parent.id} has no item`);
  const task = ctx.plans.insertTask(
    {
      ...parent,
      title: `${parent.title}（第${batch}批）`,
      // The round is the parent's; a batch is no round of its own.
      round: '',
      poolFilter: {},
      quota: { kind: 'count', count: objects.length },
      fromOn,
      toOn,
      items: [own, ...further.filter((item): item is TaskItem & { planItemId: number } => item.planItemId !== null)],
      objectIds: objects.map(({ objectId }) => objectId),
    },
    { shortName, year: yearOf(ctx.today), accountId: ctx.account?.id ?? 0, at: ctx.now },
  );
  ctx.plans.approveAsPart(task.id, parent.id);
  return task;
}

function membersByBatch(drawn: readonly DrawnLine[]): ReadonlyMap<number, readonly DrawnLine[]> {
  const members = new Map<number, DrawnLine[]>();
  for (const line of drawn) members.set(line.batch ?? 1, [...(members.get(line.batch ?? 1) ?? []), line]);
  return members;
}

function stateOf(handed: HandedBatch | undefined): BatchState {
  if (handed === undefined) return 'waiting';
  if (handed.taskId === null || handed.taskState === 'finished') return 'done';
  return handed.taskState === 'running' ? 'running' : 'handed';
}
