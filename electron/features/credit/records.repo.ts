import { type CreditFact, type CreditKind, creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import {
  type ConcernedPerson,
  type CreditContent,
  type CreditRecord,
  factTitle,
  type Publicity,
  type RecordOrigin,
  type RecordVersion,
} from '../../../shared/kernel/credit-records.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import type { Db } from '../../database/open.ts';

/** A record to be kept. */
export interface NewCreditRecord extends CreditContent {
  readonly objectId: number;
  readonly origin: RecordOrigin;
  /** `pending` where it is to be published. */
  readonly publicity: Extract<Publicity, 'none' | 'pending'>;
  /** For kinds that are gathered with an authorisation only. */
  readonly authorisationId?: number | null;
  readonly batch?: { readonly id: number; readonly row: number } | null;
}

/** What makes two records one. */
export type LikeRecord = Pick<
  NewCreditRecord,
  'objectId' | 'kind' | 'documentNumber' | 'happenedOn' | 'source' | 'summary'
>;

export interface FoundRecord {
  readonly id: number;
  readonly happenedOn: string;
  readonly source: string;
}

/** What was written, by whom and when. */
export interface By {
  readonly accountId: number;
  readonly at: string;
}

export interface ContentRow extends Omit<CreditContent, 'persons'> {
  readonly persons: string;
}

export interface RecordRow extends ContentRow, Omit<CreditRecord, keyof CreditContent | 'withdrawn'> {
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawReason: string | null;
}

interface FactRow extends Omit<CreditFact, 'id' | 'title'> {
  readonly id: number;
  readonly objectId: number;
  readonly documentNumber: string;
  readonly summary: string;
}

const content = `r.kind, r.happened_on as happenedOn, r.ended_on as endedOn, r.source, r.document_number as documentNumber, r.summary,
  r.severity, r.accident_class as accidentClass, r.amount_fen as amountFen, r.outcome, r.persons`;

/** The columns of a record as `recordOf` reads them; `r` is the record, `a` who entered and `w` who withdrew it. */
export const recordColumns = `r.id, r.object_id as objectId, ${content}, r.authorisation_id as authorisationId, r.origin,
  r.batch_id as batchId, r.publicity, r.published_on as publishedOn, r.published_where as publishedWhere, r.stopped_on as stoppedOn,
  r.stop_reason as stopReason, r.repaired_on as repairedOn, r.version, r.reason, a.name as enteredBy, r.entered_at as enteredAt,
  r.withdrawn_at as withdrawnAt, w.name as withdrawnBy, r.withdraw_reason as withdrawReason`;

/** Tables credit_records and credit_record_versions; a part of the credit repo. */
export function createRecords(db: Db) {
  const select = `
    select ${recordColumns}
      from credit_records r join accounts a on a.id = r.entered_by left join accounts w on w.id = r.withdrawn_by`;
  const ofObject = db.prepare<[number], RecordRow>(
    `${select} where r.object_id = ? order by r.happened_on desc, r.id desc`,
  );
  const ofId = db.prepare<[number], RecordRow>(`${select} where r.id = ?`);
  const factColumns = `r.id, r.object_id as objectId, r.kind, r.happened_on as happenedOn, r.ended_on as endedOn,
    r.repaired_on as repairedOn, r.severity, r.accident_class as accidentClass, r.amount_fen as amountFen, r.outcome,
    r.document_number as documentNumber, r.summary`;
  const factsOfObject = db.prepare<[number], FactRow>(
    `select ${factColumns} from credit_records r where r.object_id = ? and r.withdrawn_at is null order by r.happened_on, r.id`,
  );
  const factsOfSpan = db.prepare<[number, number], FactRow>(
    `select ${factColumns} from credit_records r where r.object_id between ? and ? and r.withdrawn_at is null`,
  );
  const insert = db.prepare(
    `insert into credit_records (object_id, kind, happened_on, ended_on, source, document_number, summary, severity, accident_class,
       amount_fen, outcome, persons, authorisation_id, origin, batch_id, sheet_row, publicity, entered_by, entered_at)
     values (:objectId, :kind, :happenedOn, :endedOn, :source, :documentNumber, :summary, :severity, :accidentClass,
       :amountFen, :outcome, :persons, :authorisationId, :origin, :batchId, :sheetRow, :publicity, :accountId, :at)`,
  );
  const withdraw = db.prepare(
    'update credit_records set withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ? where id = ?',
  );
  const stopPublished = db.prepare(
    `update credit_records set publicity = 'stopped', stopped_on = ?, stop_reason = ? where id = ? and publicity = 'published'`,
  );
  const versions = db.prepare<[number], ContentRow & Omit<RecordVersion, keyof CreditContent>>(
    `select r.version, r.reason, ${content}, a.name as enteredBy, r.entered_at as enteredAt
       from credit_record_versions r join accounts a on a.id = r.entered_by where r.record_id = ? order by r.version`,
  );
  const sameDocument = db.prepare<LikeRecord, FoundRecord>(
    `select id, happened_on as happenedOn, source from credit_records indexed by credit_records_by_number
      where document_number = :documentNumber and document_number <> '' and object_id = :objectId and kind = :kind
        and withdrawn_at is null
      order by id limit 1`,
  );
  const sameMatter = db.prepare<LikeRecord, FoundRecord>(
    `select id, happened_on as happenedOn, source from credit_records
      where object_id = :objectId and kind = :kind and happened_on = :happenedOn and document_number = '' and source = :source
        and summary = :summary and withdrawn_at is null
      order by id limit 1`,
  );
  const nameOf = db.prepare<[number], { name: string; kind: CreditKind; documentNumber: string; summary: string }>(
    `select o.name, r.kind, r.document_number as documentNumber, r.summary
       from credit_records r join objects o on o.id = r.object_id where r.id = ?`,
  );

  return {
    /** Of one enterprise, newest first, withdrawn ones too. */
    recordsOf: (objectId: number): readonly CreditRecord[] => ofObject.all(objectId).map(recordOf),

    recordById(id: number): CreditRecord | null {
      const row = ofId.get(id);
      return row === undefined ? null : recordOf(row);
    },

    /** `示例企业有限公司 行政处罚 示罚〔2026〕3号`. */
    recordName(id: number): string | null {
      const row = nameOf.get(id);
      return row === undefined ? null : `${row.name} ${factTitle(creditKindTitles[row.kind], row)}`;
    },

    /** What stood before, oldest first. */
    earlierVersions: (id: number): readonly RecordVersion[] =>
      versions.all(id).map((row) => ({ ...row, persons: personsIn(row.persons) })),

    /** What counts of one enterprise's records, oldest first: not the withdrawn ones. */
    factsOf: (objectId: number): readonly CreditFact[] => factsOfObject.all(objectId).map(factOf),

    /** The same of every enterprise with an id in the span, in no order. */
    factsBetween: (from: number, to: number): readonly (readonly [objectId: number, fact: CreditFact])[] =>
      factsOfSpan.all(from, to).map((row) => [row.objectId, factOf(row)] as const),

    /** A standing record of the same enterprise, kind and document; without a number, of the same day, source and words. */
    recordLike({ objectId, kind, documentNumber, happenedOn, source, summary }: LikeRecord): FoundRecord | null {
      const like = { objectId, kind, documentNumber, happenedOn, source, summary };
      return (documentNumber === '' ? sameMatter : sameDocument).get(like) ?? null;
    },

    insertRecord({ persons, batch = null, authorisationId = null, ...record }: NewCreditRecord, by: By): number {
      const { lastInsertRowid } = insert.run({
        ...record,
        ...by,
        persons: JSON.stringify(persons),
        authorisationId,
        batchId: batch?.id ?? null,
        sheetRow: batch?.row ?? null,
      });
      return Number(lastInsertRowid);
    },

    /** A new version beside the old, which is kept (更正). */
    correctRecord(
      id: number,
      { persons, ...said }: CreditContent,
      {
        reason,
        authorisationId = null,
        ...by
      }: By & { readonly reason: string; readonly authorisationId?: number | null },
    ): void {
      db.prepare(
        `update credit_records
            set kind = :kind, happened_on = :happenedOn, ended_on = :endedOn, source = :source, document_number = :documentNumber,
                summary = :summary, severity = :severity, accident_class = :accidentClass, amount_fen = :amountFen,
                outcome = :outcome, persons = :persons, authorisation_id = :authorisationId, reason = :reason,
                entered_by = :accountId, entered_at = :at, version = version + 1
          where id = :id`,
      ).run({ id, ...said, persons: JSON.stringify(persons), reason, authorisationId, ...by });
    },

    /** Off the list, lapsed, lifted. */
    endRecord(id: number, endedOn: string): void {
      db.prepare('update credit_records set ended_on = ? where id = ?').run(endedOn, id);
    },

    /** 信用修复 completed: from that day on it no longer counts; what is published is stopped apart. */
    repairRecord(id: number, on: string): void {
      db.prepare('update credit_records set repaired_on = ? where id = ?').run(on, id);
    },

    /** 撤销: it stays listed, and counts no more; what is published is stopped with it. */
    withdrawRecord(id: number, reason: string, { accountId, at }: By): void {
      stopPublished.run(localDayOf(at), reason, id);
      withdraw.run(at, accountId, reason, id);
    },

    /** Published on a day, at a place: a site's address, a notice board. */
    publishRecord(id: number, on: string, where: string): void {
      db.prepare(
        `update credit_records set publicity = 'published', published_on = ?, published_where = ? where id = ?`,
      ).run(on, where, id);
    },

    /** 停止公示. */
    stopPublicity(id: number, on: string, reason: string): void {
      stopPublished.run(on, reason, id);
    },
  };
}

export function recordOf({ withdrawnAt, withdrawnBy, withdrawReason, persons, ...row }: RecordRow): CreditRecord {
  return {
    ...row,
    persons: personsIn(persons),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawReason ?? '' },
  };
}

export function factIdOf(recordId: number): string {
  return `record:${recordId}`;
}

/** Written out: a copy of the row less some columns takes longer than reading it, and gradings read a million. */
function factOf(row: FactRow): CreditFact {
  return {
    id: factIdOf(row.id),
    kind: row.kind,
    happenedOn: row.happenedOn,
    endedOn: row.endedOn,
    repairedOn: row.repairedOn,
    severity: row.severity,
    accidentClass: row.accidentClass,
    amountFen: row.amountFen,
    outcome: row.outcome,
    title: factTitle(creditKindTitles[row.kind], row),
  };
}

function personsIn(text: string): readonly ConcernedPerson[] {
  return JSON.parse(text) as ConcernedPerson[];
}
