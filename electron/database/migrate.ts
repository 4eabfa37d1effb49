import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './open.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations of a folder, `0010-office.sql` first. Numbers go in fives; a shipped file never changes. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Brings `db` up to the newest migration: each in one transaction with its `user_version`. `backup` runs once before
 * the first one when the file already held data. Foreign keys are off while a migration runs, so that a table others
 * point to can be made anew under its name; the check before each commit finds what it would have left pointing nowhere.
 */
export function migrate(db: Db, migrations: readonly Migration[], backup: () => void): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length > 0 && from > 0) backup();
  // SQLite takes this pragma outside transactions only.
  db.pragma('foreign_keys = off');
  try {
    for (const migration of pending) runMigration(db, migration);
  } finally {
    db.pragma('foreign_keys = on');
  }
}

function runMigration(db: Db, migration: Migration): void {
  db.exec('begin immediate');
  try {
    db.exec(migration.sql);
    db.pragma(`user_version = ${migration.version}`);
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) throw new Error(`migration ${migration.name} leaves ${orphans.length} orphans`);
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}
