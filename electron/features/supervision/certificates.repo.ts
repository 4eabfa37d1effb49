import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';

/** A 绿色通道 certificate as its register shows it. */
export interface Certificate {
  readonly id: number;
  readonly number: string;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly gives: readonly string[];
  readonly article: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly revokedOn: string | null;
  readonly revokeReason: string | null;
}

export interface NewCertificate
  extends Pick<
    Certificate,
    'number' | 'objectId' | 'objectName' | 'objectCode' | 'gives' | 'article' | 'fromOn' | 'untilOn'
  > {
  readonly year: number;
  readonly serial: number;
  readonly packId: string;
  readonly packVersion: number;
  readonly issuedBy: number;
  readonly issuedAt: string;
}

type Row = Omit<Certificate, 'gives'> & { readonly gives: string };

/** Table green_channel_certificates; a part of the supervision repo. */
export function createCertificates(db: Db) {
  const select = `
    select c.id, c.number, c.object_id as objectId, c.object_name as objectName, c.object_code as objectCode, c.gives, c.article,
           c.from_on as fromOn, c.until_on as untilOn, a.name as issuedBy, c.issued_at as issuedAt, c.revoked_on as revokedOn,
           c.revoke_reason as revokeReason
      from green_channel_certificates c join accounts a on a.id = c.issued_by`;
  const newestFirst = db.prepare<[], Row>(`${select} order by c.year desc, c.serial desc`);
  const ofId = db.prepare<[number], Row>(`${select} where c.id = ?`);
  const ofObject = db.prepare<[number], Row>(`${select} where c.object_id = ? order by c.id desc`);
  const standing = db.prepare<[number, string], Row>(
    `${select} where c.object_id = ? and c.revoked_on is null and c.until_on >= ? order by c.id desc limit 1`,
  );
  const holder = db.prepare<[number], Pick<Certificate, 'objectId' | 'objectName' | 'objectCode'>>(
    'select id as objectId, name as objectName, code as objectCode from objects where id = ?',
  );

  return {
    all: (): readonly Certificate[] => newestFirst.all().map(certificateOf),
    byId(id: number): Certificate | null {
      const row = ofId.get(id);
      return row === undefined ? null : certificateOf(row);
    },
    ofObject: (objectId: number): readonly Certificate[] => ofObject.all(objectId).map(certificateOf),

    /** The one that holds on the day or will hold; null where there is none. */
    standing(objectId: number, on: string): Certificate | null {
      const row = standing.get(objectId, on);
      return row === undefined ? null : certificateOf(row);
    },

    /** Enterprises that exist, have the grade and no certificate that holds on the day; by name. */
    wanting: (grade: Grade, on: string): readonly number[] =>
      db
        .prepare<[string, string], number>(
          `select o.id from objects o join grades g on g.object_id = o.id
            where g.grade = ? and o.status = '存续' and not exists (
              select 1 from green_channel_certificates c where c.object_id = o.id and c.revoked_on is null and c.until_on >= ?)
            order by o.name_key, o.id`,
        )
        .pluck()
        .all(grade, on),

    holder: (objectId: number): Pick<Certificate, 'objectId' | 'objectName' | 'objectCode'> =>
      holder.get(objectId) as Pick<Certificate, 'objectId' | 'objectName' | 'objectCode'>,

    nextSerial: (year: number): number =>
      db
        .prepare<[number], number>('select coalesce(max(serial), 0) + 1 from green_channel_certificates where year = ?')
        .pluck()
        .get(year) as number,

    insert({ gives, ...certificate }: NewCertificate): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into green_channel_certificates (year, serial, number, object_id, object_name, object_code, gives, article, pack_id,
                  pack_version, from_on, until_on, issued_by, issued_at)
           values (:year, :serial, :number, :objectId, :objectName, :objectCode, :gives, :article, :packId, :packVersion, :fromOn,
                  :untilOn, :issuedBy, :issuedAt)`,
        )
        .run({ ...certificate, gives: JSON.stringify(gives) });
      return Number(lastInsertRowid);
    },

    /** One that was to hold only later ends on its first day. */
    revoke(id: number, on: string, reason: string): void {
      db.prepare(
        'update green_channel_certificates set revoked_on = max(from_on, ?), revoke_reason = ? where id = ?',
      ).run(on, reason, id);
    },
  };
}

function certificateOf(row: Row): Certificate {
  return { ...row, gives: JSON.parse(row.gives) as string[] };
}
