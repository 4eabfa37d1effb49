import sql from 'sql-template-tag';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';

/** An enterprise as its follow-up sees it. */
export interface Followed {
  readonly name: string;
  readonly isKey: boolean;
  /** It exists, so that something can be done with it: 存续、停业、清算. */
  readonly isThere: boolean;
  readonly grade: Grade | null;
  /** The grade before the last change. */
  readonly gradeBefore: Grade | null;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly isKey: number;
  readonly status: string;
  readonly grade: Grade | null;
  readonly gradeBefore: Grade | null;
}

export interface EndingLicence {
  /** With its number. */
  readonly name: string;
  readonly expiresOn: string;
}

/** What follow-up reads of the roster and of grades; a part of the supervision repo. */
export function createFollowed(db: Db) {
  const select = `
    select o.id, o.name, o.is_key as isKey, o.status, g.grade,
           (select c.from_grade from grade_changes c where c.object_id = o.id order by c.id desc limit 1) as gradeBefore
      from objects o left join grades g on g.object_id = o.id`;
  const all = db.prepare<[], Row>(select);
  const one = db.prepare<[number], Row>(`${select} where o.id = ?`);
  const licences = db.prepare<[], LicenceRow>(
    'select object_id as objectId, name, number, expires_on as expiresOn from licences where expires_on is not null order by expires_on, id',
  );
  const licencesOf = db.prepare<[number], LicenceRow>(
    'select object_id as objectId, name, number, expires_on as expiresOn from licences where object_id = ? and expires_on is not null order by expires_on, id',
  );
  const entries = `
    select e.object_id as objectId, e.list_id as listId from list_entries e
     where e.person_name is null
       and not exists (select 1 from list_decisions d where d.entry_id = e.id and d.outcome = 'not-listed')
       and not exists (select 1 from list_removals r join list_removal_decisions x on x.removal_id = r.id
                        where r.entry_id = e.id and x.outcome = 'removed')`;
  const listed = db.prepare<[], { objectId: number; listId: string }>(entries);
  const listsOf = db.prepare<[number], { objectId: number; listId: string }>(`${entries} and e.object_id = ?`);

  return {
    enterprise(id: number): Followed | null {
      const row = one.get(id);
      return row === undefined ? null : followedOf(row);
    },

    enterprises: (): ReadonlyMap<number, Followed> => new Map(all.all().map((row) => [row.id, followedOf(row)])),

    /** Licences that end, the earliest first. */
    licencesOf: (id: number): readonly EndingLicence[] => licencesOf.all(id).map(licenceOf),

    licences(): ReadonlyMap<number, readonly EndingLicence[]> {
      const byObject = new Map<number, EndingLicence[]>();
      for (const row of licences.iterate()) {
        const held = byObject.get(row.objectId);
        if (held === undefined) byObject.set(row.objectId, [licenceOf(row)]);
        else held.push(licenceOf(row));
      }
      return byObject;
    },

    /** Lists an enterprise is on, or is proposed for. */
    listsOf: (id: number): readonly string[] => listsOf.all(id).map(({ listId }) => listId),

    listed(): ReadonlyMap<number, readonly string[]> {
      const byObject = new Map<number, string[]>();
      for (const { objectId, listId } of listed.iterate()) {
        const own = byObject.get(objectId);
        if (own === undefined) byObject.set(objectId, [listId]);
        else own.push(listId);
      }
      return byObject;
    },

    /** Objects whose warnings the days alone may change: one stands, or a licence ends until the day. */
    touchedByDays(licencesUntil: string): readonly number[] {
      const query = sql`
        select object_id from warnings where state <> 'closed'
         union select object_id from licences where expires_on <= ${licencesUntil} order by 1`;
      return db
        .prepare(query.sql)
        .pluck()
        .all(...query.values) as number[];
    },
  };
}

interface LicenceRow {
  readonly objectId: number;
  readonly name: string;
  readonly number: string;
  readonly expiresOn: string;
}

function licenceOf({ name, number, expiresOn }: LicenceRow): EndingLicence {
  return { name: number === '' ? name : `${name} ${number}`, expiresOn };
}

function followedOf({ id: _id, status, isKey, ...row }: Row): Followed {
  return { ...row, isKey: isKey === 1, isThere: ['存续', '停业', '清算'].includes(status) };
}
