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
  /** How many of the newest to pass over, and how many to give. */
  readonly offset: number;
  readonly limit: number;
}

/** The action whose details are not searched: in earlier versions they listed the objects drawn. */
export const listedObjects = 'draws.draw-objects';

const matches = `(:action is null or l.action = :action)
       and (:text = '' or instr(l.actor || ' ' || l.subject || iif(l.action = '${listedObjects}', '', ' ' || l.details), :text) > 0)`;

export type LedgerRepo = ReturnType<typeof createLedgerRepo>;

/** Table ledger, read only; entries are written by run-command. */
export function createLedgerRepo(db: Db) {
  const select = db.prepare<
    { action: string | null; text: string; offset: number; limit: number },
    Omit<LedgerLine, 'clockWentBack'> & { clockWentBack: number }
  >(`
    select l.seq, l.at, l.actor, l.action, l.subject, l.details, l.hash,
           coalesce(l.at < (select p.at from ledger p where p.seq = l.seq - 1), 0) as clockWentBack
      from ledger l
     where ${matches}
     order by l.seq desc
     limit :limit offset :offset`);
  const count = db.prepare<{ action: string | null; text: string }, number>(
    `select count(*) from ledger l where ${matches}`,
  );
  return {
    /** Newest first. */
    lines(filter: LedgerFilter): readonly LedgerLine[] {
      return select.all(filter).map((line) => ({ ...line, clockWentBack: line.clockWentBack === 1 }));
    },

    countLines({ text, action }: Pick<LedgerFilter, 'text' | 'action'>): number {
      return count.pluck().get({ text, action }) ?? 0;
    },

    /** How many entries stand at an earlier time than the one before them. */
    countClockSetBack(): number {
      return (
        db
          .prepare<[], number>('select count(*) from ledger l join ledger p on p.seq = l.seq - 1 where l.at < p.at')
          .pluck()
          .get() ?? 0
      );
    },
  };
}
