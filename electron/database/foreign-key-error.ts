import Database from 'better-sqlite3';

/** Something in another table rests on the row. */
export function isForeignKeyError(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}
