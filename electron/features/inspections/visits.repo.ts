import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Db } from '../../database/open.ts';

export interface Visits {
  readonly all: number;
  /** Plan items visited for: of a visit its items, and every other of the same name in any year's plan. */
  readonly items: readonly number[];
}

/**
 * What own inspections and past ones amount to: visits, seats, coverage. Several items looked at in one object on one
 * day by one department are one visit (综合查一次).
 */
export function createVisits(db: Db) {
  const planItems = db.prepare<[], PlanItemName>('select id, name, replaces from plan_items order by id');
  const ownVisits = db.prepare<[number], { objectId: number; itemIds: string }>(
    `select i.object_id as objectId,
            (select json_group_array(x.plan_item_id)
               from (select id as task_id, plan_item_id from tasks where plan_item_id is not null
                      union all
                     select task_id, plan_item_id from task_items) x
              where x.task_id = i.task_id) as itemIds
       from inspections i where i.year = ? and i.replaced_at is null order by i.id`,
  );
  const pastVisits = db.prepare<{ year: string }, { objectId: number; itemKeys: string }>(
    `select object_id as objectId, json_group_array(item_key) as itemKeys
       from past_inspections where revoked_at is null and substr(inspected_on, 1, 4) = :year
      group by object_id, inspected_on, department order by object_id, inspected_on`,
  );
  const seats = db.prepare<{ year: number; yearText: string }, { officerId: number; seats: number }>(
    `select officer_id as officerId, count(*) as seats
       from (select m.officer_id, 'drawn' as kind, i.id as object_id, '' as inspected_on, '' as department
               from acting_team m join inspections i on i.id = m.inspection_id where i.year = :year and i.replaced_at is null
              union
             select m.officer_id, 'past', p.object_id, p.inspected_on, p.department
               from past_inspection_team m join past_inspections p on p.id = m.past_inspection_id
              where m.officer_id is not null and p.revoked_at is null and substr(p.inspected_on, 1, 4) = :yearText)
      group by officer_id order by officer_id`,
  );
  const covered = db
    .prepare<{ year: number; yearText: string }, number>(
      `select count(*)
       from (select object_id from inspections where year = :year and replaced_at is null
              union
             select object_id from past_inspections
              where revoked_at is null and is_own = 1 and is_published = 1 and substr(inspected_on, 1, 4) = :yearText)`,
    )
    .pluck();
  const newest = db.prepare<[], { objectId: number; inspectedOn: string }>(
    `select object_id as objectId, max(inspected_on) as inspectedOn
       from (select i.object_id, r.inspected_on
               from inspection_results r join inspections i on i.id = r.inspection_id
              where r.state = 'published'
                and not exists (select 1 from inspection_results n
                                 where n.inspection_id = r.inspection_id and n.state = 'published' and n.version > r.version)
              union all
             select object_id, inspected_on from past_inspections
              where revoked_at is null and is_own = 1 and is_published = 1)
      group by object_id`,
  );

  return {
    /** Seats each officer held in the inspections of a year: the load he carries into the next draw. */
    seatsThisYear(year: number): ReadonlyMap<number, number> {
      const rows = seats.all({ year, yearText: String(year) });
      return new Map(rows.map(({ officerId, seats: held }) => [officerId, held]));
    },

    /** Visits of each object in a year, in all and by plan item: what the caps count, by whomever made (国办发〔2024〕54号). */
    visits(year: number): ReadonlyMap<number, Visits> {
      const items = itemsByName(planItems.all());
      const visits = new Map<number, { all: number; items: number[] }>();
      const add = (objectId: number, itemIds: readonly number[]) => {
        const seen = visits.get(objectId) ?? { all: 0, items: [] };
        visits.set(objectId, { all: seen.all + 1, items: [...seen.items, ...itemIds] });
      };
      for (const { objectId, itemIds } of ownVisits.all(year)) {
        add(objectId, [...new Set((JSON.parse(itemIds) as number[]).flatMap(items.alike))]);
      }
      for (const { objectId, itemKeys } of pastVisits.all({ year: String(year) })) {
        add(objectId, (JSON.parse(itemKeys) as string[]).flatMap(items.named));
      }
      return visits;
    },

    /** Objects this office inspected in a year or drew to be inspected. */
    objectsCovered: (year: number): number => covered.get({ year, yearText: String(year) }) ?? 0,

    /**
     * The newest day this office inspected each object. What was not published counts as not done (细则 第十三条), and
     * another department's inspection covers nothing of this office's.
     */
    lastInspectedOn(): ReadonlyMap<number, string> {
      return new Map(newest.all().map(({ objectId, inspectedOn }) => [objectId, inspectedOn]));
    },
  };
}

interface PlanItemName {
  readonly id: number;
  readonly name: string;
  /** The version before it. */
  readonly replaces: number | null;
}

/** Plan items of one name are one item, in whichever year's plan they stand, and so are the versions of one under any name. */
function itemsByName(all: readonly PlanItemName[]) {
  const groups = new Map<string, Set<number>>();
  const groupOf = new Map<number, Set<number>>();
  for (const { id, name, replaces } of all) {
    const key = nameKey(name);
    const group = groups.get(key) ?? new Set<number>();
    const before = replaces === null ? undefined : groupOf.get(replaces);
    for (const other of before ?? []) {
      group.add(other);
      groupOf.set(other, group);
    }
    group.add(id);
    groupOf.set(id, group);
    groups.set(key, group);
    for (const [otherKey, other] of groups) if (other === before) groups.set(otherKey, group);
  }
  return {
    named: (key: string): readonly number[] => [...(groups.get(key) ?? [])],
    alike: (id: number): readonly number[] => [...(groupOf.get(id) ?? [])],
  };
}
