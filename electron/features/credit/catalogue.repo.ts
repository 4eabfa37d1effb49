import type { Receipt, Supply } from '../../../shared/features/credit/catalogue.ts';
import { type CreditKind, creditKinds } from '../../../shared/kernel/credit-facts.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './records.repo.ts';

/** What came in for the 采集目录: standing records, and 本期无; a part of the credit repo. */
export function createCatalogue(db: Db) {
  // One seek a source instead of reading every record.
  const sources = db
    .prepare<{ kind: string }, string>(`
      with recursive each (source) as (
        select min(source) from credit_records where kind = :kind and withdrawn_at is null
        union all
        select (select min(r.source) from credit_records r
                 where r.kind = :kind and r.withdrawn_at is null and r.source > each.source)
          from each where each.source is not null
      )
      select source from each where source is not null`)
    .pluck();
  const last = db
    .prepare<[string, string], string>(
      'select max(entered_at) from credit_records where kind = ? and source = ? and withdrawn_at is null',
    )
    .pluck();
  const receipts = db.prepare<[], Receipt>(`
    select c.entry_id as entryId, c.received_on as receivedOn, c.note, a.name as markedBy
      from catalogue_receipts c join accounts a on a.id = c.marked_by order by c.received_on desc, c.id desc`);
  const firstBatch = db.prepare<[], string | null>('select min(entered_at) from credit_records').pluck();

  return {
    /** For each kind and source the day records last came in. */
    supplies: (kinds: readonly CreditKind[] = creditKinds): readonly Supply[] =>
      [...new Set(kinds)].flatMap((kind) =>
        sources.all({ kind }).map((source) => ({ kind, source, lastOn: localDayOf(last.get(kind, source) ?? '') })),
      ),

    /** Newest first. */
    receipts: (): readonly Receipt[] => receipts.all(),

    /** The day of the first record there is; null while there is none. */
    gatheringSince(): string | null {
      const first = firstBatch.get() ?? null;
      return first === null ? null : localDayOf(first);
    },

    insertReceipt(entryId: string, on: string, note: string, { accountId, at }: By): void {
      db.prepare(
        'insert into catalogue_receipts (entry_id, received_on, note, marked_by, marked_at) values (?, ?, ?, ?, ?)',
      ).run(entryId, on, note, accountId, at);
    },
  };
}
