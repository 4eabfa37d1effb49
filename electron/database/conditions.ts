import sql, { empty, join, type Sql } from 'sql-template-tag';

/** `column in (…)`, or null where nothing is asked of the column. */
export function oneOf(column: Sql, values: readonly string[]): Sql | null {
  return values.length === 0 ? null : sql`${column} in (${join([...values])})`;
}

/** A where clause of the conditions that are asked for; nothing where none is. */
export function allOf(conditions: readonly (Sql | null)[]): Sql {
  const held = conditions.filter((condition) => condition !== null);
  return held.length === 0 ? empty : sql`where ${join(held, ' and ')}`;
}
