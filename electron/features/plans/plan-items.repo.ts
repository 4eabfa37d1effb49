import type { PlanItem } from '../../../shared/features/plans/plan-items.ts';
import type { PlanWarning } from '../../../shared/features/plans/plan-warnings.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Db } from '../../database/open.ts';

/** One version of an item. */
export interface StoredItem {
  readonly id: number;
  readonly planId: number;
  readonly position: number;
  readonly item: PlanItem;
  readonly warnings: readonly PlanWarning[];
  /** Tasks made from this version or from those before it, alone or with other items; none that were cancelled. */
  readonly taskNumbers: readonly string[];
  /** 第几次调整 brought this version; null = as first approved. */
  readonly broughtBy: number | null;
  /** The version this one took the place of. */
  readonly replaces: number | null;
  /** 第几次调整 cancelled it; null = in force. */
  readonly cancelledBy: number | null;
}

/** What is stored of an item that was read. */
export interface ReadItem {
  readonly item: PlanItem;
  readonly warnings: readonly PlanWarning[];
}

interface ItemRow {
  id: number;
  plan_id: number;
  position: number;
  reading: string;
  warnings: string;
  task_numbers: string;
  brought_by: number | null;
  replaces: number | null;
  cancelled_by: number | null;
}

/** The day after every amendment: the plan as it stands now. */
const NEWEST: LocalDate = '9999-12-31';

/** Table plan_items; a part of the plans repo. */
export function createPlanItems(db: Db) {
  const select = `
    select i.id, i.plan_id, i.position, i.reading, i.warnings, i.replaces, b.serial as brought_by,
           (select m.serial from plan_amendment_changes c join plan_amendments m on m.id = c.amendment_id
             where c.item_id = i.id and c.kind = 'cancel' and m.state = 'approved' and m.approved_on <= :on) as cancelled_by,
           (with recursive versions (id) as (
              select i.id union all
              select e.replaces from plan_items e join versions on versions.id = e.id where e.replaces is not null)
            select json_group_array(number)
              from (select number from tasks
                     where state <> 'cancelled'
                       and (plan_item_id in versions
                            or id in (select task_id from task_items where task_items.plan_item_id in versions))
                     order by year, serial)) as task_numbers
      from plan_items i left join plan_amendments b on b.id = i.amendment_id`;
  const ofPlan = db.prepare<{ planId: number; on: LocalDate }, ItemRow>(`
    ${select}
     where i.plan_id = :planId and (b.id is null or b.approved_on <= :on)
       and not exists (select 1 from plan_items n join plan_amendments m on m.id = n.amendment_id
                        where n.replaces = i.id and m.approved_on <= :on)
     order by i.position, i.id`);
  const ofId = db.prepare<{ id: number; on: LocalDate }, ItemRow>(`${select} where i.id = :id`);
  const insert = db.prepare(`
    insert into plan_items (plan_id, position, name, reading, warnings, from_on, to_on, amendment_id, replaces)
    values (:planId, :position, :name, :reading, :warnings, :fromOn, :toOn, :amendmentId, :replaces)`);
  const update = db.prepare(`
    update plan_items
       set position = :position, name = :name, reading = :reading, warnings = :warnings, from_on = :fromOn, to_on = :toOn
     where id = :id`);

  function itemById(id: number): StoredItem | null {
    const row = ofId.get({ id, on: NEWEST });
    return row === undefined ? null : itemOf(row);
  }

  return {
    itemById,

    /** The plan's table as it stands, or as it stood at the end of a day; cancelled items are among them, marked. */
    items: (planId: number, on: LocalDate = NEWEST): readonly StoredItem[] => ofPlan.all({ planId, on }).map(itemOf),

    /** False of a version that a later one took the place of, or that was cancelled. */
    isInForce(id: number): boolean {
      const replaced = db.prepare('select 1 from plan_items where replaces = ?').get(id);
      return replaced === undefined && itemById(id)?.cancelledBy === null;
    },

    insertItem(
      planId: number,
      position: number,
      read: ReadItem,
      amended: { amendmentId: number; replaces: number | null } | null = null,
    ): number {
      const { amendmentId = null, replaces = null } = amended ?? {};
      return Number(insert.run({ planId, position, ...fieldsOf(read), amendmentId, replaces }).lastInsertRowid);
    },

    updateItem: (id: number, position: number, read: ReadItem): void =>
      void update.run({ id, position, ...fieldsOf(read) }),

    deleteItem: (id: number): void => void db.prepare('delete from plan_items where id = ?').run(id),
  };
}

function fieldsOf({ item, warnings }: ReadItem) {
  const { fromOn = null, toOn = null } = item.period ?? {};
  return { name: item.texts.name, reading: JSON.stringify(item), warnings: JSON.stringify(warnings), fromOn, toOn };
}

function itemOf(row: ItemRow): StoredItem {
  return {
    id: row.id,
    planId: row.plan_id,
    position: row.position,
    item: storedItem(row.reading),
    warnings: JSON.parse(row.warnings) as PlanWarning[],
    taskNumbers: JSON.parse(row.task_numbers) as string[],
    broughtBy: row.brought_by,
    replaces: row.replaces,
    cancelledBy: row.cancelled_by,
  };
}

/** Items of earlier versions of the program say nothing of merged cells and of own plans. */
export function storedItem(reading: string): PlanItem {
  const stored = JSON.parse(reading) as Omit<PlanItem, 'merged' | 'own' | 'estimate'> & Partial<PlanItem>;
  return { merged: [], own: null, estimate: null, ...stored };
}
