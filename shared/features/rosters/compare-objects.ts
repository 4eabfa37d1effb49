import { nameKey } from '../../kernel/normalise.ts';
import type { StagedRow } from '../../kernel/staging.ts';
import type { Blanks, EntryField, ObjectDraft } from './check-objects.ts';
import type { ObjectEntry } from './entries.ts';

/** An entry of the roster with its number. */
export interface KnownEntry {
  readonly id: number;
  readonly entry: ObjectEntry;
}

/** Where the roster is looked up; the worker keeps it as text and reads only the entries asked for. */
export interface RosterIndex {
  byCode(code: string): KnownEntry | null;
  /** Others that may be the same: by name, or by address and 负责人. */
  byName(key: string): KnownEntry | null;
  byPlace(key: string): KnownEntry | null;
}

/** Why an entry of the roster may be the one a row means although their codes differ. */
export type TwinReason = 'name' | 'place';

export interface Twin {
  readonly id: number;
  readonly why: TwinReason;
  readonly entry: ObjectEntry;
}

/** A row fit to be imported, beside what the roster holds. */
export interface ComparedRow {
  readonly row: number;
  readonly draft: ObjectDraft;
  readonly blank: readonly EntryField[];
  readonly hidden?: readonly EntryField[];
  /** The entry it updates; null adds one. */
  readonly id: number | null;
  /** What the roster holds where it differs from the row; also where the row is blank and the sheet has the column. */
  readonly was: Partial<ObjectEntry>;
  readonly twin: Twin | null;
}

/** Sets a good row beside its entry; `filled` are the fields the sheet has columns for. */
export function compareObject(
  { row, draft, blank, hidden, update }: StagedRow<ObjectDraft> & Blanks,
  filled: readonly EntryField[],
  roster: RosterIndex,
): ComparedRow {
  const known = update ? roster.byCode(draft.code) : null;
  const read = { row, draft, blank, ...(hidden === undefined ? {} : { hidden }) };
  if (known === null) return { ...read, id: null, was: {}, twin: twinOf(draft, roster) };
  const said = filled.filter((field) => !hidden?.includes(field));
  return { ...read, id: known.id, was: differences(known.entry, draft, said), twin: null };
}

function twinOf(draft: ObjectDraft, roster: RosterIndex): Twin | null {
  if (draft.kind === '自然人') return null;
  const tell = (known: KnownEntry | null, why: TwinReason): Twin | null =>
    known === null || known.entry.kind === '自然人' ? null : { ...known, why };
  return tell(roster.byName(nameKey(draft.name)), 'name') ?? tell(byPlace(draft, roster), 'place');
}

function byPlace(draft: ObjectDraft, roster: RosterIndex): KnownEntry | null {
  const key = placeKey(draft);
  return key === null ? null : roster.byPlace(key);
}

/** Key of an address with its 负责人; null where either is missing. */
export function placeKey({ address, principal }: Pick<ObjectEntry, 'address' | 'principal'>): string | null {
  return address === '' || principal === '' ? null : `${nameKey(address)}\n${nameKey(principal)}`;
}

/** What the entry holds in those of the fields in which the draft says something else. */
export function differences(
  entry: ObjectEntry,
  draft: ObjectDraft,
  fields: readonly EntryField[],
): Partial<ObjectEntry> {
  return Object.fromEntries(
    fields
      .filter((field) => !isSameValue(entry[field], valueFor(entry, draft, field)))
      .map((field) => [field, entry[field] ?? null]),
  );
}

/** The entry with the draft's value in each of the fields. */
export function withFields(entry: ObjectEntry, draft: ObjectDraft, fields: readonly EntryField[]): ObjectEntry {
  const taken = Object.fromEntries(fields.map((field) => [field, valueFor(entry, draft, field)]));
  // Day and document belong to the status they came with.
  const isOtherStatus = fields.includes('status') && entry.status !== draft.status;
  const ofStatus = isOtherStatus ? { statusOn: undefined, statusDocument: undefined } : {};
  return { ...entry, ...ofStatus, ...taken };
}

/** The draft's value; a licence the entry has already keeps its first day where the draft does not state one. */
function valueFor(entry: ObjectEntry, draft: ObjectDraft, field: EntryField): ObjectDraft[EntryField] {
  if (field !== 'licences') return draft[field];
  return draft.licences.map((licence) => {
    const known = entry.licences.find(({ name, number }) => name === licence.name && number === licence.number);
    return licence.from === undefined && known?.from !== undefined ? { ...licence, from: known.from } : licence;
  });
}

function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

/** Absent, undefined and null are the same nothing. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  const parts = Array.isArray(value)
    ? value.map(textOf)
    : Object.entries(value).map(([key, part]) => [key, textOf(part)]);
  return JSON.stringify(Array.isArray(value) ? parts : parts.filter(([, part]) => part !== '').sort());
}
