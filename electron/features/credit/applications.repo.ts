import type {
  ApplicationCheck,
  CreditApplication,
  RegisterApplication,
} from '../../../shared/features/credit/applications.ts';
import type { PathReason } from '../../../shared/features/credit/approval-path.ts';
import type { Db } from '../../database/open.ts';

type NewApplication = Omit<RegisterApplication, 'askedBy'> & {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly objectName: string;
  readonly objectCode: string;
};

export interface NewCheck {
  readonly applicationId: number;
  readonly lookupId: number;
  readonly findings: readonly PathReason[];
  readonly remedy: string;
  readonly packId: string;
  readonly packVersion: number;
}

export interface NewDecision {
  readonly checkId: number;
  readonly outcome: 'support' | 'refuse';
  readonly reason: string;
  readonly noticeNumber: string | null;
  readonly on: string;
}

interface CheckRow extends Omit<ApplicationCheck, 'findings' | 'decision'> {
  readonly findings: string;
  readonly outcome: 'support' | 'refuse' | null;
  readonly reason: string;
  readonly noticeNumber: string | null;
  readonly decidedOn: string;
  readonly decidedBy: string;
}

type ApplicationRow = Omit<CreditApplication, 'checks' | 'promise'>;

/** Signed, standing 承诺书 of an enterprise that an application or a licence can rest on. */
export interface UsablePromise {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly matter: string;
  readonly objectId: number;
  readonly signedOn: string | null;
  readonly endedOn: string | null;
}

/** Tables credit_applications and what follows on them; a part of the credit repo. Append-only. */
export function createApplicationsRepo(db: Db) {
  const select = `
    select p.id, p.number, p.kind, p.object_id as objectId, p.object_name as objectName, p.object_code as objectCode, p.title,
           p.amount_fen as amountFen, p.document_number as documentNumber, p.received_on as receivedOn, p.note,
           p.entered_at as enteredAt, p.entered_by as enteredById, a.name as enteredBy
      from credit_applications p join accounts a on a.id = p.entered_by`;
  const promises = `select id, number, name, kind, matter, object_id as objectId, signed_on as signedOn, ended_on as endedOn from commitments`;

  // A further check follows a refusal only, so that none but the last can be undecided.
  const isUndecided = 'not exists (select 1 from credit_application_decisions d where d.check_id = c.id)';

  function checksOf(applicationId: number): readonly ApplicationCheck[] {
    return db
      .prepare<[number], CheckRow>(
        `select c.id, c.lookup_id as lookupId, l.number as lookupNumber, l.report_id as reportId, l.seen, c.proposal, c.findings,
                c.remedy, c.checked_at as checkedAt, c.checked_by as checkedById, a.name as checkedBy, d.outcome, d.reason,
                d.notice_number as noticeNumber, d.decided_on as decidedOn, b.name as decidedBy
           from credit_application_checks c
           join credit_lookups l on l.id = c.lookup_id
           join accounts a on a.id = c.checked_by
           left join credit_application_decisions d on d.check_id = c.id
           left join accounts b on b.id = d.decided_by
          where c.application_id = ? order by c.id`,
      )
      .all(applicationId)
      .map(checkOf);
  }

  function promiseOf(applicationId: number): CreditApplication['promise'] {
    const found = db
      .prepare<[number], NonNullable<CreditApplication['promise']>>(
        `select m.id as commitmentId, m.number, m.signed_on as signedOn
           from credit_application_promises p join commitments m on m.id = p.commitment_id where p.application_id = ?`,
      )
      .get(applicationId);
    return found ?? null;
  }

  const viewOf = (row: ApplicationRow): CreditApplication => ({
    ...row,
    promise: promiseOf(row.id),
    checks: checksOf(row.id),
  });

  return {
    nextApplicationSerial: (year: number): number =>
      db
        .prepare<[number], number>('select coalesce(max(serial), 0) + 1 from credit_applications where year = ?')
        .pluck()
        .get(year) as number,

    insertApplication(application: NewApplication, accountId: number, at: string): number {
      return Number(
        db
          .prepare(
            `insert into credit_applications (year, serial, number, kind, object_id, object_name, object_code, title, amount_fen,
                                              document_number, received_on, note, entered_at, entered_by)
             values (:year, :serial, :number, :kind, :objectId, :objectName, :objectCode, :title, :amountFen, :documentNumber,
                     :receivedOn, :note, :at, :accountId)`,
          )
          .run({ ...application, accountId, at }).lastInsertRowid,
      );
    },

    /** With anything found, the check proposes 不予上报. */
    insertApplicationCheck({ findings, ...check }: NewCheck, accountId: number, at: string): number {
      return Number(
        db
          .prepare(
            `insert into credit_application_checks (application_id, lookup_id, proposal, findings, remedy, pack_id, pack_version, checked_at, checked_by)
             values (:applicationId, :lookupId, :proposal, :findings, :remedy, :packId, :packVersion, :at, :accountId)`,
          )
          .run({
            ...check,
            proposal: findings.length > 0 ? 'refuse' : 'support',
            findings: JSON.stringify(findings),
            accountId,
            at,
          }).lastInsertRowid,
      );
    },

    insertApplicationPromise(applicationId: number, commitmentId: number, accountId: number, at: string): void {
      db.prepare(
        'insert into credit_application_promises (application_id, commitment_id, entered_at, entered_by) values (?, ?, ?, ?)',
      ).run(applicationId, commitmentId, at, accountId);
    },

    insertApplicationDecision(decision: NewDecision, accountId: number, at: string): void {
      db.prepare(
        `insert into credit_application_decisions (check_id, outcome, reason, notice_number, decided_on, decided_at, decided_by)
         values (:checkId, :outcome, :reason, :noticeNumber, :on, :at, :accountId)`,
      ).run({ ...decision, accountId, at });
    },

    /** Newest first. */
    applications: (): readonly CreditApplication[] =>
      db.prepare<[], ApplicationRow>(`${select} order by p.id desc`).all().map(viewOf),

    applicationsOf: (objectId: number): readonly CreditApplication[] =>
      db
        .prepare<[number], ApplicationRow>(`${select} where p.object_id = ? order by p.id desc`)
        .all(objectId)
        .map(viewOf),

    applicationById(id: number): CreditApplication | null {
      const row = db.prepare<[number], ApplicationRow>(`${select} where p.id = ?`).get(id);
      return row === undefined ? null : viewOf(row);
    },

    /** Whose last check is not decided, and was neither entered nor checked by this account. */
    applicationsToDecide: (accountId: number): number =>
      db
        .prepare<{ accountId: number }, number>(
          `select count(*) from credit_application_checks c join credit_applications p on p.id = c.application_id
            where p.entered_by <> :accountId and c.checked_by <> :accountId and ${isUndecided}`,
        )
        .pluck()
        .get({ accountId }) as number,

    /** Nothing was found against them, and only the 承诺书 is missing. */
    applicationsWithoutPromise: (): number =>
      db
        .prepare<[], number>(
          `select count(*) from credit_application_checks c
            where c.proposal = 'support' and ${isUndecided}
              and not exists (select 1 from credit_application_promises m where m.application_id = c.application_id)`,
        )
        .pluck()
        .get() as number,

    /** Newest first. */
    usablePromises: (objectId: number): readonly UsablePromise[] =>
      db
        .prepare<[number], UsablePromise>(
          `${promises} where object_id = ? and signed_on is not null and ended_on is null order by id desc`,
        )
        .all(objectId),

    promiseById: (id: number): UsablePromise | null =>
      db.prepare<[number], UsablePromise>(`${promises} where id = ?`).get(id) ?? null,
  };
}

function checkOf({
  findings,
  outcome,
  reason,
  noticeNumber,
  decidedOn,
  decidedBy,
  ...row
}: CheckRow): ApplicationCheck {
  return {
    ...row,
    findings: JSON.parse(findings) as PathReason[],
    decision: outcome === null ? null : { outcome, reason, noticeNumber, decidedOn, decidedBy },
  };
}
