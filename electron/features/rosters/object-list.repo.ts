import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { ObjectSort } from '../../../shared/features/rosters/object-list.ts';
import type { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { allOf, oneOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';
import { lineOf, type ObjectLine, type ObjectRow, objectRowColumns } from './object-rows.ts';
import { createSoundsRepo, type SoundPattern, type SoundPatterns } from './sounds.repo.ts';

/** Where a page begins and how long it is, in lines. */
export interface ObjectPage {
  readonly sort: ObjectSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Up to so many matches are sorted; more are picked out of the order's index. */
const SORTED = 2_000;

/** Each order and the index of objects that holds it; none = its columns are in object_index, and it is sorted when asked for. */
const orders: Readonly<Record<ObjectSort, { readonly columns: readonly string[]; readonly index?: string }>> = {
  id: { columns: [] },
  name: { columns: ['initials', 'name_key'], index: 'objects_by_pinyin' },
  code: { columns: ['code'], index: 'sqlite_autoindex_objects_1' },
  kind: { columns: ['kind'] },
  status: { columns: ['status'] },
  statusOn: { columns: ['status_on'], index: 'objects_by_status_day' },
  industry: { columns: ['industry'], index: 'objects_by_industry' },
  township: { columns: ['township'], index: 'objects_by_township' },
  personInCharge: { columns: ['person_in_charge'], index: 'objects_by_person' },
  maskedPhone: { columns: ['phone'], index: 'objects_by_phone' },
  address: { columns: ['address'], index: 'objects_by_address' },
  registeredBy: { columns: ['registered_by'], index: 'objects_by_registrar' },
  foundedOn: { columns: ['founded_on'], index: 'objects_by_founding' },
  isAboveScale: { columns: ['is_above_scale'] },
  isKey: { columns: ['is_key'] },
  tags: { columns: ['tags'] },
};

/** Lists of objects: filtered, searched, sorted, paged; a part of the rosters repo. */
export function createObjectList(db: Db) {
  db.exec('create temp table if not exists object_hits (object_id integer primary key) strict');
  const { soundPatterns } = createSoundsRepo(db);
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];
  const run = (query: Sql) => db.prepare(query.sql).run(...query.values).changes;
  const countAll = db.prepare<[], number>('select count(*) from object_index').pluck();
  const totalChanges = db.prepare<[], number>('select total_changes()').pluck();
  let held = { key: '', changes: -1, hits: 0 };

  /** Puts what the filter keeps into object_hits and gives how many; null = the filter keeps everything. */
  function match(filter: ObjectFilter): number | null {
    const where = whereOf(filter, soundPatterns);
    if (where.sql === '') return null;
    const key = JSON.stringify([where.sql, where.values]);
    if (held.key === key && held.changes === totalChanges.get()) return held.hits;
    db.exec('delete from temp.object_hits');
    const hits = run(sql`insert into temp.object_hits select i.object_id from object_index i ${where}`);
    // A command that is rolled back takes what it matched with it.
    held = db.inTransaction ? { key: '', changes: -1, hits: 0 } : { key, changes: totalChanges.get() ?? -1, hits };
    return hits;
  }

  function pageIds(hits: number | null, page: ObjectPage): readonly number[] {
    const total = hits ?? countAll.get() ?? 0;
    const limit = Math.min(page.limit, total - page.offset);
    if (limit <= 0) return [];
    const ids = (part: ObjectPage) => all<{ id: number }>(pageQuery(hits, part)).map(({ id }) => id);
    const behind = total - page.offset - limit;
    // A page of the second half is nearer from the end.
    return behind < page.offset
      ? ids({ ...page, descending: !page.descending, offset: behind, limit }).toReversed()
      : ids({ ...page, limit });
  }

  function linesOf(ids: readonly number[]): readonly ObjectLine[] {
    return all<ObjectRow>(
      sql`select ${objectRowColumns} from json_each(${JSON.stringify(ids)}) p cross join objects o on o.id = p.value order by p.key`,
    ).map(lineOf);
  }

  const values = (query: Sql) => all<{ value: string }>(query).map(({ value }) => value);

  return {
    /** One page of the list and how many there are in all; `offset` and `limit` count lines. */
    listObjects(filter: ObjectFilter, page: ObjectPage): { lines: readonly ObjectLine[]; total: number } {
      const hits = match(filter);
      return { lines: linesOf(pageIds(hits, page)), total: hits ?? countAll.get() ?? 0 };
    },

    /** Numbers of all objects a filter keeps, in an order. */
    objectIds(filter: ObjectFilter, order: Pick<ObjectPage, 'sort' | 'descending'>): readonly number[] {
      return pageIds(match(filter), { ...order, offset: 0, limit: Number.MAX_SAFE_INTEGER });
    },

    /** By name, code or pinyin, for the search box. */
    searchObjects(text: string, limit: number): readonly ObjectLine[] {
      const hits = match({ ...noObjectFilter, text });
      return linesOf(pageIds(hits, { sort: 'name', descending: false, offset: 0, limit }));
    },

    /** The values the roster holds, for filters: 乡镇苏木, 行业, 监管标签, 许可证. */
    objectChoices() {
      const tags = values(sql`select distinct tags as value from object_index where tags <> '[]'`).flatMap(
        (text) => JSON.parse(text) as string[],
      );
      return {
        townships: values(distinctValues('objects', 'township')),
        industries: values(distinctValues('objects', 'industry')),
        tags: [...new Set(tags)].sort(),
        licences: values(distinctValues('licences', 'name')),
      };
    },
  };
}

function pageQuery(hits: number | null, { sort, descending, offset, limit }: ObjectPage): Sql {
  const { columns, index } = orders[sort];
  const direction = raw(descending ? ' desc' : '');
  const ordered = (id: string) =>
    join(
      [...columns, id].map((column) => sql`${raw(column)}${direction}`),
      ', ',
    );
  const page = sql`limit ${limit} offset ${offset}`;
  if (index === undefined) {
    const kept = hits === null ? empty : sql`where object_id in temp.object_hits`;
    return sql`select object_id as id from object_index ${kept} order by ${ordered('object_id')} ${page}`;
  }
  if (hits !== null && hits <= SORTED) {
    return sql`select id from temp.object_hits cross join objects on id = object_id order by ${ordered('id')} ${page}`;
  }
  const kept = hits === null ? empty : sql`where id in temp.object_hits`;
  return sql`select id from objects indexed by ${raw(index)} ${kept} order by ${ordered('id')} ${page}`;
}

/** The different values of an indexed column, one seek each. */
function distinctValues(table: 'objects' | 'licences', column: 'township' | 'industry' | 'name'): Sql {
  const [from, name] = [raw(table), raw(column)];
  return sql`
    with recursive each (value) as (
      select min(${name}) from ${from}
      union all
      select (select min(t.${name}) from ${from} t where t.${name} > each.value) from each where each.value is not null
    )
    select value from each where value <> '' order by value`;
}

export const noObjectFilter: ObjectFilter = {
  text: '',
  statuses: [],
  kinds: [],
  townships: [],
  industries: [],
  aboveScale: null,
  priority: null,
  tag: '',
  licence: '',
};

type SoundsOf = (text: string) => SoundPatterns;

function whereOf(filter: ObjectFilter, soundPatterns: SoundsOf): Sql {
  return allOf([
    oneOf(sql`i.status`, filter.statuses),
    oneOf(sql`i.kind`, filter.kinds),
    oneOf(sql`i.township`, filter.townships),
    oneOf(sql`i.industry`, filter.industries),
    filter.aboveScale === null ? null : sql`i.is_above_scale = ${Number(filter.aboveScale)}`,
    filter.priority === null ? null : sql`i.is_key = ${Number(filter.priority)}`,
    filter.tag === '' ? null : tagged(filter.tag),
    filter.licence === ''
      ? null
      : sql`i.object_id in (select l.object_id from licences l where l.name = ${filter.licence})`,
    filter.text === '' ? null : matching(filter.text, soundPatterns),
  ]);
}

/** Tags are kept as JSON: an element begins after `[` or `,`, and a quotation mark inside one is escaped. */
function tagged(tag: string): Sql {
  const text = JSON.stringify(tag);
  return sql`(instr(i.tags, ${`[${text}`}) > 0 or instr(i.tags, ${`,${text}`}) > 0)`;
}

function matching(text: string, soundPatterns: SoundsOf): Sql {
  const key = nameKey(text);
  const { initials, sounds } = soundPatterns(text);
  const isPinyin = initials.length > 0;
  // No reading begins with i, u or v: only a name's own letters can.
  const asInitials = /[iuv]/i.test(key)
    ? [sql`instr(i.initials, ${key.toLowerCase()}) > 0`]
    : initials.map((pattern) => sounding(sql`i.initials`, pattern));
  const ways = [
    ...(isPinyin ? asInitials : [sql`instr(i.name_key, ${key}) > 0`]),
    ...sounds.map((pattern) => sounding(sql`i.sounds`, pattern)),
    ...(isPartOfCode(key) ? [sql`instr(i.code, ${key}) > 0`] : []),
  ];
  return sql`(${join(ways, ' or ')})`;
}

/** Codes hold no I, O, S, V and Z (GB 32100-2015), but for the ZR of 自然人. */
function isPartOfCode(key: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]+$/.test(key) || /^ZR?\d*$/.test(key);
}

function sounding(column: Sql, { beginnings, glob }: SoundPattern): Sql {
  if (beginnings.length === 0) return sql`${column} glob ${glob}`;
  const held = beginnings.map((beginning) => sql`instr(${column}, ${beginning}) > 0`);
  return sql`((${join(held, ' or ')}) and ${column} glob ${glob})`;
}
