import sql, { type Sql } from 'sql-template-tag';
import type { LookupMatter } from '../../../shared/features/credit/lookups.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { allOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';

/** A credit report as it was made. */
export interface CreditReport {
  readonly id: number;
  readonly number: string;
  readonly audience: 'internal' | 'external';
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly sha256: string;
  readonly madeAt: string;
  readonly madeBy: string;
}

export interface NewReport {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly audience: 'internal' | 'external';
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly document: PrintedDocument;
  readonly sha256: string;
}

export interface Lookup {
  readonly id: number;
  readonly number: string;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly matter: LookupMatter;
  readonly subject: string;
  readonly purpose: string;
  readonly askedBy: string;
  readonly inspectionId: number | null;
  readonly seen: string;
  readonly hasAdverse: boolean;
  readonly reportId: number;
  readonly reportNumber: string;
  readonly lookedUpOn: string;
  readonly lookedUpAt: string;
  readonly lookedUpById: number;
  readonly lookedUpBy: string;
}

export interface NewLookup {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly matter: LookupMatter;
  readonly subject: string;
  readonly purpose: string;
  readonly askedBy: string;
  readonly inspectionId: number | null;
  readonly seen: string;
  readonly hasAdverse: boolean;
  readonly reportId: number;
  readonly on: string;
}

export interface LookupFilter {
  /** Part of a name, code, number or subject; empty = all. */
  readonly text: string;
  readonly matter: LookupMatter | null;
  readonly adverse: boolean | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface OwnDecision {
  readonly id: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly kind: 'licence' | 'penalty';
  readonly happenedOn: string;
  readonly documentNumber: string;
  readonly summary: string;
  readonly isLookedUp: boolean;
}

interface LookupRow extends Omit<Lookup, 'hasAdverse'> {
  readonly hasAdverse: number;
}

const lookupColumns = sql`
  l.id, l.number, l.object_id as objectId, l.object_name as objectName, l.object_code as objectCode, l.matter, l.subject,
  l.purpose, l.asked_by as askedBy, l.inspection_id as inspectionId, l.seen, l.has_adverse as hasAdverse,
  l.report_id as reportId, r.number as reportNumber, l.looked_up_on as lookedUpOn, l.looked_up_at as lookedUpAt,
  l.looked_up_by as lookedUpById, a.name as lookedUpBy
  from credit_lookups l join credit_reports r on r.id = l.report_id join accounts a on a.id = l.looked_up_by`;

const reportColumns = `
  r.id, r.number, r.audience, r.object_id as objectId, r.object_name as objectName, r.object_code as objectCode, r.sha256,
  r.made_at as madeAt, a.name as madeBy
  from credit_reports r join accounts a on a.id = r.made_by`;

/** Tables credit_reports and credit_lookups. */
export function createLookupsRepo(db: Db) {
  const nextSerial = (table: 'credit_reports' | 'credit_lookups', year: number) =>
    db
      .prepare<[number], number>(`select coalesce(max(serial), 0) + 1 from ${table} where year = ?`)
      .pluck()
      .get(year) as number;
  const select = (query: Sql): readonly Lookup[] =>
    db
      .prepare<unknown[], LookupRow>(query.sql)
      .all(...query.values)
      .map(lookupOf);

  return {
    nextReportSerial: (year: number): number => nextSerial('credit_reports', year),
    nextLookupSerial: (year: number): number => nextSerial('credit_lookups', year),

    insertReport(report: NewReport, accountId: number, at: string): number {
      return Number(
        db
          .prepare(
            `insert into credit_reports (year, serial, number, audience, object_id, object_name, object_code, document, sha256, made_at, made_by)
             values (:year, :serial, :number, :audience, :objectId, :objectName, :objectCode, :document, :sha256, :at, :accountId)`,
          )
          .run({ ...report, document: JSON.stringify(report.document), accountId, at }).lastInsertRowid,
      );
    },

    reportById: (id: number): CreditReport | null =>
      db.prepare<[number], CreditReport>(`select ${reportColumns} where r.id = ?`).get(id) ?? null,

    /** Newest first. */
    reportsOf: (objectId: number): readonly CreditReport[] =>
      db
        .prepare<[number], CreditReport>(`select ${reportColumns} where r.object_id = ? order by r.id desc`)
        .all(objectId),

    /** The document as it was printed; null where there is no such report. */
    reportDocument(id: number): PrintedDocument | null {
      const text = db.prepare<[number], string>('select document from credit_reports where id = ?').pluck().get(id);
      return text === undefined ? null : (JSON.parse(text) as PrintedDocument);
    },

    insertLookup(lookup: NewLookup, accountId: number, at: string): number {
      return Number(
        db
          .prepare(
            `insert into credit_lookups (year, serial, number, object_id, object_name, object_code, matter, subject, purpose, asked_by,
                                         inspection_id, seen, has_adverse, report_id, looked_up_on, looked_up_at, looked_up_by)
             values (:year, :serial, :number, :objectId, :objectName, :objectCode, :matter, :subject, :purpose, :askedBy,
                     :inspectionId, :seen, :hasAdverse, :reportId, :on, :at, :accountId)`,
          )
          .run({ ...lookup, hasAdverse: Number(lookup.hasAdverse), accountId, at }).lastInsertRowid,
      );
    },

    lookupById: (id: number): Lookup | null => select(sql`select ${lookupColumns} where l.id = ${id}`)[0] ?? null,

    lookupOfReport: (reportId: number): Lookup | null =>
      select(sql`select ${lookupColumns} where l.report_id = ${reportId}`)[0] ?? null,

    /** Newest first. */
    lookupsOf: (objectId: number): readonly Lookup[] =>
      select(sql`select ${lookupColumns} where l.object_id = ${objectId} order by l.id desc`),

    /** Newest first. */
    lookups(filter: LookupFilter): readonly Lookup[] {
      const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
      const conditions = [
        filter.text === ''
          ? null
          : sql`(l.object_name like ${like} escape '\\' or l.object_code like ${like} escape '\\' or l.number like ${like} escape '\\'
                 or l.subject like ${like} escape '\\')`,
        filter.matter === null ? null : sql`l.matter = ${filter.matter}`,
        filter.adverse === null ? null : sql`l.has_adverse = ${Number(filter.adverse)}`,
        filter.from === null ? null : sql`l.looked_up_on >= ${filter.from}`,
        filter.to === null ? null : sql`l.looked_up_on <= ${filter.to}`,
      ];
      return select(sql`select ${lookupColumns} ${allOf(conditions)} order by l.id desc`);
    },

    /** 许可 and 处罚 this bureau itself decided in a year, and whether the enterprise was looked up for it on the day or in the year before. */
    ownDecisions(bureau: string, year: number): readonly OwnDecision[] {
      return db
        .prepare<
          { bureau: string; from: string; to: string },
          Omit<OwnDecision, 'isLookedUp'> & { isLookedUp: number }
        >(
          `select r.id, r.object_id as objectId, o.name as objectName, r.kind, r.happened_on as happenedOn,
                  r.document_number as documentNumber, r.summary,
                  exists (select 1 from credit_lookups l
                           where l.object_id = r.object_id and l.matter = r.kind
                             and l.looked_up_on between date(r.happened_on, '-1 year') and r.happened_on) as isLookedUp
             from credit_records r join objects o on o.id = r.object_id
            where r.kind in ('licence', 'penalty') and r.source = :bureau and r.withdrawn_at is null
              and r.happened_on between :from and :to
            order by r.happened_on desc, r.id desc`,
        )
        .all({ bureau, from: `${year}-01-01`, to: `${year}-12-31` })
        .map((row) => ({ ...row, isLookedUp: row.isLookedUp === 1 }));
    },

    /** The newest lookup of each of these inspections that has one. */
    lookupsOfInspections(ids: readonly number[]): ReadonlyMap<number, Lookup> {
      const rows = select(
        sql`select ${lookupColumns} where l.inspection_id in (select value from json_each(${JSON.stringify(ids)})) order by l.id`,
      );
      return new Map(rows.map((lookup) => [lookup.inspectionId ?? 0, lookup]));
    },
  };
}

function lookupOf(row: LookupRow): Lookup {
  return { ...row, hasAdverse: row.hasAdverse === 1 };
}
