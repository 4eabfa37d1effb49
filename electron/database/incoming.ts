import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { OfficeRefusals } from '../../shared/features/office/refusals.ts';
import { done, type RefusalOf, type Result, refuse } from '../../shared/kernel/result.ts';
import { findingIn } from './backup.ts';
import { verifyLedger } from './ledger.ts';

export const databaseName = 'mingqian.db';
const incomingName = 'incoming.db';

type IncomingRefusal = RefusalOf<Pick<OfficeRefusals, 'MOVE_FILE_DAMAGED' | 'MOVE_FILE_NEWER'>>;

/** Checks a database that came from another PC and lays it beside the present one; the next start takes it in. */
export function stageIncoming(
  data: string,
  bytes: Uint8Array,
  programVersion: number,
): Result<{ bureau: string; entries: number }, IncomingRefusal> {
  const file = join(data, `${incomingName}.part`);
  writeFileSync(file, bytes);
  const refusing = (refusal: IncomingRefusal) => {
    rmSync(file, { force: true });
    return refusal;
  };
  const finding = findingIn(file);
  if (finding !== null) return refusing(refuse('MOVE_FILE_DAMAGED', { finding }));
  const db = new Database(file, { readonly: true });
  try {
    const fileVersion = Number(db.pragma('user_version', { simple: true }));
    if (fileVersion > programVersion) return refusing(refuse('MOVE_FILE_NEWER', { fileVersion, programVersion }));
    const bureau = db.prepare('select name from bureau').pluck().get();
    const ledger = verifyLedger(db);
    if (!ledger.ok || typeof bureau !== 'string') {
      return refusing(refuse('MOVE_FILE_DAMAGED', { finding: ledger.ok ? '没有单位信息' : ledger.code }));
    }
    renameSync(file, join(data, incomingName));
    return done({ bureau, entries: ledger.value.seq });
  } finally {
    db.close();
  }
}

/** At a start, before opening: puts a staged file in place. What it replaces is kept, with its log, in `replaced/`. */
export function takeInIncoming(data: string, now: string): void {
  const incoming = join(data, incomingName);
  if (!existsSync(incoming)) return;
  const kept = join(data, 'replaced', now.replace(/[-:]/g, '').slice(0, 15));
  mkdirSync(kept, { recursive: true });
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    const file = join(data, databaseName + suffix);
    if (existsSync(file)) renameSync(file, join(kept, databaseName + suffix));
  }
  renameSync(incoming, join(data, databaseName));
}
