import type {
  ItemKind,
  Task,
  TaskItem,
  TaskOrigin,
  TaskQuota,
  TaskSource,
  TaskState,
} from '../../../shared/features/plans/task.ts';
import { together } from '../../../shared/features/plans/task-items.ts';
import { taskNumber } from '../../../shared/kernel/numbering.ts';
import type { Db } from '../../database/open.ts';

/** A task as it is written, before it has its number. */
export interface NewTaskRecord
  extends Pick<
    Task,
    | 'origin'
    | 'planItemId'
    | 'clause'
    | 'round'
    | 'source'
    | 'title'
    | 'leadDepartment'
    | 'jointDepartments'
    | 'poolFilter'
    | 'quota'
    | 'itemKind'
    | 'fromOn'
    | 'toOn'
  > {
  /** The task's own item first. */
  readonly items: readonly [TaskItem, ...(TaskItem & { readonly planItemId: number })[]];
  readonly objectIds: readonly number[];
}

/** Who numbers a task, and under which year. */
export interface TaskMaker {
  readonly shortName: string;
  readonly year: number;
  readonly accountId: number;
  readonly at: string;
}

interface TaskRow {
  id: number;
  number: string;
  title: string;
  origin: TaskOrigin;
  plan_item_id: number | null;
  clause: string;
  round: string;
  lead_department: string;
  joint_departments: string;
  pool_filter: string;
  quota_kind: 'count' | 'ratio';
  quota_count: number | null;
  quota_bp: number | null;
  quota_at_least: number | null;
  from_on: string;
  to_on: string;
  item_kind: ItemKind;
  state: TaskState;
  item_title: string | null;
  check_items: string;
  check_focus: string;
  methods: string;
  basis: string;
  created_at: string;
  created_by: number;
  maker: string;
  approver: string | null;
  approved_at: string | null;
  canceller: string | null;
  cancelled_at: string | null;
  cancel_reason: string | null;
}

interface ItemRow {
  plan_item_id: number;
  title: string;
  check_items: string;
  check_focus: string;
  methods: string;
  basis: string;
}

/** Tables tasks, task_sources, task_objects, task_items; a part of the plans repo. */
export function createTasks(db: Db) {
  const select = `
    select t.id, t.number, t.title, t.origin, t.plan_item_id, t.clause, t.round, t.lead_department, t.joint_departments,
           t.pool_filter, t.quota_kind, t.quota_count, t.quota_bp, t.quota_at_least, t.from_on, t.to_on, t.item_kind, t.state,
           i.name as item_title, t.check_items, t.check_focus, t.methods, t.basis, t.created_at, t.created_by,
           m.name as maker, a.name as approver, t.approved_at, c.name as canceller, t.cancelled_at, t.cancel_reason
      from tasks t
      join accounts m on m.id = t.created_by
      left join plan_items i on i.id = t.plan_item_id
      left join accounts a on a.id = t.approved_by
      left join accounts c on c.id = t.cancelled_by`;
  const ofId = db.prepare<[number], TaskRow>(`${select} where t.id = ?`);
  const all = db.prepare<[], TaskRow>(`${select} order by t.year desc, t.serial desc`);
  const open = db.prepare<[], TaskRow>(`${select} where t.state in ('waiting', 'running') order by t.to_on, t.id`);
  const lastSerial = db.prepare<[number], number>('select coalesce(max(serial), 0) from tasks where year = ?').pluck();
  const sourceOf = db.prepare<[number], TaskSource>(
    'select reference, received_on as receivedOn, handed_by as handedBy, alleges from task_sources where task_id = ?',
  );
  const objectsOf = db.prepare<[number], Task['objects'][number]>(
    `select o.id, o.code, o.name from task_objects t join objects o on o.id = t.object_id where t.task_id = ? order by o.code`,
  );
  const itemsOf = db.prepare<[number], ItemRow>(
    `select plan_item_id, title, check_items, check_focus, methods, basis from task_items where task_id = ? order by position`,
  );
  const ofItem = db.prepare<{ id: number }, ItemTask>(
    `with recursive versions (id) as (
       select :id union all
       select i.replaces from plan_items i join versions v on v.id = i.id where i.replaces is not null)
     select t.number, t.clause, t.round, t.plan_item_id in versions as isOwn from tasks t
      where t.state <> 'cancelled'
        and (t.plan_item_id in versions or t.id in (select task_id from task_items x where x.plan_item_id in versions))
      order by t.id`,
  );
  const insert = db.prepare(
    `insert into tasks (year, serial, number, origin, plan_item_id, clause, round, title, lead_department, joint_departments,
                        pool_filter, quota_kind, quota_count, quota_bp, quota_at_least, item_kind, from_on, to_on, state,
                        check_items, check_focus, methods, basis, created_by, created_at)
     values (:year, :serial, :number, :origin, :planItemId, :clause, :round, :title, :leadDepartment, :jointDepartments,
             :poolFilter, :quotaKind, :quotaCount, :quotaBp, :quotaAtLeast, :itemKind, :fromOn, :toOn, :state,
             :checkItems, :checkFocus, :methods, :basis, :createdBy, :createdAt)`,
  );
  const insertSource = db.prepare(
    `insert into task_sources (task_id, reference, received_on, handed_by, alleges)
     values (:taskId, :reference, :receivedOn, :handedBy, :alleges)`,
  );
  const insertObject = db.prepare('insert into task_objects (task_id, object_id) values (?, ?)');
  const insertItem = db.prepare(
    `insert into task_items (task_id, position, plan_item_id, title, check_items, check_focus, methods, basis)
     values (:taskId, :position, :planItemId, :title, :checkItems, :checkFocus, :methods, :basis)`,
  );

  const taskOf = (row: TaskRow): Task => {
    const own = {
      planItemId: row.plan_item_id,
      title: row.item_title ?? row.title,
      checkItems: row.check_items,
      checkFocus: row.check_focus,
      methods: JSON.parse(row.methods) as string[],
      basis: row.basis,
    };
    const items = [own, ...itemsOf.all(row.id).map(itemOf)];
    const { canceller, cancelled_at: cancelledAt, cancel_reason: reason } = row;
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      origin: row.origin,
      planItemId: row.plan_item_id,
      clause: row.clause,
      round: row.round,
      source: sourceOf.get(row.id) ?? null,
      objects: objectsOf.all(row.id),
      items,
      leadDepartment: row.lead_department,
      jointDepartments: JSON.parse(row.joint_departments) as string[],
      poolFilter: JSON.parse(row.pool_filter) as Task['poolFilter'],
      quota: quotaOf(row),
      fromOn: row.from_on,
      toOn: row.to_on,
      itemKind: row.item_kind,
      state: row.state,
      ...together(items),
      createdAt: row.created_at,
      createdBy: row.maker,
      createdById: row.created_by,
      approvedBy: row.approver,
      approvedAt: row.approved_at,
      cancelled: canceller === null ? null : { by: canceller, at: cancelledAt ?? '', reason: reason ?? '' },
    };
  };

  function taskById(id: number): Task | null {
    const row = ofId.get(id);
    return row === undefined ? null : taskOf(row);
  }

  return {
    taskById,

    /** Newest first. */
    tasks: (): readonly Task[] => all.all().map(taskOf),
    /** Tasks that can be drawn or are under way, the soonest end first. */
    openTasks: (): readonly Task[] => open.all().map(taskOf),

    /** The tasks that carry out a plan's item or a version before it, alone or with others; cancelled ones do not. */
    tasksOfItem: (planItemId: number): readonly ItemTask[] =>
      ofItem.all({ id: planItemId }).map((row) => ({ ...row, isOwn: Boolean(row.isOwn) })),

    setTaskState(id: number, state: TaskState): void {
      db.prepare('update tasks set state = ? where id = ?').run(state, id);
    },

    approveTask(id: number, accountId: number, at: string): void {
      db.prepare(`update tasks set state = 'waiting', approved_by = ?, approved_at = ? where id = ?`).run(
        accountId,
        at,
        id,
      );
    },

    /** A task that carries out a part of an approved one stands on the same approval, unless its maker gave that himself. */
    approveAsPart(id: number, wholeId: number): void {
      db.prepare(
        `update tasks set state = 'waiting', approved_by = w.approved_by, approved_at = w.approved_at
           from (select approved_by, approved_at from tasks where id = :wholeId) w
          where tasks.id = :id and tasks.state = 'proposed' and w.approved_by <> tasks.created_by`,
      ).run({ id, wholeId });
    },

    /** The task keeps its number. */
    cancelTask(id: number, accountId: number, at: string, reason: string): void {
      db.prepare(
        `update tasks set state = 'cancelled', cancelled_by = ?, cancelled_at = ?, cancel_reason = ? where id = ?`,
      ).run(accountId, at, reason, id);
    },

    /** Gives the new task the next number of the year. A task that no plan holds waits for its approval. */
    insertTask(task: NewTaskRecord, maker: TaskMaker): Task {
      const [own, ...further] = task.items;
      const { quota } = task;
      const serial = (lastSerial.get(maker.year) ?? 0) + 1;
      const { lastInsertRowid } = insert.run({
        origin: task.origin,
        planItemId: task.planItemId,
        clause: task.clause,
        round: task.round,
        title: task.title,
        leadDepartment: task.leadDepartment,
        itemKind: task.itemKind,
        fromOn: task.fromOn,
        toOn: task.toOn,
        state: task.origin === 'plan' ? 'waiting' : 'proposed',
        year: maker.year,
        serial,
        number: taskNumber(maker.shortName, maker.year, serial),
        jointDepartments: JSON.stringify(task.jointDepartments),
        poolFilter: JSON.stringify(task.poolFilter),
        ...textsOf(own),
        quotaKind: quota.kind,
        quotaCount: quota.kind === 'count' ? quota.count : null,
        quotaBp: quota.kind === 'ratio' ? quota.bp : null,
        quotaAtLeast: quota.kind === 'ratio' ? Number(quota.atLeast) : null,
        createdBy: maker.accountId,
        createdAt: maker.at,
      });
      const taskId = Number(lastInsertRowid);
      if (task.source !== null) insertSource.run({ ...task.source, taskId });
      for (const objectId of task.objectIds) insertObject.run(taskId, objectId);
      for (const [index, item] of further.entries()) {
        const { planItemId, title } = item;
        insertItem.run({ taskId, position: index + 2, planItemId, title, ...textsOf(item) });
      }
      const written = taskById(taskId);
      if (written === null) throw new Error('the task just written is not there');
      return written;
    },
  };
}

/** A task of a plan's item; `isOwn` where the item is the task's own and not one visited for along with it. */
export interface ItemTask {
  readonly number: string;
  readonly clause: string;
  readonly round: string;
  readonly isOwn: boolean;
}

function textsOf({ checkItems, checkFocus, methods, basis }: TaskItem) {
  return { checkItems, checkFocus, methods: JSON.stringify(methods), basis };
}

function itemOf(row: ItemRow): TaskItem {
  return {
    planItemId: row.plan_item_id,
    title: row.title,
    checkItems: row.check_items,
    checkFocus: row.check_focus,
    methods: JSON.parse(row.methods) as string[],
    basis: row.basis,
  };
}

function quotaOf(row: TaskRow): TaskQuota {
  return row.quota_kind === 'count'
    ? { kind: 'count', count: row.quota_count ?? 0 }
    : { kind: 'ratio', bp: row.quota_bp ?? 0, atLeast: row.quota_at_least === 1 };
}
