import { nameKey } from './normalise.ts';
import { cellAt, type Sheet, type SheetRow } from './sheet.ts';

/** A column of a workbook the office fills: written into templates and recognised when it comes back. */
export interface SheetColumn<Key extends string = string> {
  readonly key: Key;
  readonly heading: string;
  /** Other headings offices use for the same. */
  readonly synonyms?: readonly string[];
  /** `text` keeps codes and telephone numbers as typed. */
  readonly kind: 'text' | 'number' | 'date';
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  readonly required?: true;
  /** Offered as a drop-down list. */
  readonly choices?: readonly string[];
  /** How many characters a cell may hold; 500 unless said otherwise. */
  readonly limit?: number;
  /** How to fill it, for the sheet 填表说明. */
  readonly note?: string;
}

export interface RecognisedHeadings<Key extends string> {
  /** Number of the heading row; the data begin below it. */
  readonly row: number;
  /** Column number (from 1) of each recognised heading. */
  readonly columns: ReadonlyMap<Key, number>;
  /** Headings nobody asked for; their columns are not read. */
  readonly unknown: readonly string[];
}

/** Titles, bureau names and dates may stand above the headings. */
const ROWS_SEARCHED = 20;

/**
 * Finds the row that carries most of the wanted headings. Brackets, stars, blanks and width do not count, the first of two
 * equal headings is taken. Undefined when no row has every required heading.
 */
export function recogniseHeadings<Key extends string>(
  sheet: Sheet,
  wanted: readonly SheetColumn<Key>[],
): RecognisedHeadings<Key> | undefined {
  const known = new Map(
    wanted.flatMap(({ key, heading, synonyms = [] }) => [heading, ...synonyms].map((name) => [headingKey(name), key])),
  );
  const required = wanted.filter((column) => column.required).map(({ key }) => key);
  let best: RecognisedHeadings<Key> | undefined;
  for (const row of sheet.rows.slice(0, ROWS_SEARCHED)) {
    const found = headingsOf(row, known);
    if (required.some((key) => !found.columns.has(key))) continue;
    if (best === undefined || found.columns.size > best.columns.size) best = found;
  }
  return best;
}

function headingsOf<Key extends string>(row: SheetRow, known: ReadonlyMap<string, Key>): RecognisedHeadings<Key> {
  const columns = new Map<Key, number>();
  const unknown: string[] = [];
  row.cells.forEach((_, index) => {
    const { text } = cellAt(row, index + 1);
    const key = known.get(headingKey(text));
    if (key !== undefined && !columns.has(key)) columns.set(key, index + 1);
    else if (text.trim() !== '') unknown.push(text.trim());
  });
  return { row: row.number, columns, unknown };
}

function headingKey(heading: string): string {
  return nameKey(heading)
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/[*:：、/.'"“”]/g, '');
}
