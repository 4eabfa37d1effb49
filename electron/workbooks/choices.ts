import type exceljs from 'exceljs';
import { columnLetter } from '../../shared/kernel/sheet.ts';
import { guardText } from './guard.ts';

export type Book = exceljs.stream.xlsx.WorkbookWriter;

interface ChoiceColumn {
  readonly heading: string;
  readonly choices?: readonly string[];
}

/** Lists too long for a cell's rule, by their text: each stands in a column of a hidden sheet. */
export type Lists = ReadonlyMap<string, { readonly column: number; readonly choices: readonly string[] }>;

/** Where the cells of a column are, and the lists they may point to. */
interface ChoicesPlace {
  readonly first: number;
  readonly count: number;
  readonly lists: Lists;
}

/** Drop-down lists reach this many rows at least, so that an empty template offers them. */
const LIST_ROWS = 5_000;
/** What an office program accepts as a list written into the cell's rule. */
const LIST_CHARACTERS = 255;
const LISTS_SHEET = '下拉列表';

export function longLists(columns: readonly ChoiceColumn[]): Lists {
  const lists = new Map<string, { column: number; choices: readonly string[] }>();
  for (const { choices = [] } of columns) {
    const isLong = choices.join(',').length > LIST_CHARACTERS || choices.some((choice) => /[,"]/.test(choice));
    if (isLong && !lists.has(keyOf(choices))) lists.set(keyOf(choices), { column: lists.size + 1, choices });
  }
  return lists;
}

/** Offers the choices of a column below its heading; other entries stay possible. */
export function addChoices(
  sheet: exceljs.Worksheet,
  { choices, heading }: ChoiceColumn,
  column: number,
  { first, count, lists }: ChoicesPlace,
): void {
  if (choices === undefined) return;
  const list = lists.get(keyOf(choices));
  const letter = columnLetter(column);
  const last = Math.max(first + count - 1, LIST_ROWS);
  ranges(sheet).add(`${letter}${first}:${letter}${last}`, {
    type: 'list',
    allowBlank: true,
    formulae: [list === undefined ? `"${choices.join(',')}"` : rangeOf(list)],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: heading,
    error: '请从下拉列表中选择。',
  });
}

/** The hidden sheet of the long lists; none, no sheet. */
export function addLists(book: Book, lists: Lists): void {
  if (lists.size === 0) return;
  const sheet = book.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
  const columns = [...lists.values()].map(({ choices }) => choices);
  const longest = Math.max(...columns.map(({ length }) => length));
  for (let row = 0; row < longest; row += 1)
    sheet.addRow(columns.map((choices) => guardText(choices[row] ?? ''))).commit();
  sheet.commit();
}

function keyOf(choices: readonly string[]): string {
  return choices.join('\n');
}

function rangeOf({ column, choices }: { readonly column: number; readonly choices: readonly string[] }): string {
  const letter = columnLetter(column);
  return `${LISTS_SHEET}!$${letter}$1:$${letter}$${choices.length}`;
}

interface Ranges {
  add(range: string, rule: exceljs.DataValidation): void;
}

/** The range form of validations is public in exceljs but absent from its types. */
function ranges(sheet: exceljs.Worksheet): Ranges {
  return (sheet as exceljs.Worksheet & { readonly dataValidations: Ranges }).dataValidations;
}
