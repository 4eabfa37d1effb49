import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { done, type RefusalOf, type Result, refuse } from '../../shared/kernel/result.ts';
import { verifyLedger } from './ledger.ts';

export type Db = Database.Database;

export interface OpenRefusals {
  NETWORK_PATH: { readonly file: string };
  SQLITE_TOO_OLD: { readonly found: string; readonly needed: string };
  NOT_OUR_FILE: { readonly file: string };
  NEWER_FILE: { readonly file: string; readonly fileVersion: number; readonly programVersion: number };
  IN_USE: { readonly file: string };
  DAMAGED: { readonly file: string; readonly finding: string };
}

/** What every connection runs with; each is set and read back, because a reopened WAL file forgets some of them. */
const pragmas = {
  synchronous: 2, // FULL: an acknowledged commit survives a power cut
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  recursive_triggers: 1, // REPLACE must not slip past the append-only triggers
  cache_size: -65_536, // 64 MiB: at 100,000 objects the indexes of their lists do not fit into the usual 2
  temp_store: 2, // what a list matched stays in memory
} as const;

const oldestSqlite = '3.51.3';
/** "明签" as the file's application id, so that another program's database is not taken for ours. */
const applicationId = 0x4d515141;

/**
 * Opens the one connection to `file`, or creates it. Holds the exclusive lock until closed. A file that was not closed
 * cleanly is checked in full (integrity, foreign keys, ledger); a damaged one is left as it is and refused.
 */
export function openDatabase(file: string, programVersion: number): Result<Db, RefusalOf<OpenRefusals>> {
  if (file !== ':memory:' && /^(\\\\|\/\/)/.test(file)) return refuse('NETWORK_PATH', { file });
  const existed = existsSync(file) && statSync(file).size > 0;
  const header = existed ? headerOf(file) : null;
  if (existed && (header === null || ![0, applicationId].includes(header.applicationId))) {
    return refuse('NOT_OUR_FILE', { file });
  }
  const fileVersion = header?.userVersion ?? 0;
  if (fileVersion > programVersion) return refuse('NEWER_FILE', { file, fileVersion, programVersion });
  const wasUnclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;

  let db: Db | undefined;
  try {
    db = new Database(file, { timeout: 1_000 });
    const found = String(db.prepare('select sqlite_version()').pluck().get());
    if (isOlder(found, oldestSqlite)) return closing(db, refuse('SQLITE_TOO_OLD', { found, needed: oldestSqlite }));
    // A file of ours that was never closed may still have the mark in its log only; a stranger's has tables without it.
    const marked = Number(db.pragma('application_id', { simple: true }));
    if (marked !== applicationId && hasTables(db)) return closing(db, refuse('NOT_OUR_FILE', { file }));
    prepareConnection(db);
    db.pragma(`application_id = ${applicationId}`);
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > programVersion) {
      return closing(db, refuse('NEWER_FILE', { file, fileVersion: version, programVersion }));
    }
    const finding = existed ? findDamage(db, wasUnclean) : null;
    return finding === null ? done(db) : closing(db, refuse('DAMAGED', { file, finding }));
  } catch (error) {
    db?.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) return refuse('IN_USE', { file });
    if (code === 'SQLITE_NOTADB') return refuse('NOT_OUR_FILE', { file });
    if (code.startsWith('SQLITE_CORRUPT')) return refuse('DAMAGED', { file, finding: code });
    throw error;
  }
}

/** Sets the pragmas on a connection and reads each back; a connection that does not take one is a bug. */
export function prepareConnection(db: Db): void {
  db.pragma('locking_mode = EXCLUSIVE');
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal' && mode !== 'memory') throw new Error(`journal_mode is ${String(mode)}`);
  for (const [name, value] of Object.entries(pragmas)) {
    db.pragma(`${name} = ${value}`);
    const found = db.pragma(name, { simple: true });
    if (found !== value) throw new Error(`pragma ${name} is ${String(found)}, not ${value}`);
  }
  db.exec('begin exclusive; commit');
}

/** Damage found in an open file, or null. Quick after a clean stop; complete after an unclean one. */
function findDamage(db: Db, thorough: boolean): string | null {
  const check = String(db.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }));
  if (check !== 'ok') return check;
  if (!thorough) return null;
  const orphan = db.pragma('foreign_key_check') as unknown[];
  if (orphan.length > 0) return `foreign_key_check: ${orphan.length}`;
  if (!hasTable(db, 'ledger')) return null;
  const ledger = verifyLedger(db);
  return ledger.ok ? null : `ledger: ${ledger.code} ${JSON.stringify(ledger.details)}`;
}

function closing<R>(db: Db, refusal: R): R {
  db.close();
  return refusal;
}

function hasTables(db: Db): boolean {
  return db.prepare('select 1 from sqlite_schema limit 1').get() !== undefined;
}

function hasTable(db: Db, name: string): boolean {
  return db.prepare(`select 1 from sqlite_schema where type = 'table' and name = ?`).get(name) !== undefined;
}

/** What the file's first page says (SQLite file format: offsets 0, 60, 68), read without touching the file; null for no database. */
function headerOf(file: string): { userVersion: number; applicationId: number } | null {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    const read = readSync(handle, header, 0, 100, 0);
    if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
    return { userVersion: header.readUInt32BE(60), applicationId: header.readUInt32BE(68) };
  } finally {
    closeSync(handle);
  }
}

function isOlder(found: string, needed: string): boolean {
  const [a, b] = [found, needed].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < b.length; i += 1) {
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
  }
  return false;
}
