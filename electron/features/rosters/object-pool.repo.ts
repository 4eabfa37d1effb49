import sql, { join, type Sql } from 'sql-template-tag';
import type { ObjectStatus } from '../../../shared/features/rosters/object-columns.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { allOf, oneOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';

/** An object a draw may be about, whatever its status. */
export interface PoolObject {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly status: ObjectStatus;
  readonly isKey: boolean;
}

/** Objects by what tasks and classes of plans say of them; a part of the rosters repo. */
export function createObjectPool(db: Db) {
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];
  const pool = (where: Sql): readonly PoolObject[] =>
    all<Omit<PoolObject, 'isKey'> & { isKey: number }>(
      sql`select o.id, o.code, o.name, o.status, o.is_key as isKey from objects o ${where} order by o.code`,
    ).map((row) => ({ ...row, isKey: row.isKey === 1 }));

  return {
    /** Everyone a task is about, whatever the status; who is left out of a draw, and why, is the draw's to say. By code. */
    drawPool: (filter: PoolFilter): readonly PoolObject[] => pool(poolWhere(filter)),

    /** The objects of these row numbers, by code. */
    poolOfIds: (ids: readonly number[]): readonly PoolObject[] =>
      pool(sql`where o.id in (select value from json_each(${JSON.stringify(ids)}))`),

    /** Name and 统一社会信用代码 of the enterprises in business that the filter takes, by code; no natural person. */
    firmsInBusiness: (filter: PoolFilter): readonly { readonly name: string; readonly code: string }[] =>
      all(sql`select name, code from (
        select o.name, o.uscc as code, o.status from objects o ${poolWhere(filter)}
      ) where code is not null and status = '存续' order by code`),

    /** Name and 统一社会信用代码 of these, by row number; natural persons are left out. */
    firmsOf(ids: readonly number[]): ReadonlyMap<number, { readonly name: string; readonly code: string }> {
      const rows = all<{ id: number; name: string; code: string }>(
        sql`select id, name, uscc as code from objects
             where uscc is not null and id in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`,
      );
      return new Map(rows.map(({ id, name, code }) => [id, { name, code }]));
    },

    /** How many the filter takes, whatever the status. */
    countPool(filter: PoolFilter): number {
      return all<{ n: number }>(sql`select count(*) as n from objects o ${poolWhere(filter)}`)[0]?.n ?? 0;
    },

    /** Names of the licences the roster holds. */
    licenceNames(): readonly string[] {
      return all<{ name: string }>(sql`select distinct name from licences order by 1`).map(({ name }) => name);
    },
  };
}

function poolWhere(filter: PoolFilter): Sql {
  const { aboveScale, isKey, kinds = [], townships = [], industries = [], tags = [], licences = [] } = filter;
  const nameHas = filter.nameHas?.trim() ?? '';
  return allOf([
    aboveScale === undefined ? null : sql`o.is_above_scale = ${Number(aboveScale)}`,
    isKey === undefined ? null : sql`o.is_key = ${Number(isKey)}`,
    oneOf(sql`o.kind`, kinds),
    oneOf(sql`o.township`, townships),
    oneOf(sql`o.industry`, industries),
    tags.length === 0 ? null : sql`exists (select 1 from json_each(o.tags) where value in (${join([...tags])}))`,
    licences.length === 0
      ? null
      : sql`exists (select 1 from licences l where l.object_id = o.id and l.name in (${join([...licences])}))`,
    nameHas === '' ? null : sql`(instr(o.name_key, ${nameKey(nameHas)}) > 0 or instr(o.industry, ${nameHas}) > 0)`,
  ]);
}
