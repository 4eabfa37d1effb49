import type { Db } from '../../database/open.ts';

/** 常用条件: what a list's address carries, under a name. */
export interface SavedFilter {
  readonly id: number;
  readonly name: string;
  readonly filter: Readonly<Record<string, string>>;
  /** For the whole office, not only its owner. */
  readonly isShared: boolean;
  readonly ownerId: number;
  readonly owner: string;
}

interface SavedFilterRow extends Omit<SavedFilter, 'filter' | 'isShared'> {
  readonly filter: string;
  readonly isShared: number;
}

const select = `
  select f.id, f.name, f.filter, f.is_shared as isShared, f.owner_id as ownerId, a.name as owner
    from saved_filters f join accounts a on a.id = f.owner_id`;

/** Table saved_filters; a part of the rosters repo. */
export function createSavedFiltersRepo(db: Db) {
  return {
    /** The account's own and the office's, by name. */
    savedFilters: (list: string, accountId: number): readonly SavedFilter[] =>
      db
        .prepare<[string, number], SavedFilterRow>(
          `${select} where f.list = ? and (f.is_shared = 1 or f.owner_id = ?) order by f.is_shared, f.name`,
        )
        .all(list, accountId)
        .map(filterOf),

    savedFilterById(id: number): SavedFilter | null {
      const row = db.prepare<[number], SavedFilterRow>(`${select} where f.id = ?`).get(id);
      return row === undefined ? null : filterOf(row);
    },

    /** Whether the name is taken: by another's shared filter, or by one of the owner's own. */
    isFilterNameTaken: (list: string, name: string, isShared: boolean, ownerId: number): boolean =>
      db
        .prepare('select 1 from saved_filters where list = ? and name = ? and (owner_id = ? or (is_shared = 1 and ?))')
        .get(list, name, ownerId, Number(isShared)) !== undefined,

    insertSavedFilter(filter: {
      list: string;
      name: string;
      filter: Readonly<Record<string, string>>;
      isShared: boolean;
      ownerId: number;
      at: string;
    }): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into saved_filters (list, name, filter, is_shared, owner_id, created_at)
           values (:list, :name, :filter, :isShared, :ownerId, :at)`,
        )
        .run({ ...filter, filter: JSON.stringify(filter.filter), isShared: Number(filter.isShared) });
      return Number(lastInsertRowid);
    },

    deleteSavedFilter: (id: number): void => void db.prepare('delete from saved_filters where id = ?').run(id),
  };
}

function filterOf(row: SavedFilterRow): SavedFilter {
  return { ...row, filter: JSON.parse(row.filter) as Record<string, string>, isShared: row.isShared === 1 };
}
