import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { CreditKind } from '../../../shared/kernel/credit-facts.ts';
import type { Db } from '../../database/open.ts';

/** A kind that is published, and the last day of decision whose term has run out. */
export interface OverdueKind {
  readonly kind: CreditKind;
  readonly overdueSince: string;
}

/** What waits for its publication; a part of the credit repo. */
export function createPublicity(db: Db) {
  const pending = db.prepare<[], { kind: CreditKind; happenedOn: string; count: number }>(`
    select kind, happened_on as happenedOn, count(*) as count
      from credit_records
     where publicity = 'pending' and withdrawn_at is null
     group by kind, happened_on order by happened_on`);
  const counts = db.prepare<[], { publicity: string; count: number }>(`
    select publicity, count(*) as count from credit_records
     where publicity <> 'none' and withdrawn_at is null group by publicity`);

  return {
    /** How many of each kind and day wait, the oldest first. */
    pendingByDay: () => pending.all(),

    /** How many are pending, published, stopped. */
    publicityCounts: () => counts.all(),

    /** How many of them are overdue. */
    overdueCount(kinds: readonly OverdueKind[]): number {
      const query = sql`select count(*) from credit_records r where ${overdueOf(kinds)}`;
      return db
        .prepare(query.sql)
        .pluck()
        .get(...query.values) as number;
    },
  };
}

/** Over `credit_records r`: waits for its publication, and its term has run out. */
export function overdueOf(kinds: readonly OverdueKind[]): Sql {
  const each = kinds.map(({ kind, overdueSince }) => sql`(r.kind = ${kind} and r.happened_on <= ${overdueSince})`);
  const late = each.length === 0 ? raw('0') : join(each, ' or ');
  // The words of the partial index, so that it is used.
  return sql`(${raw("r.publicity = 'pending'")} and r.withdrawn_at is null and (${late}))`;
}
