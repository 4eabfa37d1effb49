import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Db } from './open.ts';

export type BackupReason = 'close' | 'timer' | 'migration' | 'import' | 'draw' | 'publication' | 'restore' | 'asked';

export interface Backup {
  readonly file: string;
  readonly takenAt: string;
  readonly reason: BackupReason;
}

/**
 * Writes a verified copy of `db` to `folder`: under a temporary name first, checked, then renamed, so that a file with
 * a backup's name is a good backup. Old ones are thinned out. `takenAt` is a UTC instant.
 */
export function takeBackup(db: Db, folder: string, reason: BackupReason, takenAt: string): Backup {
  mkdirSync(folder, { recursive: true });
  const name = `${takenAt.replace(/[-:]/g, '').slice(0, 15)}-${reason}.db`;
  const [file, unchecked] = [join(folder, name), join(folder, `${name}.part`)];
  rmSync(unchecked, { force: true });
  copyInto(db, unchecked);
  const finding = findingIn(unchecked);
  if (finding !== null) throw new Error(`backup is not sound: ${finding}`);
  renameSync(unchecked, file);
  thinOut(folder, takenAt);
  return { file, takenAt, reason };
}

/** A consistent copy of the open database in a new file; never a file copy, which would miss the log. */
export function copyInto(db: Db, file: string): void {
  db.prepare('vacuum into ?').run(file);
}

/** The backups of a folder, newest first. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-([a-z]+)\.db$/.exec(name))
    .filter((match) => match !== null)
    .map((match) => ({
      file: join(folder, match[0]),
      takenAt: `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}.000Z`,
      reason: match[7] as BackupReason,
    }))
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
}

/** What is wrong with a database file at rest, or null. Opens it read-only. */
export function findingIn(file: string): string | null {
  let db: Db | undefined;
  try {
    db = new Database(file, { readonly: true });
    const integrity = String(db.pragma('integrity_check(1)', { simple: true }));
    if (integrity !== 'ok') return integrity;
    const orphans = db.pragma('foreign_key_check') as unknown[];
    return orphans.length > 0 ? `foreign_key_check: ${orphans.length}` : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
}

export async function sha256OfFile(file: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(file)) sum.update(chunk as Buffer);
  return sum.digest('hex');
}

/** Keeps every backup of the last two days, then the newest of 12 days, 10 weeks and 9 months. */
function thinOut(folder: string, now: string): void {
  const dayNumber = (at: string) => Math.floor(Date.parse(at) / 86_400_000);
  const today = dayNumber(now);
  const steps = [
    { reach: 2, key: (at: string) => at },
    { reach: 14, key: (at: string) => `day ${dayNumber(at)}` },
    { reach: 84, key: (at: string) => `week ${Math.floor(dayNumber(at) / 7)}` },
    { reach: 366, key: (at: string) => `month ${at.slice(0, 7)}` },
  ];
  const kept = new Set<string>();
  for (const backup of listBackups(folder)) {
    const age = today - dayNumber(backup.takenAt);
    const key = steps.find((step) => age < step.reach)?.key(backup.takenAt);
    if (key === undefined || kept.has(key)) rmSync(backup.file, { force: true });
    else kept.add(key);
  }
}
