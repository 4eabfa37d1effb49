import type { PathReason } from '../../../shared/features/credit/approval-path.ts';
import type {
  AfterCheckDue,
  CheckAfter,
  LicenceApplication,
  RegisterLicence,
  TakePath,
} from '../../../shared/features/credit/licences.ts';
import type { Db } from '../../database/open.ts';

type NewLicenceApplication = Omit<RegisterLicence, 'askedBy'> & {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly lookupId: number;
  readonly proposedPath: string;
  readonly proposedName: string;
  readonly reasons: readonly PathReason[];
  readonly packId: string;
  readonly packVersion: number;
};

interface Row extends Omit<LicenceApplication, 'reasons' | 'taken' | 'checked'> {
  readonly reasons: string;
}

type TakenRow = Omit<NonNullable<LicenceApplication['taken']>, 'isPromise'> & { readonly isPromise: number };

/** Tables licence_applications, licence_paths_taken and licence_after_checks; a part of the credit repo. Append-only. */
export function createLicencesRepo(db: Db) {
  const select = `
    select p.id, p.number, p.object_id as objectId, p.object_name as objectName, p.object_code as objectCode, p.licence,
           p.applied_on as appliedOn, l.number as lookupNumber, l.report_id as reportId, l.seen, p.proposed_path as proposedPath,
           p.proposed_name as proposedName, p.reasons, p.entered_at as enteredAt, p.entered_by as enteredById, a.name as enteredBy
      from licence_applications p join credit_lookups l on l.id = p.lookup_id join accounts a on a.id = p.entered_by`;

  function takenOf(id: number): LicenceApplication['taken'] {
    const row = db
      .prepare<[number], TakenRow>(
        `select t.path, t.name, t.differs_why as differsWhy, t.is_promise as isPromise, t.commitment_id as commitmentId,
                (select m.number from commitments m where m.id = t.commitment_id) as commitmentNumber, t.decision,
                t.decided_on as decidedOn, t.licence_number as licenceNumber, t.check_due_on as checkDueOn, a.name as takenBy
           from licence_paths_taken t join accounts a on a.id = t.taken_by where t.application_id = ?`,
      )
      .get(id);
    return row === undefined ? null : { ...row, isPromise: row.isPromise === 1 };
  }

  function checkedOf(id: number): LicenceApplication['checked'] {
    const row = db
      .prepare<[number], NonNullable<LicenceApplication['checked']>>(
        `select c.checked_on as checkedOn, c.result, c.findings, c.record_id as recordId, a.name as checkedBy
           from licence_after_checks c join accounts a on a.id = c.checked_by where c.application_id = ?`,
      )
      .get(id);
    return row ?? null;
  }

  const viewOf = (row: Row): LicenceApplication => ({
    ...row,
    reasons: JSON.parse(row.reasons) as PathReason[],
    taken: takenOf(row.id),
    checked: checkedOf(row.id),
  });

  const afterChecks = `
    select p.id, p.number, p.object_name as objectName, p.licence, t.check_due_on as dueOn, t.path, p.pack_id as packId,
           p.pack_version as packVersion
      from licence_paths_taken t join licence_applications p on p.id = t.application_id
     where t.check_due_on is not null and not exists (select 1 from licence_after_checks c where c.application_id = t.application_id)`;

  return {
    nextLicenceSerial: (year: number): number =>
      db
        .prepare<[number], number>('select coalesce(max(serial), 0) + 1 from licence_applications where year = ?')
        .pluck()
        .get(year) as number,

    insertLicenceApplication(
      { reasons, ...application }: NewLicenceApplication,
      accountId: number,
      at: string,
    ): number {
      return Number(
        db
          .prepare(
            `insert into licence_applications (year, serial, number, object_id, object_name, object_code, licence, applied_on, lookup_id,
                                               proposed_path, proposed_name, reasons, pack_id, pack_version, entered_at, entered_by)
             values (:year, :serial, :number, :objectId, :objectName, :objectCode, :licence, :appliedOn, :lookupId,
                     :proposedPath, :proposedName, :reasons, :packId, :packVersion, :at, :accountId)`,
          )
          .run({ ...application, reasons: JSON.stringify(reasons), accountId, at }).lastInsertRowid,
      );
    },

    insertPathTaken(
      taken: TakePath & { readonly name: string; readonly isPromise: boolean },
      accountId: number,
      at: string,
    ): void {
      db.prepare(
        `insert into licence_paths_taken (application_id, path, name, differs_why, is_promise, commitment_id, decision, decided_on,
                                          licence_number, check_due_on, taken_at, taken_by)
         values (:id, :path, :name, :differsWhy, :isPromise, :commitmentId, :decision, :decidedOn, :licenceNumber, :checkDueOn,
                 :at, :accountId)`,
      ).run({ ...taken, isPromise: Number(taken.isPromise), accountId, at });
    },

    insertAfterCheck(
      check: Omit<CheckAfter, 'terms'> & { readonly recordId: number | null },
      accountId: number,
      at: string,
    ): void {
      db.prepare(
        `insert into licence_after_checks (application_id, checked_on, result, findings, record_id, checked_at, checked_by)
         values (:id, :checkedOn, :result, :findings, :recordId, :at, :accountId)`,
      ).run({ ...check, accountId, at });
    },

    /** 事后审 due until a day and not made, the earliest first. */
    afterChecksDue: (until: string): readonly AfterCheckDue[] =>
      db
        .prepare<[string], AfterCheckDue>(`${afterChecks} and t.check_due_on <= ? order by t.check_due_on, p.id`)
        .all(until),

    /** Those still to be made of what was granted on a 承诺书. */
    afterChecksOn: (commitmentId: number): readonly AfterCheckDue[] =>
      db
        .prepare<[number], AfterCheckDue>(`${afterChecks} and t.commitment_id = ? order by t.check_due_on, p.id`)
        .all(commitmentId),

    /** Entered, and no decision yet. */
    openLicenceApplications: (): number =>
      db
        .prepare<[], number>(
          `select count(*) from licence_applications p
            where not exists (select 1 from licence_paths_taken t where t.application_id = p.id)`,
        )
        .pluck()
        .get() as number,

    /** Newest first. */
    licenceApplications: (): readonly LicenceApplication[] =>
      db.prepare<[], Row>(`${select} order by p.id desc`).all().map(viewOf),

    licenceApplicationsOf: (objectId: number): readonly LicenceApplication[] =>
      db.prepare<[number], Row>(`${select} where p.object_id = ? order by p.id desc`).all(objectId).map(viewOf),

    licenceApplicationById(id: number): LicenceApplication | null {
      const row = db.prepare<[number], Row>(`${select} where p.id = ?`).get(id);
      return row === undefined ? null : viewOf(row);
    },
  };
}
