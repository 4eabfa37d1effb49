import type { Authorisation } from '../../../shared/features/credit/authorisations.ts';
import type { CreditKind } from '../../../shared/kernel/credit-facts.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './records.repo.ts';

interface Row extends Omit<Authorisation, 'kinds'> {
  readonly kinds: string;
}

export interface AuthorisationDraft {
  readonly objectId: number;
  readonly kinds: readonly CreditKind[];
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly givenBy: string;
  readonly note: string;
}

/** Table authorisations; a part of the credit repo. */
export function createAuthorisations(db: Db) {
  const select = `
    select z.id, z.object_id as objectId, o.name as objectName, o.code as objectCode, z.kinds, z.from_on as fromOn, z.until_on as untilOn,
           z.given_by as givenBy, z.note, a.name as enteredBy, z.entered_at as enteredAt, z.withdrawn_on as withdrawnOn,
           z.withdraw_reason as withdrawReason,
           (select count(*) from attachments f
             where f.subject = 'authorisation' and f.subject_id = z.id
               and not exists (select 1 from attachment_withdrawals x where x.attachment_id = f.id)) as documents
      from authorisations z join objects o on o.id = z.object_id join accounts a on a.id = z.entered_by`;
  const ofObject = db.prepare<[number], Row>(`${select} where z.object_id = ? order by z.from_on, z.id`);
  const ofId = db.prepare<[number], Row>(`${select} where z.id = ?`);
  const every = db.prepare<[], Row>(`${select} order by z.id desc`);

  const mark = db
    .prepare<[], string>(`
      select (select count(*) from authorisations) || ' ' || (select count(*) from authorisations where withdrawn_on is not null)
          || ' ' || (select count(*) from attachments where subject = 'authorisation') || ' ' || (select count(*) from attachment_withdrawals)`)
    .pluck();

  return {
    /** Another one after anything about authorisations was written. */
    authorisationsMark: (): string => mark.get() ?? '',

    authorisations: (): readonly Authorisation[] => every.all().map(authorisationOf),
    authorisationsOf: (objectId: number): readonly Authorisation[] => ofObject.all(objectId).map(authorisationOf),

    authorisationById(id: number): Authorisation | null {
      const row = ofId.get(id);
      return row === undefined ? null : authorisationOf(row);
    },

    insertAuthorisation({ kinds, ...draft }: AuthorisationDraft, by: By): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into authorisations (object_id, kinds, from_on, until_on, given_by, note, entered_by, entered_at)
           values (:objectId, :kinds, :fromOn, :untilOn, :givenBy, :note, :accountId, :at)`,
        )
        .run({ ...draft, ...by, kinds: JSON.stringify(kinds) });
      return Number(lastInsertRowid);
    },

    withdrawAuthorisation(id: number, on: string, reason: string, { accountId, at }: By): void {
      db.prepare(
        'update authorisations set withdrawn_on = ?, withdraw_reason = ?, withdrawn_by = ?, withdrawn_at = ? where id = ?',
      ).run(on, reason, accountId, at, id);
    },
  };
}

function authorisationOf({ kinds, ...row }: Row): Authorisation {
  return { ...row, kinds: JSON.parse(kinds) as CreditKind[] };
}
