import type { NewTask } from '../../../shared/features/plans/schemas.ts';
import type { ItemKind, Task, TaskQuota, TaskState } from '../../../shared/features/plans/task.ts';
import { taskNumber } from '../../../shared/kernel/numbering.ts';
import type { Db } from '../../database/open.ts';

interface TaskRow {
  id: number;
  number: string;
  title: string;
  plan_item_id: number;
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
  check_items: string;
  check_focus: string;
  methods: string;
  basis: string;
  created_at: string;
}

/** Table tasks; a part of the plans repo. */
export function createTasks(db: Db) {
  const select = `
    select id, number, title, plan_item_id, lead_department, joint_departments, pool_filter, quota_kind, quota_count,
           quota_bp, quota_at_least, from_on, to_on, item_kind, state, check_items, check_focus, methods, basis, created_at
      from tasks`;
  const ofId = db.prepare<[number], TaskRow>(`${select} where id = ?`);
  const all = db.prepare<[], TaskRow>(`${select} order by year desc, serial desc`);
  const open = db.prepare<[], TaskRow>(`${select} where state <> 'finished' order by to_on, id`);
  const lastSerial = db.prepare<[number], number>('select coalesce(max(serial), 0) from tasks where year = ?').pluck();

  return {
    taskById(id: number): Task | null {
      const row = ofId.get(id);
      return row === undefined ? null : taskOf(row);
    },

    /** Newest first. */
    tasks: (): readonly Task[] => all.all().map(taskOf),
    /** Tasks not yet finished, the soonest end first. */
    openTasks: (): readonly Task[] => open.all().map(taskOf),

    /** Numbers of the tasks made from a plan's item. */
    numbersOfItem: (planItemId: number): readonly string[] =>
      db.prepare('select number from tasks where plan_item_id = ? order by id').pluck().all(planItemId) as string[],

    setTaskState(id: number, state: TaskState): void {
      db.prepare('update tasks set state = ? where id = ?').run(state, id);
    },

    /** Gives the new task the next number of the year. */
    insertTask(task: NewTask & { leadDepartment: string }, maker: TaskMaker): Task {
      const { quota } = task;
      const serial = (lastSerial.get(maker.year) ?? 0) + 1;
      const { lastInsertRowid } = db
        .prepare(
          `insert into tasks (year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter,
                              quota_kind, quota_count, quota_bp, quota_at_least, item_kind, from_on, to_on,
                              check_items, check_focus, methods, basis, created_by, created_at)
           values (:year, :serial, :number, :planItemId, :title, :leadDepartment, :jointDepartments, :poolFilter,
                   :quotaKind, :quotaCount, :quotaBp, :quotaAtLeast, :itemKind, :fromOn, :toOn,
                   :checkItems, :checkFocus, :methods, :basis, :createdBy, :createdAt)`,
        )
        .run({
          ...task,
          year: maker.year,
          serial,
          number: taskNumber(maker.shortName, maker.year, serial),
          jointDepartments: JSON.stringify(task.jointDepartments),
          poolFilter: JSON.stringify(task.poolFilter),
          methods: JSON.stringify(task.methods),
          quota: null,
          quotaKind: quota.kind,
          quotaCount: quota.kind === 'count' ? quota.count : null,
          quotaBp: quota.kind === 'ratio' ? quota.bp : null,
          quotaAtLeast: quota.kind === 'ratio' ? Number(quota.atLeast) : null,
          createdBy: maker.accountId,
          createdAt: maker.at,
        });
      const row = ofId.get(Number(lastInsertRowid));
      if (row === undefined) throw new Error('the task just written is not there');
      return taskOf(row);
    },
  };
}

/** Who numbers a task, and under which year. */
export interface TaskMaker {
  readonly shortName: string;
  readonly year: number;
  readonly accountId: number;
  readonly at: string;
}

function taskOf(row: TaskRow): Task {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    planItemId: row.plan_item_id,
    leadDepartment: row.lead_department,
    jointDepartments: JSON.parse(row.joint_departments) as string[],
    poolFilter: JSON.parse(row.pool_filter) as Task['poolFilter'],
    quota: quotaOf(row),
    fromOn: row.from_on,
    toOn: row.to_on,
    itemKind: row.item_kind,
    state: row.state,
    checkItems: row.check_items,
    checkFocus: row.check_focus,
    methods: JSON.parse(row.methods) as string[],
    basis: row.basis,
    createdAt: row.created_at,
  };
}

function quotaOf(row: TaskRow): TaskQuota {
  return row.quota_kind === 'count'
    ? { kind: 'count', count: row.quota_count ?? 0 }
    : { kind: 'ratio', bp: row.quota_bp ?? 0, atLeast: row.quota_at_least === 1 };
}
