import sql, { join, type Sql } from 'sql-template-tag';
import type { BatchChange } from '../../../shared/features/rosters/batch-change.ts';
import type { Db } from '../../database/open.ts';

/** One 批量变更 of objects. */
export interface BatchChangeRecord {
  readonly id: number;
  readonly title: string;
  readonly entries: number;
  readonly reason: string;
  readonly state: 'applied' | 'undone';
  readonly appliedAt: string;
  readonly appliedBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

const select = `
  select b.id, b.title, b.entries, b.reason, b.state, b.applied_at as appliedAt, a.name as appliedBy, b.undone_at as undoneAt,
         u.name as undoneBy, b.undo_reason as undoReason
    from batch_changes b join accounts a on a.id = b.applied_by left join accounts u on u.id = b.undone_by`;

/** Table batch_changes, and which objects a change would touch; a part of the rosters repo. */
export function createBatchChangesRepo(db: Db) {
  return {
    /** Newest first. */
    batchChanges: (): readonly BatchChangeRecord[] =>
      db.prepare<[], BatchChangeRecord>(`${select} order by b.id desc`).all(),
    batchChangeById: (id: number): BatchChangeRecord | null =>
      db.prepare<[number], BatchChangeRecord>(`${select} where b.id = ?`).get(id) ?? null,

    openBatchChange(change: { title: string; entries: number; reason: string; at: string; byId: number }): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into batch_changes (title, entries, reason, applied_at, applied_by)
           values (:title, :entries, :reason, :at, :byId)`,
        )
        .run(change);
      return Number(lastInsertRowid);
    },

    markBatchChangeUndone(id: number, { at, byId, reason }: { at: string; byId: number; reason: string }): void {
      db.prepare(
        `update batch_changes set state = 'undone', undone_at = ?, undone_by = ?, undo_reason = ? where id = ?`,
      ).run(at, byId, reason, id);
    },

    /** Those of these objects in which the change changes something, in the given order. */
    changedByBatch(ids: readonly number[], change: BatchChange): readonly { id: number; name: string }[] {
      const query = sql`
        select o.id, o.name from json_each(${JSON.stringify(ids)}) p cross join objects o on o.id = p.value
         where ${differs(change)} order by p.key`;
      return db.prepare<unknown[], { id: number; name: string }>(query.sql).all(...query.values);
    },
  };
}

/** As applyBatchChange decides, in SQL, so that 100,000 entries need not be read to be counted. */
function differs(change: BatchChange): Sql {
  switch (change.kind) {
    case 'tags': {
      const has = (tag: string) => sql`exists (select 1 from json_each(o.tags) t where t.value = ${tag})`;
      return sql`(${join([...change.add.map((tag) => sql`not ${has(tag)}`), ...change.remove.map(has)], ' or ')})`;
    }
    case 'status':
      return sql`(o.status <> ${change.status} or o.status_on is not ${change.statusOn}
                  or o.status_document <> ${change.statusDocument ?? ''})`;
    case 'priority':
      return sql`o.is_key <> ${Number(change.to)}`;
    case 'aboveScale':
      return sql`o.is_above_scale <> ${Number(change.to)}`;
    case 'town':
      return sql`o.township <> ${change.to}`;
    case 'industry':
      return sql`o.industry <> ${change.to}`;
  }
}
