import { done, type Result, refuse } from './result.ts';
import { cellAt, type Sheet } from './sheet.ts';
import { bestHeadings, headingKey, isIdleHeading, type ReadHeadings, type SheetColumn } from './sheet-columns.ts';
import { type FoundTable, type StagingRefusal, tableOf } from './staging.ts';

/** A column of a foreign sheet as it is shown to be mapped. */
export interface OutlineColumn {
  readonly column: number;
  readonly heading: string;
  /** The first values below the heading. */
  readonly samples: readonly string[];
  /** The field its heading is known for; null when it is not. */
  readonly field: string | null;
}

export interface SheetOutline {
  readonly sheet: string;
  /** Number of the row that carries the headings. */
  readonly row: number;
  readonly columns: readonly OutlineColumn[];
}

/** Columns given by hand: for each column of the sheet's outline its field, null = not imported. */
export interface ChosenColumns {
  readonly sheet: string;
  readonly fields: readonly (string | null)[];
}

/** Columns chosen earlier for a sheet with these headings (as `headingsOf` names them). */
export interface RememberedColumns {
  readonly id: number;
  readonly headings: readonly string[];
  readonly fields: readonly (string | null)[];
}

export type Layout<Key extends string> =
  /** A person has to say which sheet or which columns. */
  | { readonly kind: 'ask'; readonly outlines: readonly SheetOutline[] }
  | {
      readonly kind: 'found';
      readonly outlines: readonly SheetOutline[];
      readonly table: FoundTable<Key>;
      /** The remembered mapping that was applied. */
      readonly rememberedId: number | null;
    };

const SAMPLES = 3;
const SAMPLE_ROWS = 200;

/**
 * Where a roster stands in a workbook: by the columns chosen, by those remembered for the same headings, or by headings
 * known for sure. Asked is where a required heading is missing, a heading is unknown, or several sheets fit alike.
 */
export function layoutOf<Key extends string>(
  sheets: readonly Sheet[],
  wanted: readonly SheetColumn<Key>[],
  remembered: readonly RememberedColumns[],
  chosen: ChosenColumns | null,
): Result<Layout<Key>, StagingRefusal> {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const found = visible.flatMap((sheet) => outlined(sheet, wanted));
  if (found.length === 0)
    return refuse('HEADINGS_NOT_FOUND', { required: requiredOf(wanted).map(({ heading }) => heading) });
  const outlines = found.map(({ outline }) => outline);
  const ready = (one: Found<Key>, fields: readonly (string | null)[], rememberedId: number | null) => {
    const table = tableOf(one.sheet, {
      row: one.outline.row,
      columns: columnsOf<Key>(one.outline, fields),
      unknown: unknownOf(one.outline, fields),
    });
    if (table.rows.length === 0) return refuse('SHEET_EMPTY', { sheet: one.sheet.name });
    return done<Layout<Key>>({ kind: 'found', outlines, table, rememberedId });
  };
  const asked = done<Layout<Key>>({ kind: 'ask', outlines });

  if (chosen !== null) {
    const one = found.find(({ sheet }) => sheet.name === chosen.sheet);
    return one === undefined ? asked : ready(one, chosen.fields, null);
  }
  const known = found.flatMap((one) => {
    const mapping = remembered.find(({ headings }) => headings.join('\n') === headingsOf(one.outline).join('\n'));
    return mapping === undefined ? [] : [{ one, mapping }];
  });
  if (known.length > 1) return asked;
  if (known[0] !== undefined)
    return ready(known[0].one, fieldsFrom(known[0].one.outline, known[0].mapping), known[0].mapping.id);

  const complete = found.filter(({ headings }) => requiredOf(wanted).every(({ key }) => headings.columns.has(key)));
  const most = Math.max(0, ...complete.map(({ headings }) => headings.columns.size));
  const [best, ...others] = complete.filter(({ headings }) => headings.columns.size === most);
  if (best === undefined || others.length > 0) return asked;
  const fields = best.outline.columns.map(({ field }) => field);
  return unknownOf(best.outline, fields).some((heading) => !isIdleHeading(heading)) ? asked : ready(best, fields, null);
}

interface Found<Key extends string> {
  readonly sheet: Sheet;
  readonly headings: ReadHeadings<Key>;
  readonly outline: SheetOutline;
}

function requiredOf<Key extends string>(wanted: readonly SheetColumn<Key>[]): readonly SheetColumn<Key>[] {
  return wanted.filter((column) => column.required);
}

/** The sheet with its likeliest heading row: known headings first, else the first row with two texts side by side. */
function outlined<Key extends string>(sheet: Sheet, wanted: readonly SheetColumn<Key>[]): Found<Key>[] {
  const headings =
    bestHeadings(sheet, wanted, ({ columns }) => columns.size > 0) ??
    bestHeadings(sheet, wanted, ({ unknown }) => new Set(unknown).size > 1);
  if (headings === undefined) return [];
  const fieldOf = new Map([...headings.columns].map(([key, column]) => [column, key]));
  const below = sheet.rows.filter(({ number }) => number > headings.row).slice(0, SAMPLE_ROWS);
  const columns = headings.texts.flatMap((heading, index): OutlineColumn[] => {
    const texts = below.map((row) => cellAt(row, index + 1).text.trim()).filter((text) => text !== '');
    const samples = texts.slice(0, SAMPLES);
    if (heading === '' && samples.length === 0) return [];
    return [{ column: index + 1, heading, samples, field: fieldOf.get(index + 1) ?? null }];
  });
  return [{ sheet, headings, outline: { sheet: sheet.name, row: headings.row, columns } }];
}

/** The headings of a sheet in one order, each once; a second column of the same heading is told by its number. */
export function headingsOf({ columns }: SheetOutline): readonly string[] {
  return [...namesOf(columns)].sort();
}

/** What to keep of a mapping: fields in the order of `headingsOf`. */
export function toRemember(outline: SheetOutline, fields: readonly (string | null)[]): Omit<RememberedColumns, 'id'> {
  const names = namesOf(outline.columns);
  const headings = headingsOf(outline);
  return { headings, fields: headings.map((heading) => fields[names.indexOf(heading)] ?? null) };
}

function fieldsFrom(outline: SheetOutline, { headings, fields }: RememberedColumns): readonly (string | null)[] {
  return namesOf(outline.columns).map((name) => fields[headings.indexOf(name)] ?? null);
}

function namesOf(columns: readonly OutlineColumn[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(({ heading }) => {
    const key = headingKey(heading);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  });
}

function columnsOf<Key extends string>(
  { columns }: SheetOutline,
  fields: readonly (string | null)[],
): Map<Key, number> {
  return new Map(
    columns.flatMap(({ column }, index) => {
      const field = fields[index] ?? null;
      return field === null ? [] : [[field as Key, column] as const];
    }),
  );
}

function unknownOf({ columns }: SheetOutline, fields: readonly (string | null)[]): string[] {
  return columns.flatMap(({ heading }, index) => ((fields[index] ?? null) === null && heading !== '' ? [heading] : []));
}

/** What is wrong with columns chosen by hand, or null: a required field without a column, or one field twice. */
export function faultOf<Key extends string>(
  fields: readonly (string | null)[],
  wanted: readonly SheetColumn<Key>[],
): { readonly missing: readonly string[]; readonly twice: readonly string[] } | null {
  const times = (key: string) => fields.filter((field) => field === key).length;
  const missing = requiredOf(wanted)
    .filter(({ key }) => times(key) === 0)
    .map(({ heading }) => heading);
  const twice = wanted.filter(({ key }) => times(key) > 1).map(({ heading }) => heading);
  return missing.length + twice.length === 0 ? null : { missing, twice };
}
