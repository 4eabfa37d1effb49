import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { CommitmentKind, Fulfilment, TermOutcome } from '../../../shared/features/supervision/commitment-rules.ts';
import type {
  CommitmentFilter,
  CommitmentList,
  CommitmentSelection,
  CommitmentTargets,
} from '../../../shared/features/supervision/commitment-schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { allOf, oneOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';

/** A 信用承诺书 as the 承诺台账 shows it, with its newest check. */
export interface CommitmentLine {
  readonly id: number;
  readonly number: string;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly itemId: string;
  readonly name: string;
  readonly kind: CommitmentKind;
  readonly terms: readonly string[];
  readonly isPublicised: boolean;
  readonly article: string;
  readonly packId: string;
  readonly packVersion: number;
  readonly matter: string;
  readonly issuedOn: string;
  readonly untilOn: string | null;
  readonly signedOn: string | null;
  readonly signedBy: string | null;
  readonly publishedOn: string | null;
  readonly publishedAt: string | null;
  readonly checkOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly outcome: Fulfilment | null;
  readonly checkedOn: string | null;
  readonly scans: number;
}

export interface CommitmentCheckLine {
  readonly id: number;
  readonly checkedOn: string;
  readonly outcome: Fulfilment;
  readonly terms: readonly TermOutcome[];
  readonly findings: string;
  readonly evidence: string;
  readonly checkedBy: string;
  readonly recordId: number | null;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

export interface NewCommitment {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly objectId: number;
  readonly itemId: string;
  readonly name: string;
  readonly kind: CommitmentKind;
  readonly terms: readonly string[];
  readonly isPublicised: boolean;
  readonly article: string;
  readonly packId: string;
  readonly packVersion: number;
  readonly matter: string;
  readonly issuedOn: string;
  readonly untilOn: string | null;
  readonly checkOn: string | null;
  readonly issuedBy: number;
  readonly issuedAt: string;
}

/** What the letter says of the enterprise; the telephone is left to be filled in by hand. */
export interface LetterSubject {
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  readonly personInCharge: string;
  readonly address: string;
  readonly industry: string;
}

type Row = Omit<CommitmentLine, 'terms' | 'isPublicised'> & { readonly terms: string; readonly isPublicised: number };

const lineColumns = raw(`
  c.id, c.number, c.object_id as objectId, o.name as objectName, o.code as objectCode, c.item_id as itemId, c.name, c.kind, c.terms,
  c.is_publicised as isPublicised, c.article, c.pack_id as packId, c.pack_version as packVersion, c.matter, c.issued_on as issuedOn,
  c.until_on as untilOn, c.signed_on as signedOn, c.signed_by as signedBy, c.published_on as publishedOn, c.published_at as publishedAt,
  c.check_on as checkOn, c.ended_on as endedOn, c.end_reason as endReason, k.outcome, k.checked_on as checkedOn,
  (select count(*) from attachments a left join attachment_withdrawals w on w.attachment_id = a.id
    where a.subject = 'commitment' and a.subject_id = c.id and w.attachment_id is null) as scans`);
const lineTables = raw(`
  commitments c join objects o on o.id = c.object_id
  left join commitment_checks k on k.id = (select x.id from commitment_checks x where x.commitment_id = c.id order by x.checked_on desc, x.id desc limit 1)`);

const orders: Readonly<Record<CommitmentList['sort'], readonly string[]>> = {
  number: ['c.year', 'c.serial'],
  name: ['o.initials', 'o.name_key', 'c.id'],
  item: ['c.name', 'c.id'],
  state: ['c.ended_on is not null', 'c.signed_on is not null', 'c.published_on is not null', 'c.id'],
  signed: ['c.signed_on', 'c.id'],
  published: ['c.published_on', 'c.id'],
  until: ['c.until_on', 'c.id'],
  outcome: ['k.outcome', 'c.id'],
  check: ['c.check_on', 'c.id'],
  kind: ['c.kind', 'c.id'],
  matter: ['c.matter', 'c.id'],
  code: ['o.code', 'c.id'],
  scans: ['scans', 'c.id'],
};

/** Tables commitments, commitment_checks; a part of the supervision repo. */
export function createCommitments(db: Db) {
  const all = <R>(query: Sql) => db.prepare(query.sql).all(...query.values) as R[];
  const one = <R>(query: Sql) => db.prepare(query.sql).get(...query.values) as R | undefined;
  const insert = db.prepare(`
    insert into commitments (year, serial, number, object_id, item_id, name, kind, terms, is_publicised, article, pack_id, pack_version,
           matter, issued_on, until_on, check_on, issued_by, issued_at)
    values (:year, :serial, :number, :objectId, :itemId, :name, :kind, :terms, :isPublicised, :article, :packId, :packVersion,
           :matter, :issuedOn, :untilOn, :checkOn, :issuedBy, :issuedAt)`);
  const sign = db.prepare('update commitments set signed_on = :signedOn, signed_by = :signedBy where id = :id');
  const publish = db.prepare(
    'update commitments set published_on = :publishedOn, published_at = :publishedAt where id = :id',
  );

  return {
    list({ sort, descending, offset, limit, ...filter }: CommitmentList, today: string) {
      const where = whereOf(filter, today);
      const direction = raw(descending ? ' desc' : '');
      const order = join(
        orders[sort].map((column) => sql`${raw(column)}${direction}`),
        ', ',
      );
      const lines = all<Row>(
        sql`select ${lineColumns} from ${lineTables} ${where} order by ${order} limit ${limit} offset ${offset}`,
      ).map(lineOf);
      const total = one<{ total: number }>(sql`select count(*) as total from ${lineTables} ${where}`)?.total ?? 0;
      return { lines, total };
    },

    byId(id: number): CommitmentLine | null {
      const row = one<Row>(sql`select ${lineColumns} from ${lineTables} where c.id = ${id}`);
      return row === undefined ? null : lineOf(row);
    },

    ofObject: (objectId: number): readonly CommitmentLine[] =>
      all<Row>(
        sql`select ${lineColumns} from ${lineTables} where c.object_id = ${objectId} order by c.year desc, c.serial desc`,
      ).map(lineOf),

    /** Signed ones with anything that happened in a period: signed, published or checked. */
    signedIn: (from: string, to: string): readonly CommitmentLine[] =>
      all<Row>(
        sql`select ${lineColumns} from ${lineTables}
             where c.signed_on is not null
               and (c.signed_on between ${from} and ${to} or c.published_on between ${from} and ${to}
                    or k.checked_on between ${from} and ${to})
             order by c.year, c.serial`,
      ).map(lineOf),

    /** The chosen commitments, in the order of their numbers. */
    chosen(selection: CommitmentSelection, today: string): readonly CommitmentLine[] {
      if ('ids' in selection) {
        const json = JSON.stringify(selection.ids);
        return all<Row>(
          sql`select ${lineColumns} from ${lineTables} where c.id in (select value from json_each(${json})) order by c.year, c.serial`,
        ).map(lineOf);
      }
      const except = new Set(selection.except);
      return all<Row>(
        sql`select ${lineColumns} from ${lineTables} ${whereOf(selection.filter, today)} order by c.year, c.serial`,
      )
        .map(lineOf)
        .filter(({ id }) => !except.has(id));
    },

    checks: (commitmentId: number): readonly CommitmentCheckLine[] =>
      db
        .prepare<[number], Omit<CommitmentCheckLine, 'terms'> & { terms: string }>(
          `select k.id, k.checked_on as checkedOn, k.outcome, k.terms, k.findings, k.evidence, k.checked_by as checkedBy,
                  k.record_id as recordId, a.name as enteredBy, k.entered_at as enteredAt
             from commitment_checks k join accounts a on a.id = k.entered_by
            where k.commitment_id = ? order by k.checked_on desc, k.id desc`,
        )
        .all(commitmentId)
        .map((row) => ({ ...row, terms: JSON.parse(row.terms) as TermOutcome[] })),

    /** Enterprises a letter is wanted of that exist and have none of this item that still holds. */
    wanting(targets: CommitmentTargets, itemId: string, today: string): readonly number[] {
      const named =
        'objectIds' in targets
          ? [sql`o.id in (select value from json_each(${JSON.stringify(targets.objectIds)}))`]
          : [
              targets.priority === null ? null : sql`o.is_key = ${Number(targets.priority)}`,
              targets.aboveScale === null ? null : sql`o.is_above_scale = ${Number(targets.aboveScale)}`,
              oneOf(sql`o.township`, targets.townships),
              oneOf(sql`o.industry`, targets.industries),
            ];
      return all<{ id: number }>(
        sql`select o.id from objects o ${allOf([
          sql`o.status = '存续'`,
          sql`not exists (select 1 from commitments c where c.object_id = o.id and c.item_id = ${itemId} and c.ended_on is null
                          and (c.until_on is null or c.until_on >= ${today}))`,
          ...named,
        ])} order by o.name_key, o.id`,
      ).map(({ id }) => id);
    },

    nextSerial: (year: number): number =>
      db
        .prepare<[number], number>('select coalesce(max(serial), 0) + 1 from commitments where year = ?')
        .pluck()
        .get(year) as number,

    insert({ terms, isPublicised, ...commitment }: NewCommitment): number {
      const row = { ...commitment, terms: JSON.stringify(terms), isPublicised: Number(isPublicised) };
      return Number(insert.run(row).lastInsertRowid);
    },

    letterSubject: (objectId: number): LetterSubject =>
      db
        .prepare<[number], LetterSubject>(
          'select name, code, kind, person_in_charge as personInCharge, address, industry from objects where id = ?',
        )
        .get(objectId) as LetterSubject,

    sign: (id: number, signedOn: string, signedBy: string): void => void sign.run({ id, signedOn, signedBy }),
    publish: (id: number, publishedOn: string, publishedAt: string): void =>
      void publish.run({ id, publishedOn, publishedAt }),
    setNextCheck: (id: number, on: string | null): void =>
      void db.prepare('update commitments set check_on = ? where id = ?').run(on, id),
    end: (id: number, on: string, reason: string): void =>
      void db
        .prepare('update commitments set ended_on = ?, end_reason = ?, check_on = null where id = ?')
        .run(on, reason, id),

    insertCheck(
      check: {
        commitmentId: number;
        checkedOn: string;
        outcome: Fulfilment;
        terms: readonly TermOutcome[];
        findings: string;
        evidence: string;
        checkedBy: string;
        recordId: number | null;
      },
      byId: number,
      at: string,
    ): void {
      db.prepare(
        `insert into commitment_checks (commitment_id, checked_on, outcome, terms, findings, evidence, checked_by, record_id, entered_by, entered_at)
         values (:commitmentId, :checkedOn, :outcome, :terms, :findings, :evidence, :checkedBy, :recordId, :byId, :at)`,
      ).run({ ...check, terms: JSON.stringify(check.terms), byId, at });
    },

    /** What waits: to be signed, to be published, to be checked by today. */
    counts(today: string): { readonly unsigned: number; readonly unpublished: number; readonly toCheck: number } {
      const count = (filter: Partial<CommitmentFilter>) =>
        one<{ total: number }>(
          sql`select count(*) as total from ${lineTables} ${whereOf({ ...noCommitmentFilter, ...filter }, today)}`,
        )?.total ?? 0;
      return {
        unsigned: count({ state: 'issued' }),
        unpublished: count({ state: 'signed' }),
        toCheck: count({ outcome: 'to-check' }),
      };
    },

    /** Checks due until a day, the earliest first, by item and day. */
    dues: (
      until: string,
    ): readonly { name: string; article: string; checkOn: string; count: number; first: string }[] =>
      db
        .prepare<[string], { name: string; article: string; checkOn: string; count: number; first: string }>(
          `select c.name, c.article, c.check_on as checkOn, count(*) as count, min(o.name) as first
             from commitments c join objects o on o.id = c.object_id
            where c.check_on <= ? and c.ended_on is null and c.signed_on is not null
            group by c.name, c.article, c.check_on order by c.check_on`,
        )
        .all(until),

    years: (): readonly number[] =>
      db.prepare<[], number>('select distinct year from commitments order by year desc').pluck().all(),
  };
}

export const noCommitmentFilter: CommitmentFilter = {
  text: '',
  state: null,
  kind: null,
  itemId: '',
  outcome: null,
  year: null,
};

function lineOf(row: Row): CommitmentLine {
  return { ...row, terms: JSON.parse(row.terms) as string[], isPublicised: row.isPublicised === 1 };
}

function whereOf({ text, state, kind, itemId, outcome, year }: CommitmentFilter, today: string): Sql {
  const key = nameKey(text);
  return allOf([
    state === null ? null : stateIs(state, today),
    kind === null ? null : sql`c.kind = ${kind}`,
    itemId === '' ? null : sql`c.item_id = ${itemId}`,
    year === null ? null : sql`c.year = ${year}`,
    outcome === null ? null : outcomeIs(outcome, today),
    text === ''
      ? null
      : sql`(instr(o.name_key, ${key}) > 0 or instr(o.code, ${key}) > 0 or instr(o.initials, ${text.toLowerCase()}) > 0
             or instr(c.number, ${text}) > 0 or instr(c.name, ${text}) > 0 or instr(c.matter, ${text}) > 0)`,
  ]);
}

/** The states of commitmentState in SQL. */
function stateIs(state: NonNullable<CommitmentFilter['state']>, today: string): Sql {
  const holds = sql`c.ended_on is null and (c.until_on is null or c.until_on >= ${today})`;
  switch (state) {
    case 'ended':
      return sql`c.ended_on is not null`;
    case 'expired':
      return sql`c.ended_on is null and c.until_on < ${today}`;
    case 'issued':
      return sql`${holds} and c.signed_on is null`;
    case 'signed':
      return sql`${holds} and c.signed_on is not null and c.is_publicised = 1 and c.published_on is null`;
    case 'standing':
      return sql`${holds} and c.signed_on is not null and (c.is_publicised = 0 or c.published_on is not null)`;
  }
}

function outcomeIs(outcome: NonNullable<CommitmentFilter['outcome']>, today: string): Sql {
  switch (outcome) {
    case 'none':
      return sql`k.id is null`;
    case 'to-check':
      return sql`c.check_on <= ${today} and c.ended_on is null and c.signed_on is not null`;
    default:
      return sql`k.outcome = ${outcome}`;
  }
}
