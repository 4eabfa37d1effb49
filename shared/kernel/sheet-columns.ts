import { nameKey } from './normalise.ts';
import { cellAt, expandMerges, type Sheet, type SheetRow } from './sheet.ts';

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

/** Columns every office has and no roster keeps; nobody is asked about them. */
const IDLE = new Set(['序号', '编号', 'NO', '行号']);

/**
 * Finds the row that carries most of the wanted headings. Brackets, stars, blanks and width do not count, the first of two
 * equal headings is taken; headings in two rows under a merged one are read together. Undefined when no row has every
 * required heading.
 */
export function recogniseHeadings<Key extends string>(
  sheet: Sheet,
  wanted: readonly SheetColumn<Key>[],
): RecognisedHeadings<Key> | undefined {
  const required = wanted.filter((column) => column.required).map(({ key }) => key);
  const best = bestHeadings(sheet, wanted, (found) => required.every((key) => found.columns.has(key)));
  return best === undefined ? undefined : { row: best.row, columns: best.columns, unknown: best.unknown };
}

export interface ReadHeadings<Key extends string> extends RecognisedHeadings<Key> {
  /** The heading of each column, empty where there is none; `texts[0]` is column A. */
  readonly texts: readonly string[];
}

/** The row of a sheet that carries most of the wanted headings among those `fits` lets pass. */
export function bestHeadings<Key extends string>(
  sheet: Sheet,
  wanted: readonly SheetColumn<Key>[],
  fits: (found: ReadHeadings<Key>) => boolean,
): ReadHeadings<Key> | undefined {
  const known = new Map(
    wanted.flatMap(({ key, heading, synonyms = [] }) => [heading, ...synonyms].map((name) => [headingKey(name), key])),
  );
  const rows = headOf(sheet);
  let best: ReadHeadings<Key> | undefined;
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    const isSecond = above !== undefined && isJoined(sheet, above, row, known);
    const found = headingsOf(row, isSecond ? above : undefined, known);
    // Of two rows joined by merged cells the lower one has the data right below it.
    const isBetter = best === undefined || found.columns.size > best.columns.size;
    if (
      fits(found) &&
      (isBetter || (isSecond && best?.row === above.number && best.columns.size === found.columns.size))
    )
      best = found;
  });
  return best;
}

/** The first rows with their merged ranges filled. */
function headOf(sheet: Sheet): readonly SheetRow[] {
  const rows = sheet.rows.slice(0, ROWS_SEARCHED + 1);
  const last = rows.at(-1)?.number ?? 0;
  const merges = sheet.merges.filter(({ top }) => top <= last);
  return expandMerges({ ...sheet, rows, merges }).rows.slice(0, ROWS_SEARCHED);
}

/** Whether two rows are one heading: a merged range goes through both, or spreads over columns that headings below it name. */
function isJoined({ merges }: Sheet, above: SheetRow, row: SheetRow, known: ReadonlyMap<string, string>): boolean {
  if (row.number !== above.number + 1) return false;
  return merges.some(({ top, bottom, left, right }) => {
    if (top > above.number) return false;
    if (bottom === row.number) return true;
    const below = row.cells.slice(left - 1, right).filter(({ text }) => known.has(headingKey(text)));
    return bottom === above.number && right > left && below.length > 1;
  });
}

function headingsOf<Key extends string>(
  row: SheetRow,
  above: SheetRow | undefined,
  known: ReadonlyMap<string, Key>,
): ReadHeadings<Key> {
  const columns = new Map<Key, number>();
  const unknown: string[] = [];
  const width = Math.max(row.cells.length, above?.cells.length ?? 0);
  const texts = Array.from({ length: width }, (_, index) => {
    const lower = cellAt(row, index + 1).text.trim();
    const upper = above === undefined ? '' : cellAt(above, index + 1).text.trim();
    const parts = [...new Set([upper, lower].filter((part) => part !== ''))];
    const key = [parts.join(''), lower, upper]
      .map((name) => known.get(headingKey(name)))
      .find((one) => one !== undefined);
    const heading = parts.join('/');
    if (key !== undefined && !columns.has(key)) columns.set(key, index + 1);
    else if (heading !== '') unknown.push(heading);
    return heading;
  });
  return { row: row.number, columns, unknown, texts };
}

/** Whether a heading nobody asked for is one nobody misses. */
export function isIdleHeading(heading: string): boolean {
  return IDLE.has(headingKey(heading));
}

/** Key under which two headings are the same heading. */
export function headingKey(heading: string): string {
  return nameKey(heading)
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/[*:：、/.'"“”]/g, '');
}
