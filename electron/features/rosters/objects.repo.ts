import type { RecusedObject } from '../../../shared/features/rosters/check-recusals.ts';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import type { Db } from '../../database/open.ts';
import { createObjectIndex } from './object-index.repo.ts';
import {
  codeOf,
  detailOf,
  entryOf,
  fieldsOf,
  type Licence,
  type ObjectRow,
  objectRowColumns,
  type RosterObject,
} from './object-rows.ts';

/** Tables objects and licences: entries one by one, written and read whole. Lists are in object-list.repo.ts. */
export function createObjectsRepo(db: Db) {
  const index = createObjectIndex(db);
  index.fillIndex();
  const selectLicences = db.prepare<[number], Licence>(
    'select name, number, valid_from as validFrom, expires_on as expiresOn from licences where object_id = ? order by id',
  );
  const selectLicencesOf = db.prepare<[string], Licence & { objectId: number }>(`
    select object_id as objectId, name, number, valid_from as validFrom, expires_on as expiresOn from licences
     where object_id in (select value from json_each(?)) order by id`);
  const insertLicence = db.prepare(
    'insert into licences (object_id, name, number, valid_from, expires_on) values (?, ?, ?, ?, ?)',
  );
  const deleteLicences = db.prepare('delete from licences where object_id = ?');
  const insert = db.prepare(`
    insert into objects (code, uscc, id_card, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
                         registered_by, founded_on, status, status_on, status_document, is_above_scale, is_key, tags, created_at, updated_at)
    values (:code, :uscc, :idCard, :name, :nameKey, :initials, :kind, :address, :principal, :phone, :industry, :town,
            :registrar, :foundedOn, :status, :statusOn, :statusDocument, :aboveScale, :priority, :tags, :at, :at)`);
  const update = db.prepare(`
    update objects
       set code = :code, uscc = :uscc, id_card = :idCard, name = :name, name_key = :nameKey, initials = :initials, kind = :kind,
           address = :address, person_in_charge = :principal, phone = :phone, industry = :industry, township = :town,
           registered_by = :registrar, founded_on = :foundedOn, status = :status, status_on = :statusOn,
           status_document = :statusDocument, is_above_scale = :aboveScale, is_key = :priority, tags = :tags, updated_at = :at
     where id = :id`);
  const patch = db.prepare(`
    update objects
       set industry = :industry, township = :town, status = :status, status_on = :statusOn, status_document = :statusDocument,
           is_above_scale = :aboveScale, is_key = :priority, tags = :tags, updated_at = :at
     where id = :id`);
  const remove = db.prepare<[number]>('delete from objects where id = ?');
  const selectById = db.prepare<[number], ObjectRow>(`select ${objectRowColumns.sql} from objects o where o.id = ?`);
  const selectByIds = db.prepare<[string], ObjectRow>(
    `select ${objectRowColumns.sql} from json_each(?) p cross join objects o on o.id = p.value order by p.key`,
  );
  const selectByUscc = db.prepare<[string], ObjectRow>(
    `select ${objectRowColumns.sql} from objects o where o.uscc = ?`,
  );
  const selectIdByCode = db.prepare<[{ code: string }], { id: number }>(
    'select id from objects where code = :code or id_card = :code',
  );
  const selectLastId = db.prepare<[], { seq: number }>(`select seq from sqlite_sequence where name = 'objects'`);
  const detail = (row: ObjectRow | undefined): RosterObject | null =>
    row === undefined ? null : detailOf(row, selectLicences.all(row.id));

  function writeLicences(id: number, { licences }: ObjectEntry): void {
    for (const { name, number, from, until } of licences) {
      insertLicence.run(id, name, number, from ?? null, until ?? null);
    }
  }

  /** Row numbers are never given twice. */
  const nextId = () => (selectLastId.get()?.seq ?? 0) + 1;

  return {
    insertObject(entry: ObjectEntry, at: string): number {
      const sounds = index.nameSounds(entry.name);
      const code = codeOf(entry, nextId());
      const { lastInsertRowid } = insert.run({ ...fieldsOf(entry), code, initials: sounds.order, at });
      const id = Number(lastInsertRowid);
      index.writeIndex(id, sounds);
      writeLicences(id, entry);
      return id;
    },

    updateObject(id: number, entry: ObjectEntry, at: string): void {
      const sounds = index.nameSounds(entry.name);
      update.run({ ...fieldsOf(entry), id, code: codeOf(entry, id), initials: sounds.order, at });
      index.writeIndex(id, sounds);
      deleteLicences.run(id);
      writeLicences(id, entry);
    },

    /** After a change of status, tags, scale, key, township or industry only; quicker than updateObject. */
    patchObject(id: number, entry: ObjectEntry, at: string): void {
      const { status, statusOn, statusDocument, tags, aboveScale, priority, town, industry } = fieldsOf(entry);
      patch.run({ id, at, status, statusOn, statusDocument, tags, aboveScale, priority, town, industry });
      index.refreshFacets(id);
    },

    /** Throws a foreign key error when something rests on the object. */
    deleteObject: (id: number): void => void remove.run(id),

    /** The entry as the history keeps it; null when there is no such object. */
    objectEntry(id: number): ObjectEntry | null {
      const row = selectById.get(id);
      return row === undefined ? null : entryOf(row, selectLicences.all(id));
    },

    /** The rows of these numbers, in their order, personal data and all. */
    objectRows: (ids: readonly number[]): readonly ObjectRow[] => selectByIds.all(JSON.stringify(ids)),

    /** The entries of these numbers, in their order; numbers nobody has are left out. */
    objectEntries(ids: readonly number[]): readonly ObjectEntry[] {
      const list = JSON.stringify(ids);
      const licences = new Map<number, Licence[]>();
      for (const { objectId, ...licence } of selectLicencesOf.all(list)) {
        licences.set(objectId, [...(licences.get(objectId) ?? []), licence]);
      }
      return selectByIds.all(list).map((row) => entryOf(row, licences.get(row.id) ?? []));
    },

    /** Whoever holds this USCC, identity card number or number of the roster. */
    objectIdByAnyCode(code: string): number | null {
      return selectIdByCode.get({ code })?.id ?? null;
    },

    knownObjects(): readonly RecusedObject[] {
      return db.prepare<[], RecusedObject>('select code, name, id_card as idCard from objects').all();
    },

    objectById: (id: number): RosterObject | null => detail(selectById.get(id)),
    objectByUscc: (uscc: string): RosterObject | null => detail(selectByUscc.get(uscc)),
    countObjects: (): number => db.prepare<[], number>('select count(*) from objects').pluck().get() ?? 0,
  };
}
