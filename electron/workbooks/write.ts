import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { isLocalDate } from '../../shared/kernel/local-date.ts';
import type { Merge } from '../../shared/kernel/sheet.ts';
import type { Pool, RunOptions } from '../workers/pool.ts';
import type { WorkbookTask } from '../workers/workbook.worker.ts';
import { addChoices, addLists, type Book, type Lists, longLists } from './choices.ts';
import { guardText } from './guard.ts';

/** How a column is stored: `text` keeps codes and telephone numbers as typed; `date` takes `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'number' | 'date';

export interface ColumnSpec {
  readonly heading: string;
  readonly kind: ColumnKind;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  /** Offered as a drop-down list; other entries stay possible. */
  readonly choices?: readonly string[];
}

export type CellValue = string | number | null;

export interface SheetSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: ReadonlyArray<readonly CellValue[]>;
  /** Instead of one row of headings. */
  readonly layout?: SheetLayout;
}

/** A table laid out for print: a title over all columns, headings in one row or several, cells that are one. */
export interface SheetLayout {
  readonly title: string;
  /** From the row below the title on; a blank one lies in a merge. */
  readonly headings: readonly (readonly string[])[];
  /** Below the title; rows and columns as they are numbered in the sheet. */
  readonly merges: readonly Merge[];
  readonly paper: 'A3' | 'A4';
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** Sentences of the sheet 填表说明, which comes last; none, no sheet. */
  readonly notes?: readonly string[];
  /** UTC instant written into the file's properties. */
  readonly createdAt: string;
}

/** Writes a workbook in a worker; the bytes are an .xlsx in which no exported text can become a formula. */
export function writeWorkbook(
  pool: Pool,
  spec: WorkbookSpec,
  options: Pick<RunOptions, 'signal' | 'onProgress'> = {},
): Promise<Uint8Array> {
  const task: WorkbookTask = { task: 'write', spec };
  return pool.run('workbook', task, options);
}

/** The same in this thread, for the worker and for scripts. */
export async function renderWorkbook(spec: WorkbookSpec, progress: Progress = () => undefined): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const lists = longLists(spec.sheets.flatMap(({ columns }) => columns));
  book.creator = '明签';
  book.lastModifiedBy = '明签';
  book.created = new Date(spec.createdAt);
  book.modified = book.created;
  for (const sheet of spec.sheets) {
    if (sheet.layout === undefined) addSheet(book, sheet, lists, progress);
    else addLaidOutSheet(book, sheet, sheet.layout, lists);
  }
  addLists(book, lists);
  if (spec.notes !== undefined && spec.notes.length > 0) addNotes(book, spec.notes);
  await book.commit();
  return new Uint8Array(await bytes);
}

type Progress = (done: number, total: number) => void;
/** Progress is told this often. */
const ROWS_A_STEP = 1_000;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } } as const;
const NUMBER_FORMATS: Readonly<Record<ColumnKind, string>> = { text: '@', number: 'General', date: 'yyyy-mm-dd' };

function addSheet(book: Book, { name, columns, rows }: SheetSpec, lists: Lists, progress: Progress): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: NUMBER_FORMATS[kind] } }));
  const head = sheet.addRow(columns.map(({ heading }) => guardText(heading)));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = HEAD_FILL;
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  head.commit();
  columns.forEach((column, index) => {
    addChoices(sheet, column, index + 1, { first: 2, count: rows.length, lists });
  });
  rows.forEach((row, number) => {
    sheet.addRow(columns.map(({ kind }, index) => storedValue(row[index] ?? null, kind))).commit();
    if (number % ROWS_A_STEP === 0) progress(number, rows.length);
  });
  sheet.commit();
}

/** How OOXML numbers paper sizes. */
const PAPER: Readonly<Record<SheetLayout['paper'], number>> = { A3: 8, A4: 9 };
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** Adds the sheet with its title, headings and merged cells; titles repeat on each printed page, which is as wide as the table. */
function addLaidOutSheet(
  book: Book,
  { name, columns, rows }: SheetSpec,
  { title, headings, merges, paper }: SheetLayout,
  lists: Lists,
): void {
  const headRows = 1 + headings.length;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRows }],
    pageSetup: {
      paperSize: PAPER[paper],
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `1:${headRows}`,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: NUMBER_FORMATS[kind] } }));
  const top = sheet.addRow([guardText(title)]);
  top.height = 36;
  top.getCell(1).font = { bold: true, size: 16 };
  top.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.mergeCells(1, 1, 1, columns.length);
  for (const heading of headings) {
    const row = sheet.addRow(heading.map((text) => (text === '' ? null : guardText(text))));
    eachOf(columns.length, row, (cell) => {
      cell.font = { bold: true };
      cell.border = BORDER;
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    });
  }
  for (const cells of rows) {
    const row = sheet.addRow(columns.map(({ kind }, index) => storedValue(cells[index] ?? null, kind)));
    eachOf(columns.length, row, (cell) => {
      cell.border = BORDER;
      cell.alignment = { vertical: 'middle', wrapText: true };
    });
  }
  // A merged range is drawn from its first cell; the streaming writer needs the rows still open.
  for (const { top: first, left, bottom, right } of merges) sheet.mergeCells(first, left, bottom, right);
  columns.forEach((column, index) => {
    addChoices(sheet, column, index + 1, { first: headRows + 1, count: rows.length, lists });
  });
  sheet.commit();
}

/** Every cell of the row, the empty ones too. */
function eachOf(columns: number, row: exceljs.Row, draw: (cell: exceljs.Cell) => void): void {
  for (let column = 1; column <= columns; column += 1) draw(row.getCell(column));
}

function storedValue(value: CellValue, kind: ColumnKind): exceljs.CellValue {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return kind === 'number' ? value : String(value);
  return kind === 'date' && isLocalDate(value) ? new Date(`${value}T00:00:00Z`) : guardText(value);
}

function addNotes(book: Book, notes: readonly string[]): void {
  const sheet = book.addWorksheet(NOTES_SHEET);
  sheet.columns = [{ width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } }];
  for (const note of notes) sheet.addRow([guardText(note)]).commit();
  sheet.commit();
}

/** The name of the sheet with instructions; importers skip it. */
export const NOTES_SHEET = '填表说明';
