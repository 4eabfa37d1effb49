import sql, { empty } from 'sql-template-tag';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import type { Db } from '../../database/open.ts';

/** An object as it stood on a day. */
export interface ObjectOfDay {
  readonly id: number;
  readonly entry: ObjectEntry;
}

/** The roster of objects as it stood before an instant, read from its history page by page; a part of the rosters repo. */
export function createRosterDay(db: Db) {
  return {
    /** In the order of entry; `text` is a part of the name. `offset` and `limit` count objects. */
    objectsBefore(
      instant: string,
      { text, offset, limit }: { text: string; offset: number; limit: number },
    ): { objects: readonly ObjectOfDay[]; total: number } {
      // The other columns of a group are those of its max(id): the last change before the instant (SQLite, "bare columns").
      const named = text === '' ? empty : sql`and instr(name, ${text}) > 0`;
      const standing = sql`
        select entry_id, max(id) as last_id, change, name from roster_changes indexed by roster_changes_of_entry
         where roster = 'object' and at < ${instant} group by entry_id having change <> 'removed' ${named}`;
      const page = sql`
        select c.entry_id as id, c.after from (${standing} order by entry_id limit ${limit} offset ${offset}) s
          join roster_changes c on c.id = s.last_id order by c.entry_id`;
      const count = sql`select count(*) as n from (${standing})`;
      const rows = db.prepare<unknown[], { id: number; after: string }>(page.sql).all(...page.values);
      const total = db.prepare<unknown[], { n: number }>(count.sql).get(...count.values)?.n ?? 0;
      return { objects: rows.map(({ id, after }) => ({ id, entry: JSON.parse(after) as ObjectEntry })), total };
    },
  };
}
