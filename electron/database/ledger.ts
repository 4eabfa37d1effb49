import { createHash, hash } from 'node:crypto';
import { done, type RefusalOf, type Result, refuse } from '../../shared/kernel/result.ts';
import type { Db } from './open.ts';

/** 操作台账: one entry per command, chained by hash, in the same transaction as the change. Table `ledger`. */
export interface LedgerEntry {
  readonly at: string;
  readonly actorId: number | null;
  readonly actor: string;
  readonly action: string;
  /** What was acted on, as a user would name it: a task number, an enterprise, an account. */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The newest entry's number and hash; printed and signed on paper, it shows any later rewriting. */
export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
}

export interface LedgerRefusals {
  LEDGER_GAP: { readonly expected: number; readonly found: number };
  LEDGER_ALTERED: { readonly seq: number };
  LEDGER_HEAD_DIFFERS: { readonly seq: number };
}

interface LedgerRow {
  seq: number;
  at: string;
  actor_id: number | null;
  actor: string;
  action: string;
  subject: string;
  details: string;
  previous: string;
  hash: string;
}

const firstPrevious = '0'.repeat(64);

/** Appends an entry and gives the new head. The caller's transaction carries it. */
export function appendLedger(db: Db, entry: LedgerEntry): LedgerHead {
  const last = ledgerHead(db);
  const row = {
    seq: last.seq + 1,
    at: entry.at,
    actor_id: entry.actorId,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    details: JSON.stringify(entry.details),
    previous: last.hash,
  };
  const head = { seq: row.seq, hash: hashOf(row) };
  db.prepare(
    `insert into ledger (seq, at, actor_id, actor, action, subject, details, previous, hash)
     values (:seq, :at, :actor_id, :actor, :action, :subject, :details, :previous, :hash)`,
  ).run({ ...row, hash: head.hash });
  return head;
}

export function ledgerHead(db: Db): LedgerHead {
  const head = db.prepare('select seq, hash from ledger order by seq desc limit 1').get() as LedgerHead | undefined;
  return head ?? { seq: 0, hash: firstPrevious };
}

/**
 * Walks the whole chain, and compares it with heads that were printed earlier. What it cannot show: entries rewritten
 * after the last printed head by someone who owns the disk.
 */
export function verifyLedger(
  db: Db,
  printedHeads: readonly LedgerHead[] = [],
): Result<LedgerHead, RefusalOf<LedgerRefusals>> {
  const printed = new Map(printedHeads.map((head) => [head.seq, head.hash]));
  let previous = firstPrevious;
  let seq = 0;
  const rows = db.prepare(
    'select seq, at, actor_id, actor, action, subject, details, previous, hash from ledger order by seq',
  );
  for (const row of rows.iterate() as IterableIterator<LedgerRow>) {
    seq += 1;
    if (row.seq !== seq) return refuse('LEDGER_GAP', { expected: seq, found: row.seq });
    if (row.previous !== previous || row.hash !== hashOf(row)) return refuse('LEDGER_ALTERED', { seq });
    const expected = printed.get(seq);
    if (expected !== undefined && expected !== row.hash) return refuse('LEDGER_HEAD_DIFFERS', { seq });
    previous = row.hash;
  }
  const beyond = [...printed.keys()].find((head) => head > seq);
  if (beyond !== undefined) return refuse('LEDGER_GAP', { expected: beyond, found: seq });
  return done({ seq, hash: previous });
}

/** The ledger as text for verify-ledger.py: a line an entry, `hash<TAB>entry`, oldest first, each ending in LF. */
export function* ledgerText(db: Db): Generator<string> {
  const rows = db.prepare(
    'select seq, at, actor_id, actor, action, subject, details, previous, hash from ledger order by seq',
  );
  for (const row of rows.iterate() as IterableIterator<LedgerRow>) yield `${row.hash}\t${entryText(row)}\n`;
}

/** h_i = SHA-256(h_{i-1} ‖ entry). */
function hashOf(row: Omit<LedgerRow, 'hash'>): string {
  return hash('sha256', row.previous + entryText(row), 'hex');
}

/** An entry's one spelling: its fields as a JSON array. */
function entryText(row: Omit<LedgerRow, 'hash' | 'previous'>): string {
  return JSON.stringify([row.seq, row.at, row.actor_id, row.actor, row.action, row.subject, row.details]);
}

/** SHA-256 of a query's rows in order: shows later changes to a roster. */
export function contentHash(rows: Iterable<unknown>): string {
  const sum = createHash('sha256');
  for (const row of rows) sum.update(`${JSON.stringify(row)}\n`);
  return sum.digest('hex');
}
