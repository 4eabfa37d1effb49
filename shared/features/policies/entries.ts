import type { RatioPreset } from '../../kernel/policy-entries.ts';
import type { PackShape } from '../../kernel/policy-shape.ts';
import type { Chapter, Entry, Field } from './fields.ts';

/** Entries of a pack by chapter, and a pack with an entry written, taken away or moved. The pack itself is never changed. */

/** The entries of a chapter in their order. */
export function entriesOf(pack: PackShape, chapter: Chapter): readonly Entry[] {
  if (chapter.key === 'head') return [headOf(pack)];
  if (chapter.key === 'defaultPreset') return [{ value: pack.defaultPreset }];
  const value: unknown = pack[chapter.key];
  if (Array.isArray(value)) return value as readonly Entry[];
  return value === null ? [] : [value as Entry];
}

/** The names of the pack itself. */
function headOf({ title, office, purpose, datedOn }: PackShape): Entry {
  return { title, office, purpose, datedOn };
}

/** What tells an entry from the others of its chapter. */
export function keyOf(chapter: Chapter, entry: Entry): string {
  if (chapter.form === 'one' || chapter.form === 'maybe') return chapter.key;
  return String(chapter.idKey === null ? chapter.nameOf(entry) : entry[chapter.idKey]);
}

export function entryAt(pack: PackShape, chapter: Chapter, key: string): Entry | null {
  return entriesOf(pack, chapter).find((entry) => keyOf(chapter, entry) === key) ?? null;
}

/** The pack with an entry in the place of the one of that key, or added at the end where `key` is null. */
export function withEntry(pack: PackShape, chapter: Chapter, key: string | null, entry: Entry): PackShape {
  const entries = entriesOf(pack, chapter);
  return withEntries(
    pack,
    chapter,
    key === null ? [...entries, entry] : entries.map((one) => (keyOf(chapter, one) === key ? entry : one)),
  );
}

export function withoutEntry(pack: PackShape, chapter: Chapter, key: string): PackShape {
  const left = withEntries(
    pack,
    chapter,
    entriesOf(pack, chapter).filter((entry) => keyOf(chapter, entry) !== key),
  );
  return chapter.key === 'grades' ? { ...left, ratioPresets: left.ratioPresets.map(withoutRatio(key)) } : left;
}

/** A grade that goes takes its ratio with it. */
function withoutRatio(grade: string) {
  return (preset: RatioPreset): RatioPreset => ({
    ...preset,
    ratios: Object.fromEntries(Object.entries(preset.ratios).filter(([of]) => of !== grade)),
  });
}

/** The pack with an entry one place further up (-1) or down (1); at the end of the list it stays. */
export function withMoved(pack: PackShape, chapter: Chapter, key: string, by: -1 | 1): PackShape {
  const entries = [...entriesOf(pack, chapter)];
  const from = entries.findIndex((entry) => keyOf(chapter, entry) === key);
  const [moved, other] = [entries[from], entries[from + by]];
  if (moved === undefined || other === undefined) return pack;
  entries[from] = other;
  entries[from + by] = moved;
  return withEntries(pack, chapter, entries);
}

/** What a keyed chapter has no entry for yet, in order. */
export function missingKeys(pack: PackShape, chapter: Chapter): readonly string[] {
  const there = new Set(entriesOf(pack, chapter).map((entry) => keyOf(chapter, entry)));
  return Object.keys(chapter.keys ?? {}).filter((key) => !there.has(key));
}

/**
 * An entry as its chapter's schema wants it, of what was typed: only what the chapter's fields ask for over what the entry was,
 * blank where a field may be left blank, and an id of its own for what has none.
 */
export function typedEntry(pack: PackShape, chapter: Chapter, was: Entry | null, typed: Entry): Entry {
  const others = entriesOf(pack, chapter);
  const id = chapter.idKey === 'id' ? { id: was?.id ?? freeId(others) } : {};
  const basis = chapter.hasBasis ? { source: tidySource(typed.source), standing: typed.standing } : {};
  const key = chapter.form === 'keyed' && was === null ? { [String(chapter.idKey)]: typed[String(chapter.idKey)] } : {};
  return withoutBlanks({ ...was, ...id, ...key, ...fieldsTyped(chapter.fields, typed), ...basis });
}

/** `own-3`: the entries an office adds have ids of their own. */
function freeId(others: readonly Entry[]): string {
  const taken = new Set(others.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}

function fieldsTyped(fields: readonly Field[], typed: Entry): Entry {
  return Object.fromEntries(fields.map((field) => [field.key, valueTyped(field, typed)]));
}

function valueTyped({ key, form }: Field, typed: Entry): unknown {
  const value = typed[key];
  switch (form.kind) {
    case 'text':
    case 'long':
      return typeof value === 'string' ? value.trim() : value;
    case 'count':
      if (isBlank(value) && form.isLeftOut) return undefined;
      return isBlank(value) && form.orNone !== undefined ? null : value;
    case 'choice':
    case 'day':
    case 'grades':
    case 'entry-of':
      return isBlank(value) && form.orNone !== undefined ? null : value;
    case 'test':
    case 'level':
      return isBlank(value) ? undefined : value;
    case 'words':
      // 选项 stand only where a column is a choice.
      if (key === 'choices' && typed.kind !== 'choice') return undefined;
      return (Array.isArray(value) ? value : []).map((word) => String(word).trim()).filter((word) => word !== '');
    case 'rows':
      return rowsTyped(form.fields, value);
    default:
      return value;
  }
}

function rowsTyped(fields: readonly Field[], value: unknown): readonly Entry[] {
  const rows = (Array.isArray(value) ? value : []) as readonly Entry[];
  const done: Entry[] = [];
  for (const row of rows) {
    const id = isBlank(row.id) ? freeId([...rows, ...done]) : row.id;
    done.push(withoutBlanks({ id, ...fieldsTyped(fields, row) }));
  }
  return done;
}

function tidySource(source: unknown): unknown {
  if (source === null || typeof source !== 'object') return source;
  const { document, article, quote } = source as Record<string, unknown>;
  const words = typeof quote === 'string' ? quote.trim() : '';
  return {
    document,
    article: typeof article === 'string' ? article.trim() : article,
    ...(words === '' ? {} : { quote: words }),
  };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function withoutBlanks(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function withEntries(pack: PackShape, chapter: Chapter, entries: readonly Entry[]): PackShape {
  if (chapter.key === 'head') return { ...pack, ...entries[0] };
  if (chapter.key === 'defaultPreset') return { ...pack, defaultPreset: String(entries[0]?.value ?? '') };
  const value = chapter.form === 'one' || chapter.form === 'maybe' ? (entries[0] ?? null) : entries;
  return { ...pack, [chapter.key]: value } as PackShape;
}
