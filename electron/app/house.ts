import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { done, type RefusalOf, type Result } from '../../shared/kernel/result.ts';
import { listBackups, takeBackup } from '../database/backup.ts';
import { databaseName, takeInIncoming } from '../database/incoming.ts';
import { latestVersion, migrate, readMigrations } from '../database/migrate.ts';
import { type Db, type OpenRefusals, openDatabase } from '../database/open.ts';
import { writtenSoFar } from '../database/written.ts';
import { createPool, type WorkerName } from '../workers/pool.ts';
import { type App, createApp } from './create-app.ts';
import type { Places, Ports } from './ports.ts';

const backupMinutes = 30;

/** The program on one data folder: database open, app ready, backups running. Hosts put a door in front of it. */
export interface House {
  readonly app: App;
  readonly close: () => Promise<void>;
}

export interface HousePlaces extends Places {
  readonly migrations: string;
}

export interface HouseOptions {
  readonly places: HousePlaces;
  readonly workerEntry: (name: WorkerName) => URL;
  readonly now?: () => string;
  readonly passwordCost?: number;
  /** Called when a file was moved in: close this house and open a new one. */
  readonly restart: () => void;
}

/** Opens the data folder: takes in a moved file, opens and migrates the database, starts the workers and the backup clock. */
export function openHouse(options: HouseOptions): Result<House, RefusalOf<OpenRefusals>> {
  const { places } = options;
  const now = options.now ?? (() => new Date().toISOString());
  mkdirSync(places.data, { recursive: true });
  const log = (line: string) => appendFileSync(join(places.data, 'mingqian.log'), `${now()} ${line}\n`);
  takeInIncoming(places.data, now());
  const migrations = readMigrations(places.migrations);
  const opened = openDatabase(join(places.data, databaseName), latestVersion(migrations));
  if (!opened.ok) {
    log(`not opened: ${opened.code} ${JSON.stringify(opened.details)}`);
    return opened;
  }
  const db = opened.value;
  const backups = join(places.data, 'backups');
  migrate(db, migrations, () => takeBackup(db, backups, 'migration', now()));
  const pool = createPool({ size: 2, entry: options.workerEntry });
  const ports: Ports = {
    now,
    randomBytes,
    pool,
    places,
    passwordCost: options.passwordCost ?? 2 ** 17,
    backup: (reason) => takeBackup(db, backups, reason, now()),
    log,
    restart: options.restart,
  };
  const clock = startBackupClock(db, backups, now, log);
  const close = async () => {
    clock.stop();
    await pool.close();
    // An import in the middle of its writing is taken back whole.
    if (db.inTransaction) db.exec('rollback');
    if (clock.isDue()) takeBackup(db, backups, 'close', now());
    db.close();
  };
  return done({ app: createApp(db, ports), close });
}

/** The newest sound-looking backup, for the message about a damaged file; null when there is none. */
export function newestBackup(data: string): string | null {
  return listBackups(join(data, 'backups'))[0]?.file ?? null;
}

/** Every 30 minutes, if anything was written since the last time. */
function startBackupClock(db: Db, folder: string, now: () => string, log: (line: string) => void) {
  let seen = writtenSoFar(db);
  const isDue = () => writtenSoFar(db) !== seen;
  const timer = setInterval(() => {
    if (!isDue() || db.inTransaction) return;
    try {
      takeBackup(db, folder, 'timer', now());
      seen = writtenSoFar(db);
    } catch (error) {
      log(`backup failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }, backupMinutes * 60_000);
  timer.unref();
  return { isDue, stop: () => clearInterval(timer) };
}
