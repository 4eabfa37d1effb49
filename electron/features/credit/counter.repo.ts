import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';

export interface CounterQuery {
  readonly id: number;
  readonly askedAt: string;
  readonly openedBy: string;
  readonly outcome: 'shown' | 'not-matched';
  readonly objectId: number | null;
  /** Empty where nobody of the roster was asked for. */
  readonly objectName: string;
  readonly objectCode: string;
  readonly reportId: number | null;
  readonly reportNumber: string | null;
  readonly prints: number;
}

export interface NewCounterQuery {
  readonly outcome: CounterQuery['outcome'];
  readonly object: { readonly id: number; readonly name: string; readonly code: string } | null;
  readonly reportId: number | null;
}

/** Tables counter_queries and counter_prints: what was asked at the 查询区. */
export function createCounterRepo(db: Db) {
  const select = `
    select q.id, q.asked_at as askedAt, a.name as openedBy, q.outcome, q.object_id as objectId, q.object_name as objectName,
           q.object_code as objectCode, q.report_id as reportId, r.number as reportNumber,
           (select count(*) from counter_prints p where p.query_id = q.id) as prints
      from counter_queries q join accounts a on a.id = q.opened_by left join credit_reports r on r.id = q.report_id`;

  return {
    /** What is on the screen of the 查询区, by who opened it. */
    counterStages: createStages<{ readonly queryId: number; readonly reportId: number; readonly shownAt: string }>(),

    insertCounterQuery({ outcome, object, reportId }: NewCounterQuery, openedBy: number, at: string): number {
      return Number(
        db
          .prepare(
            `insert into counter_queries (asked_at, opened_by, outcome, object_id, object_name, object_code, report_id)
             values (?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(at, openedBy, outcome, object?.id ?? null, object?.name ?? '', object?.code ?? '', reportId)
          .lastInsertRowid,
      );
    },

    insertCounterPrint(queryId: number, at: string): void {
      db.prepare('insert into counter_prints (query_id, printed_at) values (?, ?)').run(queryId, at);
    },

    /** Questions without a match since an instant. */
    counterMisses: (since: string): number =>
      db
        .prepare<[string], number>(
          `select count(*) from counter_queries where outcome = 'not-matched' and asked_at > ?`,
        )
        .pluck()
        .get(since) as number,

    /** Newest first. */
    counterQueries: (limit: number): readonly CounterQuery[] =>
      db.prepare<[number], CounterQuery>(`${select} order by q.id desc limit ?`).all(limit),

    counterQueriesOf: (objectId: number): readonly CounterQuery[] =>
      db.prepare<[number], CounterQuery>(`${select} where q.object_id = ? order by q.id desc`).all(objectId),
  };
}
