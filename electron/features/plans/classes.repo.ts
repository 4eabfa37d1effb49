import type { FestivalDays } from '../../../shared/kernel/festivals.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import type { Db } from '../../database/open.ts';

export interface BoundClass {
  readonly name: string;
  readonly poolFilter: PoolFilter;
  readonly boundBy: string;
  readonly boundAt: string;
}

interface ClassRow {
  name: string;
  pool_filter: string;
  bound_by: string;
  bound_at: string;
}

/** Tables object_classes and occasion_days; a part of the plans repo. */
export function createClasses(db: Db) {
  const select = `
    select c.name, c.pool_filter, a.name as bound_by, c.bound_at from object_classes c join accounts a on a.id = c.bound_by`;
  const all = db.prepare<[], ClassRow>(`${select} order by c.name`);
  const ofKey = db.prepare<[string], ClassRow>(`${select} where c.name_key = ?`);
  const days = db.prepare<[], FestivalDays>(
    'select year, name, from_on as fromOn, to_on as toOn from occasion_days order by from_on',
  );

  return {
    classes: (): readonly BoundClass[] => all.all().map(classOf),
    /** The class under this name, whatever its width, blanks and brackets. */
    classNamed(name: string): BoundClass | null {
      const row = ofKey.get(nameKey(name));
      return row === undefined ? null : classOf(row);
    },
    /** Class name as in a quota text → the objects of the roster it means, as the office bound it. */
    classFilters: (): ReadonlyMap<string, PoolFilter> =>
      new Map(all.all().map((row) => [row.name, classOf(row).poolFilter])),

    bindClass(name: string, poolFilter: PoolFilter, accountId: number, at: string): void {
      db.prepare(
        `insert into object_classes (name_key, name, pool_filter, bound_by, bound_at) values (?, ?, ?, ?, ?)
         on conflict (name_key) do update
            set name = excluded.name, pool_filter = excluded.pool_filter, bound_by = excluded.bound_by, bound_at = excluded.bound_at`,
      ).run(nameKey(name), name, JSON.stringify(poolFilter), accountId, at);
    },
    unbindClass(name: string): void {
      db.prepare('delete from object_classes where name_key = ?').run(nameKey(name));
    },

    /** 两会 and other days the office filled in. */
    occasionDays: (): readonly FestivalDays[] => days.all(),
    setOccasion(
      day: { year: number; name: string; fromOn: LocalDate; toOn: LocalDate },
      accountId: number,
      at: string,
    ) {
      db.prepare(
        `insert into occasion_days (year, name, from_on, to_on, set_by, set_at) values (?, ?, ?, ?, ?, ?)
         on conflict (year, name) do update
            set from_on = excluded.from_on, to_on = excluded.to_on, set_by = excluded.set_by, set_at = excluded.set_at`,
      ).run(day.year, day.name, day.fromOn, day.toOn, accountId, at);
    },
  };
}

function classOf(row: ClassRow): BoundClass {
  return {
    name: row.name,
    poolFilter: JSON.parse(row.pool_filter) as PoolFilter,
    boundBy: row.bound_by,
    boundAt: row.bound_at,
  };
}
