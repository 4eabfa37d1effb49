import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { isLocalDate } from '../../shared/kernel/local-date.ts';
import { columnLetter } from '../../shared/kernel/sheet.ts';
import type { Pool } from '../workers/pool.ts';
import type { WorkbookTask } from '../workers/workbook.worker.ts';
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
  options: { readonly signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const task: WorkbookTask = { task: 'write', spec };
  return pool.run('workbook', task, options);
}

/** The same in this thread, for the worker and for scripts. */
export async function renderWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  book.creator = '明签';
  book.lastModifiedBy = '明签';
  book.created = new Date(spec.createdAt);
  book.modified = book.created;
  for (const sheet of spec.sheets) addSheet(book, sheet);
  if (spec.notes !== undefined && spec.notes.length > 0) addNotes(book, spec.notes);
  await book.commit();
  return new Uint8Array(await bytes);
}

const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } } as const;
const NUMBER_FORMATS: Readonly<Record<ColumnKind, string>> = { text: '@', number: 'General', date: 'yyyy-mm-dd' };
/** Drop-down lists reach this row at least, so that an empty template offers them. */
const LIST_ROWS = 5_000;
/** What an office program accepts as a list written into the cell's rule. */
const LIST_CHARACTERS = 255;

function addSheet(book: exceljs.stream.xlsx.WorkbookWriter, { name, columns, rows }: SheetSpec): void {
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
    addChoices(sheet, column, index + 1, Math.max(rows.length + 1, LIST_ROWS));
  });
  for (const row of rows)
    sheet.addRow(columns.map(({ kind }, index) => storedValue(row[index] ?? null, kind))).commit();
  sheet.commit();
}

function addChoices(sheet: exceljs.Worksheet, { choices, heading }: ColumnSpec, column: number, lastRow: number): void {
  if (choices === undefined) return;
  const list = choices.join(',');
  if (list.length > LIST_CHARACTERS || choices.some((choice) => /[,"]/.test(choice)))
    throw new RangeError(`list of ${heading} cannot be stored`);
  const letter = columnLetter(column);
  ranges(sheet).add(`${letter}2:${letter}${lastRow}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: heading,
    error: '请从下拉列表中选择。',
  });
}

interface Ranges {
  add(range: string, rule: exceljs.DataValidation): void;
}

/** The range form of validations is public in exceljs but absent from its types. */
function ranges(sheet: exceljs.Worksheet): Ranges {
  return (sheet as exceljs.Worksheet & { readonly dataValidations: Ranges }).dataValidations;
}

function storedValue(value: CellValue, kind: ColumnKind): exceljs.CellValue {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return kind === 'number' ? value : String(value);
  return kind === 'date' && isLocalDate(value) ? new Date(`${value}T00:00:00Z`) : guardText(value);
}

function addNotes(book: exceljs.stream.xlsx.WorkbookWriter, notes: readonly string[]): void {
  const sheet = book.addWorksheet(NOTES_SHEET);
  sheet.columns = [{ width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } }];
  for (const note of notes) sheet.addRow([guardText(note)]).commit();
  sheet.commit();
}

/** The name of the sheet with instructions; importers skip it. */
export const NOTES_SHEET = '填表说明';
