import type { BatchLeftOut } from '../../../shared/features/draws/batches.ts';
import type { TaskState } from '../../../shared/features/plans/task.ts';
import type { Db } from '../../database/open.ts';

/** A batch handed down that counts: its task is not cancelled. */
export interface HandedBatch {
  readonly id: number;
  readonly batch: number;
  readonly taskId: number | null;
  readonly taskNumber: string | null;
  readonly taskState: TaskState | null;
  /** The task's own draw, of its officers. */
  readonly taskDrawId: number | null;
  readonly early: string | null;
  readonly handedAt: string;
  readonly handedBy: string;
}

/** The batch that a task carries out. */
export interface TaskBatch {
  readonly drawId: number;
  readonly drawNumber: string;
  readonly batch: number;
  readonly parentTaskId: number;
}

/** Tables draw_batches, draw_batch_left_out; a part of the draws repo. */
export function createBatches(db: Db) {
  const ofTask = db.prepare<[number], TaskBatch>(
    `select b.draw_id as drawId, d.number as drawNumber, b.batch, d.task_id as parentTaskId
       from draw_batches b join draws d on d.id = b.draw_id where b.task_id = ?`,
  );
  const leftOutOf = db.prepare<[number], BatchLeftOut>(
    `select p.code, p.name, l.reason, l.note
       from draw_batch_left_out l
       join draw_batches b on b.id = l.handed_id
       join draw_pool p on p.draw_id = b.draw_id and p.object_id = l.object_id
      where l.handed_id = ? order by p.code`,
  );

  return {
    /** Those whose task is not cancelled, in order. */
    handedBatches(drawId: number): readonly HandedBatch[] {
      return db
        .prepare<[number], HandedBatch>(
          `select b.id, b.batch, b.task_id as taskId, t.number as taskNumber, t.state as taskState,
                  (select w.id from draws w where w.task_id = t.id and w.is_rehearsal = 0 and w.state <> 'void') as taskDrawId,
                  b.early, b.handed_at as handedAt, a.name as handedBy
             from draw_batches b
             join accounts a on a.id = b.handed_by
             left join tasks t on t.id = b.task_id
            where b.draw_id = ? and coalesce(t.state, '') <> 'cancelled' order by b.batch`,
        )
        .all(drawId);
    },

    batchLeftOut: (handedId: number): readonly BatchLeftOut[] => leftOutOf.all(handedId),

    /** The recorded real draw of a task; null where there is none. */
    recordedDrawOf(taskId: number): number | null {
      return (
        db
          .prepare<[number], number>(
            `select id from draws where task_id = ? and is_rehearsal = 0 and state = 'recorded'`,
          )
          .pluck()
          .get(taskId) ?? null
      );
    },

    /** Null where the task is none of a 批次顺序. */
    batchOfTask: (taskId: number): TaskBatch | null => ofTask.get(taskId) ?? null,

    /** Tasks that carry out batches, with the task whose draw put them in order. */
    batchTasks(): ReadonlyMap<number, number> {
      const rows = db
        .prepare<[], { taskId: number; parentTaskId: number }>(
          `select b.task_id as taskId, d.task_id as parentTaskId
             from draw_batches b join draws d on d.id = b.draw_id where b.task_id is not null`,
        )
        .all();
      return new Map(rows.map(({ taskId, parentTaskId }) => [taskId, parentTaskId]));
    },

    insertBatch(
      row: {
        readonly drawId: number;
        readonly batch: number;
        readonly taskId: number | null;
        readonly early: string | null;
        readonly byId: number;
        readonly at: string;
      },
      leftOut: readonly { readonly objectId: number; readonly reason: string; readonly note: string }[],
    ): void {
      const { lastInsertRowid } = db
        .prepare(
          `insert into draw_batches (draw_id, batch, task_id, early, handed_by, handed_at)
           values (:drawId, :batch, :taskId, :early, :byId, :at)`,
        )
        .run(row);
      const insert = db.prepare(
        'insert into draw_batch_left_out (handed_id, object_id, reason, note) values (:handedId, :objectId, :reason, :note)',
      );
      for (const one of leftOut) insert.run({ ...one, handedId: lastInsertRowid });
    },
  };
}
