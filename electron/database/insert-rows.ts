import type { Db } from './open.ts';

export type Value = string | number | null;

/** How many rows one statement writes: calling it costs as much as writing half a row. */
const ROWS = 20;

/** `insert into …` without its values, and what comes after them (`on conflict …`). */
export interface RowsInsert {
  readonly into: string;
  readonly columns: readonly string[];
  readonly after?: string;
}

/** Writes rows, each in the order of the columns, within the caller's transaction. For tables that get thousands at once. */
export function insertRows(
  db: Db,
  { into, columns, after = '' }: RowsInsert,
): (rows: readonly (readonly Value[])[]) => void {
  const places = `(${columns.map(() => '?').join(', ')})`;
  const statement = (rows: number) =>
    db.prepare<readonly Value[]>(
      `insert into ${into} (${columns.join(', ')}) values ${Array(rows).fill(places).join(', ')} ${after}`,
    );
  const [one, many] = [statement(1), statement(ROWS)];
  return (rows) => {
    const whole = rows.length - (rows.length % ROWS);
    for (let from = 0; from < whole; from += ROWS) many.run(rows.slice(from, from + ROWS).flat());
    for (const row of rows.slice(whole)) one.run(row);
  };
}
