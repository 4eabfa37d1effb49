import type { JointPlan } from '../../../shared/features/plans/joint-plan.ts';
import type { PlanKind, PlanState } from '../../../shared/features/plans/plan.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createAmendments } from './amendments.repo.ts';
import { createCheckItems } from './check-items.repo.ts';
import { createClasses } from './classes.repo.ts';
import { createPlanItems, type ReadItem } from './plan-items.repo.ts';
import { createTasks } from './tasks.repo.ts';

export interface Plan {
  readonly id: number;
  readonly kind: PlanKind;
  readonly year: number;
  readonly title: string;
  /** Null for a plan made in the program. */
  readonly fileName: string | null;
  readonly state: PlanState;
  readonly madeBy: string;
  readonly madeById: number;
  readonly madeAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedOn: LocalDate | null;
  readonly documentNumber: string;
  /** Items in force. */
  readonly items: number;
  readonly tasks: number;
  /** Amendments approved so far. */
  readonly amendments: number;
  /** The newest publication; null = never published. */
  readonly publishedOn: LocalDate | null;
  /** Approved amendments that the newest publication does not contain. */
  readonly unpublished: number;
}

export interface NewPlan {
  readonly kind: PlanKind;
  readonly year: number;
  readonly title: string;
  readonly file: { readonly name: string; readonly sha256: string } | null;
  readonly items: readonly ReadItem[];
}

/** A plan that was read and waits to be confirmed. */
export interface StagedPlan {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly kind: PlanKind;
  readonly plan: JointPlan;
}

export type PlansRepo = ReturnType<typeof createPlansRepo>;

/** Tables plans, plan_items, tasks and what belongs to them; 随机抽查事项清单 in `checkItems`. */
export function createPlansRepo(db: Db) {
  const selectPlans = `
    select p.id, p.kind, p.year, p.title, p.file_name as fileName, p.state, i.name as madeBy, p.made_by as madeById,
           p.made_at as madeAt, a.name as approvedBy, p.approved_at as approvedAt, p.approved_on as approvedOn,
           p.document_number as documentNumber,
           (select count(*) from plan_items x
             where x.plan_id = p.id and not exists (select 1 from plan_items n where n.replaces = x.id)
               and not exists (select 1 from plan_amendment_changes c join plan_amendments m on m.id = c.amendment_id
                                where c.item_id = x.id and c.kind = 'cancel' and m.state = 'approved')) as items,
           (select count(*) from tasks t join plan_items x on x.id = t.plan_item_id where x.plan_id = p.id) as tasks,
           (select count(*) from plan_amendments where plan_id = p.id and state = 'approved') as amendments,
           (select max(published_on) from plan_publications where plan_id = p.id) as publishedOn,
           (select count(*) from plan_amendments m
             where m.plan_id = p.id and m.state = 'approved'
               and m.id > coalesce((select max(amendment_id) from plan_publications where plan_id = p.id), 0)) as unpublished
      from plans p join accounts i on i.id = p.made_by left join accounts a on a.id = p.approved_by`;
  const plansNewestFirst = db.prepare<[], Plan>(`${selectPlans} order by p.year desc, p.id desc`);
  const planOfId = db.prepare<[number], Plan>(`${selectPlans} where p.id = ?`);
  const planOfFile = db.prepare<[string], Plan>(`${selectPlans} where p.file_sha256 = ?`);
  const items = createPlanItems(db);
  const amendments = createAmendments(db);

  return {
    ...createTasks(db),
    ...amendments,
    ...createClasses(db),
    ...items,
    stages: createStages<StagedPlan>(),
    checkItems: createCheckItems(db),

    plans: (): readonly Plan[] => plansNewestFirst.all(),
    planById: (id: number): Plan | null => planOfId.get(id) ?? null,
    /** The plan that came from a file of this content. */
    planOfFile: (sha256: string): Plan | null => planOfFile.get(sha256) ?? null,

    insertPlan(plan: NewPlan, accountId: number, at: string): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into plans (kind, year, title, file_name, file_sha256, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(plan.kind, plan.year, plan.title, plan.file?.name ?? null, plan.file?.sha256 ?? null, accountId, at);
      const planId = Number(lastInsertRowid);
      amendments.addHand({ planId, amendmentId: null }, accountId);
      for (const [index, read] of plan.items.entries()) items.insertItem(planId, index + 1, read);
      return planId;
    },

    approvePlan(
      id: number,
      { approvedOn, documentNumber }: { approvedOn: LocalDate; documentNumber: string },
      accountId: number,
      at: string,
    ): void {
      db.prepare(
        `update plans set state = 'approved', approved_by = ?, approved_at = ?, approved_on = ?, document_number = ? where id = ?`,
      ).run(accountId, at, approvedOn, documentNumber, id);
    },

    setPlanState(id: number, state: Exclude<PlanState, 'approved'>): void {
      db.prepare('update plans set state = ? where id = ?').run(state, id);
    },

    /** Takes a draft away with its items; an approved plan does not let itself be deleted. */
    deletePlan(id: number): void {
      db.prepare('delete from plan_steps where plan_id = ?').run(id);
      db.prepare('delete from plan_hands where plan_id = ?').run(id);
      db.prepare('delete from plan_items where plan_id = ?').run(id);
      db.prepare('delete from plans where id = ?').run(id);
    },
  };
}
