import type { Problem } from './problems.ts';
import { done, type RefusalOf, type Result, refuse } from './result.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { cellAt, expandMerges, type Sheet, type SheetRow } from './sheet.ts';
import { type RecognisedHeadings, recogniseHeadings, type SheetColumn } from './sheet-columns.ts';

/** A row fit to be imported; `update` when it replaces an entry of the roster. */
export interface StagedRow<T> {
  readonly sheet: string;
  readonly row: number;
  readonly draft: T;
  readonly update: boolean;
}

/** What a workbook would do to the roster, and everything found in it, in order of row. */
export interface Staged<T, More = unknown> {
  readonly rows: readonly (StagedRow<T> & More)[];
  readonly problems: readonly Problem[];
  /** Rows with content below the headings; rows with an error are counted here only. */
  readonly rowsRead: number;
  readonly unknownHeadings: readonly string[];
}

/** Why a workbook cannot be staged at all. */
export interface StagingRefusals {
  /** No sheet has a row with all required headings; `required` are the headings of the template. */
  HEADINGS_NOT_FOUND: { readonly required: readonly string[] };
  SHEET_EMPTY: { readonly sheet: string };
}

export type StagingRefusal = RefusalOf<StagingRefusals>;

export interface FoundTable<Key extends string> {
  readonly sheet: Sheet;
  readonly headings: RecognisedHeadings<Key>;
  readonly rows: readonly SheetRow[];
}

/** The visible sheet that carries most of the wanted headings, and its rows with content. */
export function findTable<Key extends string>(
  sheets: readonly Sheet[],
  columns: readonly SheetColumn<Key>[],
): Result<FoundTable<Key>, StagingRefusal> {
  let best: FoundTable<Key> | undefined;
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const headings = recogniseHeadings(sheet, columns);
    if (headings === undefined || (best !== undefined && headings.columns.size <= best.headings.columns.size)) continue;
    best = tableOf(sheet, headings);
  }
  if (best === undefined) {
    const required = columns.filter((column) => column.required).map(({ heading }) => heading);
    return refuse('HEADINGS_NOT_FOUND', { required });
  }
  return best.rows.length === 0 ? refuse('SHEET_EMPTY', { sheet: best.sheet.name }) : done(best);
}

/** The rows with content below the headings; cells merged over several of them hold for each. */
export function tableOf<Key extends string>(sheet: Sheet, headings: RecognisedHeadings<Key>): FoundTable<Key> {
  const columns = [...headings.columns.values()];
  const isMerged = sheet.merges.some(({ bottom }) => bottom > headings.row);
  const { rows } = isMerged ? expandMerges(sheet) : sheet;
  const below = rows.filter(
    (row) => row.number > headings.row && columns.some((column) => cellAt(row, column).text.trim() !== ''),
  );
  return { sheet, headings, rows: below };
}

/** What the check of one row gives: the row, when it has no error, and everything found in it. */
export interface RowCheck<T, More = unknown> {
  readonly staged: (StagedRow<T> & More) | null;
  readonly problems: readonly Problem[];
}

/** Checks row by row; `read` returns the draft, whether it updates, and what more a row has to tell; problems are noted on the reader. */
export function* checkRows<Key extends string, T, More>(
  { sheet, headings, rows }: FoundTable<Key>,
  columns: readonly SheetColumn<Key>[],
  read: (reader: RowReader<Key>, row: number) => { readonly draft: T; readonly update: boolean } & More,
): Generator<RowCheck<T, More>> {
  for (const row of rows) {
    const reader = createRowReader(sheet.name, row, headings, columns);
    const found = read(reader, row.number);
    const isGood = reader.problems.every(({ severity }) => severity !== 'error');
    yield { staged: isGood ? { ...found, sheet: sheet.name, row: row.number } : null, problems: reader.problems };
  }
}

/** The same for a whole table at once. */
export function stageRows<Key extends string, T, More>(
  table: FoundTable<Key>,
  columns: readonly SheetColumn<Key>[],
  read: (reader: RowReader<Key>, row: number) => { readonly draft: T; readonly update: boolean } & More,
): Staged<T, More> {
  const rows: (StagedRow<T> & More)[] = [];
  const problems: Problem[] = [];
  for (const { staged, problems: found } of checkRows(table, columns, read)) {
    problems.push(...found);
    if (staged !== null) rows.push(staged);
  }
  return { rows, problems, rowsRead: table.rows.length, unknownHeadings: table.headings.unknown };
}
