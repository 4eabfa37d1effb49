import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { RecordFilter, RecordSort } from '../../../shared/features/credit/schemas.ts';
import type { CreditRecord } from '../../../shared/kernel/credit-records.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { allOf, oneOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';
import { type OverdueKind, overdueOf } from './publicity.repo.ts';
import { type RecordRow, recordColumns, recordOf } from './records.repo.ts';

/** Where a page begins and how long it is, in lines. */
export interface RecordPage {
  readonly sort: RecordSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** What a list keeps: a filter of the page, and of the 双公示台账 what is published at all or overdue. */
export interface ListFilter extends RecordFilter {
  readonly isPublicised?: boolean;
  readonly overdue?: readonly OverdueKind[] | null;
  /** The day it is handed out: without what is withdrawn, stopped or gathered under an authorisation that holds no more. */
  readonly outsideOn?: LocalDate;
}

/** A record with its enterprise, and how many files stand with it. */
export interface RecordLine extends CreditRecord {
  readonly objectName: string;
  readonly objectCode: string;
  readonly attachments: number;
}

const orders: Readonly<Record<RecordSort, string>> = {
  happenedOn: 'r.happened_on',
  source: 'r.source',
};

/** Lists of records: filtered, searched, sorted, paged; a part of the credit repo. */
export function createRecordList(db: Db) {
  db.exec('create temp table if not exists record_hits (place integer primary key, id integer not null) strict');
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];
  const countAll = db.prepare<[], number>('select count(*) from credit_records').pluck();
  const totalChanges = db.prepare<[], number>('select total_changes()').pluck();
  let held = { key: '', changes: -1, hits: 0 };

  /** Puts what the filter keeps into record_hits, in its order, and gives how many. A list that is leafed through is matched once. */
  function match(filter: ListFilter, { sort, descending }: Pick<RecordPage, 'sort' | 'descending'>): number {
    const query = sql`insert into temp.record_hits (id) select r.id from credit_records r ${whereOf(filter)} ${orderOf(sort, descending)}`;
    const key = JSON.stringify([query.sql, query.values]);
    if (held.key === key && held.changes === totalChanges.get()) return held.hits;
    db.exec('delete from temp.record_hits');
    const hits = db.prepare(query.sql).run(...query.values).changes;
    // A command that is rolled back takes what it matched with it.
    held = db.inTransaction ? { key: '', changes: -1, hits: 0 } : { key, changes: totalChanges.get() ?? -1, hits };
    return hits;
  }

  /** The whole list by day needs no matching: its index holds the order. */
  function wholeIds(total: number, { descending, offset, limit }: RecordPage): readonly number[] {
    const behind = total - offset - Math.min(limit, total - offset);
    const isNearEnd = behind < offset;
    const [skip, take] = isNearEnd ? [behind, Math.min(limit, total - offset)] : [offset, limit];
    if (take <= 0) return [];
    const ids = all<{ id: number }>(
      sql`select r.id from credit_records r ${orderOf('happenedOn', descending !== isNearEnd)} limit ${take} offset ${skip}`,
    ).map(({ id }) => id);
    return isNearEnd ? ids.toReversed() : ids;
  }

  function hitIds({ offset, limit }: Pick<RecordPage, 'offset' | 'limit'>): readonly number[] {
    return all<{ id: number }>(
      sql`select id from temp.record_hits where place > ${offset} and place <= ${offset + limit} order by place`,
    ).map(({ id }) => id);
  }

  function linesOf(ids: readonly number[]): readonly RecordLine[] {
    return all<RecordRow & Pick<RecordLine, 'objectName' | 'objectCode' | 'attachments'>>(sql`
      select ${raw(recordColumns)}, o.name as objectName, o.code as objectCode,
             (select count(*) from attachments f
               where f.subject = 'credit-record' and f.subject_id = r.id
                 and not exists (select 1 from attachment_withdrawals x where x.attachment_id = f.id)) as attachments
        from json_each(${JSON.stringify(ids)}) p
       cross join credit_records r on r.id = p.value
        join objects o on o.id = r.object_id
        join accounts a on a.id = r.entered_by left join accounts w on w.id = r.withdrawn_by
       order by p.key`).map((row) => ({ ...recordOf(row), ...pickLine(row) }));
  }

  return {
    /** One page of the list and how many there are in all; `offset` and `limit` count lines. */
    listRecords(filter: ListFilter, page: RecordPage): { lines: readonly RecordLine[]; total: number } {
      if (whereOf(filter).sql === '' && page.sort === 'happenedOn') {
        const total = countAll.get() ?? 0;
        return { lines: linesOf(wholeIds(total, page)), total };
      }
      const total = match(filter, page);
      return { lines: linesOf(hitIds(page)), total };
    },

    recordLine: (id: number): RecordLine | null => linesOf([id])[0] ?? null,

    /** The departments records came from, one seek each. */
    recordSources: (): readonly string[] =>
      all<{ source: string }>(sql`
        with recursive each (source) as (
          select min(source) from credit_records
          union all
          select (select min(r.source) from credit_records r where r.source > each.source) from each where each.source is not null
        )
        select source from each where source is not null order by source`).map(({ source }) => source),
  };
}

function pickLine({
  objectName,
  objectCode,
  attachments,
}: Pick<RecordLine, 'objectName' | 'objectCode' | 'attachments'>) {
  return { objectName, objectCode, attachments };
}

function orderOf(sort: RecordSort, descending: boolean): Sql {
  const direction = raw(descending ? ' desc' : '');
  const columns = sort === 'happenedOn' ? [orders[sort], 'r.id'] : [orders[sort], 'r.happened_on', 'r.id'];
  return sql`order by ${join(
    columns.map((column) => sql`${raw(column)}${direction}`),
    ', ',
  )}`;
}

/** The conditions of a filter, over `credit_records r`. */
export function whereOf(filter: ListFilter): Sql {
  const { text, objectId, kinds, source, severity, publicity, from, to, standing } = filter;
  return allOf([
    objectId === null ? null : sql`r.object_id = ${objectId}`,
    oneOf(sql`r.kind`, kinds),
    source === '' ? null : sql`r.source = ${source}`,
    severity === null ? null : sql`r.severity = ${severity}`,
    // A partial index holds only what has a state of publication.
    publicity === null
      ? null
      : sql`r.publicity = ${publicity}${publicity === 'none' ? empty : raw(" and r.publicity <> 'none'")}`,
    from === null ? null : sql`r.happened_on >= ${from}`,
    to === null ? null : sql`r.happened_on <= ${to}`,
    standing === null ? null : standingOf(standing),
    filter.isPublicised === true ? sql`r.publicity ${raw("<> 'none'")}` : null,
    filter.overdue == null ? null : overdueOf(filter.overdue),
    filter.outsideOn === undefined ? null : outside(filter.outsideOn),
    text === '' ? null : matching(text),
  ]);
}

function standingOf(standing: NonNullable<RecordFilter['standing']>): Sql {
  switch (standing) {
    case 'current':
      return sql`r.withdrawn_at is null`;
    case 'withdrawn':
      return sql`r.withdrawn_at is not null`;
    case 'corrected':
      return sql`r.version > 1`;
    case 'repaired':
      return sql`r.repaired_on is not null`;
  }
}

/** A name or code of the roster, or the beginning of a document's number. */
function matching(text: string): Sql {
  const key = nameKey(text);
  return sql`(r.object_id in (select o.id from objects o where instr(o.name_key, ${key}) > 0 or instr(o.code, ${key}) > 0)
    or r.id in (select d.id from credit_records d
                 where d.document_number <> '' and d.document_number >= ${text} and d.document_number < ${`${text}\u{10FFFF}`}))`;
}

function outside(on: LocalDate): Sql {
  return sql`(r.withdrawn_at is null and r.publicity <> 'stopped' and (r.authorisation_id is null or exists (
    select 1 from authorisations z
     where z.id = r.authorisation_id and (z.until_on is null or z.until_on >= ${on}) and (z.withdrawn_on is null or z.withdrawn_on > ${on})
       and exists (select 1 from attachments f
                    where f.subject = 'authorisation' and f.subject_id = z.id
                      and not exists (select 1 from attachment_withdrawals x where x.attachment_id = f.id)))))`;
}
