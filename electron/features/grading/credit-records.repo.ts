import type { DatedRecord, RecordKind } from '../../../shared/features/grading/credit-records.ts';
import type { NewRecord } from '../../../shared/features/grading/schemas.ts';
import type { Db } from '../../database/open.ts';

export interface CreditRecord extends DatedRecord {
  readonly kind: RecordKind;
  readonly id: number;
  readonly objectId: number;
  readonly source: string;
  readonly documentNumber: string;
  readonly summary: string;
  readonly enteredBy: string;
}

/** Table credit_records; a part of the grading repo. */
export function createCreditRecords(db: Db) {
  const select = `
    select r.id, r.object_id as objectId, r.kind, r.happened_on as happenedOn, r.ended_on as endedOn, r.source,
           r.document_number as documentNumber, r.summary, a.name as enteredBy
      from credit_records r join accounts a on a.id = r.entered_by`;
  const ofObject = db.prepare<[number], CreditRecord>(
    `${select} where r.object_id = ? order by r.happened_on desc, r.id desc`,
  );
  const ofId = db.prepare<[number], CreditRecord>(`${select} where r.id = ?`);

  return {
    creditRecords: (objectId: number): readonly CreditRecord[] => ofObject.all(objectId),
    creditRecordById: (id: number): CreditRecord | null => ofId.get(id) ?? null,
    insertCreditRecord(record: NewRecord, accountId: number, at: string): void {
      db.prepare(
        `insert into credit_records (object_id, kind, happened_on, source, document_number, summary, entered_by, entered_at)
         values (:objectId, :kind, :happenedOn, :source, :documentNumber, :summary, :accountId, :at)`,
      ).run({ ...record, accountId, at });
    },

    endCreditRecord(id: number, endedOn: string): void {
      db.prepare('update credit_records set ended_on = ? where id = ?').run(endedOn, id);
    },
  };
}
