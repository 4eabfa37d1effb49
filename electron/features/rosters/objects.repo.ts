import { pinyin } from 'pinyin-pro';
import sql, { join, type Sql } from 'sql-template-tag';
import type { KnownObject } from '../../../shared/features/rosters/check-objects.ts';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import type { ObjectKind, ObjectStatus } from '../../../shared/features/rosters/object-columns.ts';
import type { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { maskIdCard, maskPhone } from '../../../shared/kernel/redact.ts';
import { allOf, oneOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';

/** A line of the list: personal data masked. `code` is the USCC, or the roster's own number of a 自然人. */
export interface ObjectLine {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: ObjectKind;
  readonly personInCharge: string;
  readonly maskedPhone: string;
  readonly address: string;
  readonly industry: string;
  readonly township: string;
  readonly registeredBy: string;
  readonly foundedOn: string | null;
  readonly status: ObjectStatus;
  readonly isAboveScale: boolean;
  readonly isKey: boolean;
  readonly tags: readonly string[];
  readonly updatedAt: string;
}

export interface RosterObject extends Omit<ObjectLine, 'maskedPhone'> {
  readonly uscc: string | null;
  readonly maskedIdCard: string | null;
  readonly phone: string;
  readonly licences: readonly { readonly name: string; readonly number: string; readonly expiresOn: string | null }[];
}

interface ObjectRow {
  id: number;
  code: string;
  uscc: string | null;
  id_card: string | null;
  name: string;
  kind: ObjectKind;
  address: string;
  person_in_charge: string;
  phone: string;
  industry: string;
  township: string;
  registered_by: string;
  founded_on: string | null;
  status: ObjectStatus;
  is_above_scale: number;
  is_key: number;
  tags: string;
  updated_at: string;
}

interface LicenceRow {
  name: string;
  number: string;
  expiresOn: string | null;
}

const columns = sql`o.id, o.code, o.uscc, o.id_card, o.name, o.kind, o.address, o.person_in_charge, o.phone, o.industry, o.township,
  o.registered_by, o.founded_on, o.status, o.is_above_scale, o.is_key, o.tags, o.updated_at`;

const orders = {
  id: sql`o.id`,
  name: sql`o.initials, o.name_key, o.id`,
  status: sql`o.status, o.id`,
  updated: sql`o.updated_at, o.id`,
} as const;

export type ObjectsRepo = ReturnType<typeof createObjectsRepo>;

/** Tables objects and licences. */
export function createObjectsRepo(db: Db) {
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];
  const one = <Row>(query: Sql) => db.prepare(query.sql).get(...query.values) as Row | undefined;
  const selectLicences = db.prepare<[number], LicenceRow>(
    'select name, number, expires_on as expiresOn from licences where object_id = ? order by id',
  );
  const insertLicence = db.prepare('insert into licences (object_id, name, number, expires_on) values (?, ?, ?, ?)');
  const deleteLicences = db.prepare('delete from licences where object_id = ?');
  const insert = db.prepare(`
    insert into objects (code, uscc, id_card, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
                         registered_by, founded_on, status, is_above_scale, is_key, tags, created_at, updated_at)
    values (:code, :uscc, :idCard, :name, :nameKey, :initials, :kind, :address, :principal, :phone, :industry, :town,
            :registrar, :foundedOn, :status, :aboveScale, :priority, :tags, :at, :at)`);
  const update = db.prepare(`
    update objects
       set code = :code, uscc = :uscc, id_card = :idCard, name = :name, name_key = :nameKey, initials = :initials, kind = :kind,
           address = :address, person_in_charge = :principal, phone = :phone, industry = :industry, township = :town,
           registered_by = :registrar, founded_on = :foundedOn, status = :status, is_above_scale = :aboveScale,
           is_key = :priority, tags = :tags, updated_at = :at
     where id = :id`);

  const selectById = db.prepare<[number], ObjectRow>(`select ${columns.sql} from objects o where o.id = ?`);
  const selectIdByCode = db.prepare<[string, string], { id: number }>(
    'select id from objects where uscc = ? or id_card = ?',
  );
  const selectLastId = db.prepare<[], { seq: number }>(`select seq from sqlite_sequence where name = 'objects'`);
  const byId = (id: number) => selectById.get(id);
  const detail = (row: ObjectRow | undefined): RosterObject | null =>
    row === undefined ? null : { ...detailOf(row), licences: selectLicences.all(row.id) };

  function writeLicences(id: number, { licences }: ObjectEntry): void {
    deleteLicences.run(id);
    for (const { name, number, until } of licences) insertLicence.run(id, name, number, until ?? null);
  }

  /** Row numbers are never given twice. */
  const nextId = () => (selectLastId.get()?.seq ?? 0) + 1;

  return {
    insertObject(entry: ObjectEntry, at: string): number {
      const { lastInsertRowid } = insert.run({ ...fieldsOf(entry), code: codeOf(entry, nextId()), at });
      writeLicences(Number(lastInsertRowid), entry);
      return Number(lastInsertRowid);
    },

    updateObject(id: number, entry: ObjectEntry, at: string): void {
      update.run({ ...fieldsOf(entry), id, code: codeOf(entry, id), at });
      writeLicences(id, entry);
    },

    /** Throws a foreign key error when something rests on the object. */
    deleteObject(id: number): void {
      db.prepare('delete from objects where id = ?').run(id);
    },

    /** The entry as the history keeps it; null when there is no such object. */
    objectEntry(id: number): ObjectEntry | null {
      const row = byId(id);
      return row === undefined ? null : entryOf(row, selectLicences.all(id));
    },

    /** Whoever holds this USCC or identity card number. */
    objectIdByAnyCode(code: string): number | null {
      return selectIdByCode.get(code, code)?.id ?? null;
    },

    knownObjects(): readonly KnownObject[] {
      return all<KnownObject>(sql`select coalesce(uscc, id_card) as code, name from objects`);
    },

    objectById: (id: number): RosterObject | null => detail(byId(id)),
    objectByUscc: (uscc: string): RosterObject | null =>
      detail(one<ObjectRow>(sql`select ${columns} from objects o where o.uscc = ${uscc}`)),

    /** One page of the list and how many there are in all; `offset` and `limit` count lines. */
    listObjects(
      filter: ObjectFilter,
      page: { sort: keyof typeof orders; descending: boolean; offset: number; limit: number },
    ): { lines: readonly ObjectLine[]; total: number } {
      const where = whereOf(filter);
      const order = page.descending ? descending(orders[page.sort]) : orders[page.sort];
      const rows = all<ObjectRow>(
        sql`select ${columns} from objects o ${where} order by ${order} limit ${page.limit} offset ${page.offset}`,
      );
      const total = one<{ n: number }>(sql`select count(*) as n from objects o ${where}`)?.n ?? 0;
      return { lines: rows.map(lineOf), total };
    },

    /** The entries of a filtered list, whole, for export. */
    objectEntries(filter: ObjectFilter): readonly ObjectEntry[] {
      const rows = all<ObjectRow>(sql`select ${columns} from objects o ${whereOf(filter)} order by o.id`);
      return rows.map((row) => entryOf(row, selectLicences.all(row.id)));
    },

    /** By name, code or pinyin initials, for the search box. */
    searchObjects(text: string, limit: number): readonly ObjectLine[] {
      const where = whereOf({ ...noFilter, text });
      return all<ObjectRow>(sql`select ${columns} from objects o ${where} order by o.name_key limit ${limit}`).map(
        lineOf,
      );
    },

    countObjects: (): number => one<{ n: number }>(sql`select count(*) as n from objects`)?.n ?? 0,

    /** The values the roster holds, for filters: 乡镇苏木, 行业, 监管标签. */
    objectChoices() {
      const values = (query: Sql) => all<{ value: string }>(query).map(({ value }) => value);
      return {
        townships: values(sql`select distinct township as value from objects where township <> '' order by 1`),
        industries: values(sql`select distinct industry as value from objects where industry <> '' order by 1`),
        tags: values(sql`select distinct t.value as value from objects o, json_each(o.tags) t order by 1`),
      };
    },
  };
}

const noFilter: ObjectFilter = {
  text: '',
  statuses: [],
  kinds: [],
  townships: [],
  industries: [],
  aboveScale: null,
  priority: null,
  tag: '',
};

function whereOf(filter: ObjectFilter): Sql {
  return allOf([
    filter.text === '' ? null : matching(filter.text),
    oneOf(sql`o.status`, filter.statuses),
    oneOf(sql`o.kind`, filter.kinds),
    oneOf(sql`o.township`, filter.townships),
    oneOf(sql`o.industry`, filter.industries),
    filter.aboveScale === null ? null : sql`o.is_above_scale = ${Number(filter.aboveScale)}`,
    filter.priority === null ? null : sql`o.is_key = ${Number(filter.priority)}`,
    filter.tag === '' ? null : sql`exists (select 1 from json_each(o.tags) where value = ${filter.tag})`,
  ]);
}

function matching(text: string): Sql {
  const key = nameKey(text);
  return sql`(instr(o.name_key, ${key}) > 0 or instr(o.code, ${key}) > 0 or instr(o.initials, ${key.toLowerCase()}) > 0)`;
}

function descending(order: Sql): Sql {
  return join(
    order.sql.split(', ').map((column) => sql([`${column} desc`])),
    ', ',
  );
}

/** What draws know the object by: 自然人 have no public code and get their number in this roster. */
function codeOf(entry: ObjectEntry, id: number): string {
  return entry.kind === '自然人' ? `ZR${String(id).padStart(6, '0')}` : entry.code;
}

function fieldsOf(entry: ObjectEntry) {
  const isPerson = entry.kind === '自然人';
  return {
    uscc: isPerson ? null : entry.code,
    idCard: isPerson ? entry.code : null,
    name: entry.name,
    nameKey: nameKey(entry.name),
    initials: pinyin(entry.name, { pattern: 'first', toneType: 'none', separator: '' }).toLowerCase(),
    kind: entry.kind,
    address: entry.address,
    principal: entry.principal,
    phone: entry.phone,
    industry: entry.industry,
    town: entry.town,
    registrar: entry.registrar,
    foundedOn: entry.establishedOn ?? null,
    status: entry.status,
    aboveScale: Number(entry.aboveScale),
    priority: Number(entry.priority),
    tags: JSON.stringify(entry.tags),
  };
}

function entryOf(row: ObjectRow, licences: readonly LicenceRow[]): ObjectEntry {
  return {
    name: row.name,
    code: row.uscc ?? row.id_card ?? '',
    kind: row.kind,
    address: row.address,
    principal: row.person_in_charge,
    phone: row.phone,
    industry: row.industry,
    town: row.township,
    registrar: row.registered_by,
    establishedOn: row.founded_on ?? undefined,
    status: row.status,
    aboveScale: row.is_above_scale === 1,
    priority: row.is_key === 1,
    tags: JSON.parse(row.tags) as string[],
    licences: licences.map(({ name, number, expiresOn }) => ({ name, number, until: expiresOn ?? undefined })),
  };
}

function commonOf(row: ObjectRow) {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    personInCharge: row.person_in_charge,
    address: row.address,
    industry: row.industry,
    township: row.township,
    registeredBy: row.registered_by,
    foundedOn: row.founded_on,
    status: row.status,
    isAboveScale: row.is_above_scale === 1,
    isKey: row.is_key === 1,
    tags: JSON.parse(row.tags) as string[],
    updatedAt: row.updated_at,
  };
}

function lineOf(row: ObjectRow): ObjectLine {
  return { ...commonOf(row), maskedPhone: row.phone === '' ? '' : maskPhone(row.phone) };
}

function detailOf(row: ObjectRow): Omit<RosterObject, 'licences'> {
  const maskedIdCard = row.id_card === null ? null : maskIdCard(row.id_card);
  return { ...commonOf(row), uscc: row.uscc, maskedIdCard, phone: row.phone };
}
