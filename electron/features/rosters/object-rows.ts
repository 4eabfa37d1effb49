import sql from 'sql-template-tag';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import type { ObjectKind, ObjectStatus } from '../../../shared/features/rosters/object-columns.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { maskIdCard, maskPhone } from '../../../shared/kernel/redact.ts';

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
  /** When the status changed, and by which document. */
  readonly statusOn: string | null;
  readonly statusDocument: string;
  readonly isAboveScale: boolean;
  readonly isKey: boolean;
  readonly tags: readonly string[];
  readonly updatedAt: string;
}

export interface Licence {
  readonly name: string;
  readonly number: string;
  readonly validFrom: string | null;
  readonly expiresOn: string | null;
}

/** Whole: `phone` is not for the page, which gets it by 查看 only. */
export interface RosterObject extends ObjectLine {
  readonly uscc: string | null;
  readonly phone: string;
  readonly maskedIdCard: string | null;
  readonly licences: readonly Licence[];
}

export interface ObjectRow {
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
  status_on: string | null;
  status_document: string;
  is_above_scale: number;
  is_key: number;
  tags: string;
  updated_at: string;
}

/** The columns of an ObjectRow, of `objects o`. */
export const objectRowColumns = sql`o.id, o.code, o.uscc, o.id_card, o.name, o.kind, o.address, o.person_in_charge, o.phone,
  o.industry, o.township, o.registered_by, o.founded_on, o.status, o.status_on, o.status_document, o.is_above_scale, o.is_key,
  o.tags, o.updated_at`;

export function lineOf(row: ObjectRow): ObjectLine {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    personInCharge: row.person_in_charge,
    maskedPhone: row.phone === '' ? '' : maskPhone(row.phone),
    address: row.address,
    industry: row.industry,
    township: row.township,
    registeredBy: row.registered_by,
    foundedOn: row.founded_on,
    status: row.status,
    statusOn: row.status_on,
    statusDocument: row.status_document,
    isAboveScale: row.is_above_scale === 1,
    isKey: row.is_key === 1,
    tags: JSON.parse(row.tags) as string[],
    updatedAt: row.updated_at,
  };
}

export function detailOf(row: ObjectRow, licences: readonly Licence[]): RosterObject {
  const maskedIdCard = row.id_card === null ? null : maskIdCard(row.id_card);
  return { ...lineOf(row), uscc: row.uscc, phone: row.phone, maskedIdCard, licences };
}

/** The entry as the history keeps it: what is not stated is left out, so that equal states are equal texts. */
export function entryOf(row: ObjectRow, licences: readonly Licence[]): ObjectEntry {
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
    statusOn: row.status_on ?? undefined,
    statusDocument: row.status_document === '' ? undefined : row.status_document,
    aboveScale: row.is_above_scale === 1,
    priority: row.is_key === 1,
    tags: JSON.parse(row.tags) as string[],
    licences: licences.map(({ name, number, validFrom, expiresOn }) => ({
      name,
      number,
      from: validFrom ?? undefined,
      until: expiresOn ?? undefined,
    })),
  };
}

/** What is stored of an entry, by parameter; without the name's sounds. */
export function fieldsOf(entry: ObjectEntry) {
  const isPerson = entry.kind === '自然人';
  return {
    uscc: isPerson ? null : entry.code,
    idCard: isPerson ? entry.code : null,
    name: entry.name,
    nameKey: nameKey(entry.name),
    kind: entry.kind,
    address: entry.address,
    principal: entry.principal,
    phone: entry.phone,
    industry: entry.industry,
    town: entry.town,
    registrar: entry.registrar,
    foundedOn: entry.establishedOn ?? null,
    status: entry.status,
    statusOn: entry.statusOn ?? null,
    statusDocument: entry.statusDocument ?? '',
    aboveScale: Number(entry.aboveScale),
    priority: Number(entry.priority),
    tags: JSON.stringify(entry.tags),
  };
}

/** What draws know the object by: 自然人 have no public code and get their number in this roster. */
export function codeOf(entry: ObjectEntry, id: number): string {
  return entry.kind === '自然人' ? `ZR${String(id).padStart(6, '0')}` : entry.code;
}
