/** One cell as it was read. `computed` marks the stored result of a formula. */
export type Cell = CellValue & { readonly computed?: true };

type CellValue =
  | { readonly kind: 'empty'; readonly text: '' }
  | { readonly kind: 'text'; readonly text: string }
  /** Digits beyond the fifteenth are already lost in the file; `percent` values keep their sign: 0.05 reads `5%`. */
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly percent?: true }
  /** `text` is a local day `YYYY-MM-DD`, with ` HH:mm` when the file holds a time. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: string; readonly value: boolean }
  /** `#N/A` and its kin, or a formula without a stored result (`text` is empty). */
  | { readonly kind: 'error'; readonly text: string };

/** `number` counts from 1 as the office program shows it; `cells[0]` is column A. Rows without content are left out. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A merged range, rows and columns counted from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/** Why a workbook cannot be read: `{ code: details }`. Limits are those of the office, see electron/workbooks/limits.ts. */
export interface WorkbookRefusals {
  WORKBOOK_EMPTY: Record<never, never>;
  WORKBOOK_TOO_LARGE: { readonly bytes: number; readonly limit: number };
  /** Excel 97–2003 (.xls), not readable; `encrypted` when it is a password-protected .xlsx instead. */
  WORKBOOK_OLD_FORMAT: { readonly encrypted: boolean };
  /** A page or a text file without columns that only carries the name of a workbook. */
  WORKBOOK_RENAMED: { readonly really: 'html' | 'xml' | 'text' };
  NOT_A_WORKBOOK: Record<never, never>;
  /** A .csv whose encoding does not follow from its bytes. */
  WORKBOOK_ENCODING: Record<never, never>;
  /** A quote of a .csv that never closes: the rest of the file would be one cell. */
  CSV_QUOTE_OPEN: { readonly row: number };
  WORKBOOK_TRUNCATED: Record<never, never>;
  WORKBOOK_DAMAGED: { readonly part: string };
  /** A file built to exhaust the machine; `what` names the limit it breaks. */
  WORKBOOK_BOMB: { readonly what: 'entries' | 'inflated' | 'ratio' | 'doctype' | 'merges' };
  WORKBOOK_UNSAFE_NAME: Record<never, never>;
  WORKBOOK_TOO_MANY_ROWS: { readonly sheet: string; readonly limit: number };
  WORKBOOK_TOO_MANY_COLUMNS: { readonly sheet: string; readonly row: number; readonly limit: number };
  WORKBOOK_TOO_SLOW: { readonly seconds: number };
  WORKBOOK_TOO_HEAVY: { readonly megabytes: number };
}

export const EMPTY_CELL: Cell = { kind: 'empty', text: '' };

/** The cell of a column (from 1); an empty cell beyond the row's end. */
export function cellAt(row: SheetRow, column: number): Cell {
  return row.cells[column - 1] ?? EMPTY_CELL;
}

/** The row with this number; undefined when it has no content. */
export function rowAt(sheet: Sheet, number: number): SheetRow | undefined {
  return sheet.rows.find((row) => row.number === number);
}

/** `1` is `A`, `27` is `AA`. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : columnLetter(Math.floor((column - 1) / 26)) + letter;
}

/** The address the office program shows: row 12 of column 5 is `E12`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}

/** The sheet with every merged range filled by its first cell, within the rows and columns that have content. */
export function expandMerges(sheet: Sheet): Sheet {
  const lastRow = sheet.rows.at(-1)?.number ?? 0;
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const rows = new Map(sheet.rows.map(({ number, cells }) => [number, [...cells]]));
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = rows.get(top)?.[left - 1] ?? EMPTY_CELL;
    if (first.kind === 'empty') continue;
    for (let number = top; number <= Math.min(bottom, lastRow); number += 1) {
      const cells = rows.get(number) ?? [];
      rows.set(number, cells);
      for (let column = left; column <= Math.min(right, width); column += 1) fill(cells, column, first);
    }
  }
  const filled = [...rows].map(([number, cells]) => ({ number, cells })).sort((a, b) => a.number - b.number);
  return { ...sheet, rows: filled };
}

function fill(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(EMPTY_CELL);
  cells[column - 1] = cell;
}
