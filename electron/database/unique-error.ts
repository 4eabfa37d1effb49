import Database from 'better-sqlite3';

/** Another row holds the value that may stand but once. */
export function isUniqueError(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
