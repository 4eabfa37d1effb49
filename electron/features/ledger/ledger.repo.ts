import type { Db } from '../../database/open.ts';

export interface LedgerLine {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
  readonly hash: string;
  /** True where the clock stood earlier than at the entry before: the PC's clock was set back. */
  readonly clockWentBack: boolean;
}

export interface LedgerFilter {
  readonly text: string;
  readonly action: string | null;
  /** Entries below this number; for reading on from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

export type LedgerRepo = ReturnType<typeof createLedgerRepo>;

/** Table ledger, read only; entries are written by run-command. */
export function createLedgerRepo(db: Db) {
  const select = db.prepare<
    { before: number; action: string | null; text: string; limit: number },
    Omit<LedgerLine, 'clockWentBack'> & { clockWentBack: number }
  >(`
    select l.seq, l.at, l.actor, l.action, l.subject, l.details, l.hash,
           coalesce(l.at < (select p.at from ledger p where p.seq = l.seq - 1), 0) as clockWentBack
      from ledger l
     where l.seq < :before
       and (:action is null or l.action = :action)
       and (:text = '' or instr(l.actor || ' ' || l.subject || ' ' || l.details, :text) > 0)
     order by l.seq desc
     limit :limit`);
  return {
    lines({ text, action, before, limit }: LedgerFilter): readonly LedgerLine[] {
      return select
        .all({ text, action, limit, before: before ?? Number.MAX_SAFE_INTEGER })
        .map((line) => ({ ...line, clockWentBack: line.clockWentBack === 1 }));
    },
  };
}
