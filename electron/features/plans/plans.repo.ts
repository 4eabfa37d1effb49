import type { JointPlan, PlanItem } from '../../../shared/features/plans/joint-plan.ts';
import type { PlanWarning } from '../../../shared/features/plans/plan-warnings.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createTasks } from './tasks.repo.ts';

export interface Plan {
  readonly id: number;
  readonly year: number;
  readonly title: string;
  readonly fileName: string;
  readonly state: 'draft' | 'approved';
  readonly importedBy: string;
  readonly importedById: number;
  readonly importedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly items: number;
  readonly tasks: number;
}

export interface StoredItem {
  readonly id: number;
  readonly planId: number;
  readonly item: PlanItem;
  readonly warnings: readonly PlanWarning[];
  readonly taskNumbers: readonly string[];
}

export interface NewPlan {
  readonly year: number;
  readonly title: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly items: readonly PlanItem[];
  readonly warnings: readonly PlanWarning[];
}

/** A plan that was read and waits to be confirmed. */
export interface StagedPlan {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly plan: JointPlan;
}

interface ItemRow {
  id: number;
  plan_id: number;
  reading: string;
  warnings: string;
  task_numbers: string;
}

export type PlansRepo = ReturnType<typeof createPlansRepo>;

/** Tables plans, plan_items, tasks. */
export function createPlansRepo(db: Db) {
  const selectPlans = `
    select p.id, p.year, p.title, p.file_name as fileName, p.state, i.name as importedBy, p.imported_by as importedById,
           p.imported_at as importedAt, a.name as approvedBy, p.approved_at as approvedAt,
           (select count(*) from plan_items where plan_id = p.id) as items,
           (select count(*) from tasks t join plan_items x on x.id = t.plan_item_id where x.plan_id = p.id) as tasks
      from plans p join accounts i on i.id = p.imported_by left join accounts a on a.id = p.approved_by`;
  const selectItems = `
    select i.id, i.plan_id, i.reading, i.warnings,
           (select json_group_array(number) from (select number from tasks where plan_item_id = i.id order by serial)) as task_numbers
      from plan_items i`;
  const plansNewestFirst = db.prepare<[], Plan>(`${selectPlans} order by p.year desc, p.id desc`);
  const planOfId = db.prepare<[number], Plan>(`${selectPlans} where p.id = ?`);
  const planOfFile = db.prepare<[string], Plan>(`${selectPlans} where p.file_sha256 = ?`);
  const itemsOfPlan = db.prepare<[number], ItemRow>(`${selectItems} where i.plan_id = ? order by i.sheet_row`);
  const itemOfId = db.prepare<[number], ItemRow>(`${selectItems} where i.id = ?`);

  return {
    ...createTasks(db),
    stages: createStages<StagedPlan>(),

    plans: (): readonly Plan[] => plansNewestFirst.all(),
    planById: (id: number): Plan | null => planOfId.get(id) ?? null,
    /** The plan that came from a file of this content. */
    planOfFile: (sha256: string): Plan | null => planOfFile.get(sha256) ?? null,
    items: (planId: number): readonly StoredItem[] => itemsOfPlan.all(planId).map(itemOf),

    itemById(id: number): StoredItem | null {
      const row = itemOfId.get(id);
      return row === undefined ? null : itemOf(row);
    },

    insertPlan(plan: NewPlan, accountId: number, at: string): number {
      const planId = Number(
        db
          .prepare(
            `insert into plans (year, title, file_name, file_sha256, imported_by, imported_at) values (?, ?, ?, ?, ?, ?)`,
          )
          .run(plan.year, plan.title, plan.fileName, plan.fileSha256, accountId, at).lastInsertRowid,
      );
      const insertItem = db.prepare(
        `insert into plan_items (plan_id, sheet_row, name, reading, warnings, from_on, to_on) values (?, ?, ?, ?, ?, ?, ?)`,
      );
      for (const item of plan.items) {
        const warnings = plan.warnings.filter(({ row }) => row === item.row);
        const { fromOn = null, toOn = null } = item.period ?? {};
        insertItem.run(planId, item.row, item.texts.name, JSON.stringify(item), JSON.stringify(warnings), fromOn, toOn);
      }
      return planId;
    },

    approvePlan(id: number, accountId: number, at: string): void {
      db.prepare(`update plans set state = 'approved', approved_by = ?, approved_at = ? where id = ?`).run(
        accountId,
        at,
        id,
      );
    },

    /** Takes a draft away with its items; an approved plan does not let itself be deleted. */
    deletePlan(id: number): void {
      db.prepare('delete from plan_items where plan_id = ?').run(id);
      db.prepare('delete from plans where id = ?').run(id);
    },
  };
}

function itemOf(row: ItemRow): StoredItem {
  return {
    id: row.id,
    planId: row.plan_id,
    item: JSON.parse(row.reading) as PlanItem,
    warnings: JSON.parse(row.warnings) as PlanWarning[],
    taskNumbers: JSON.parse(row.task_numbers) as string[],
  };
}
