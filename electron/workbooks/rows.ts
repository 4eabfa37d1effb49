import { type Cell, EMPTY_CELL, type Merge, type SheetRow } from '../../shared/kernel/sheet.ts';
import { type CellContext, cellOf } from './cells.ts';
import { LIMITS, refuseWorkbook, stop } from './limits.ts';
import { cutBehind, insideOf, readPieces, tagsOf } from './xml.ts';

const NUMBER = /(?:^|\s)r=["']([^"']*)/;

/** What a worksheet part holds, read piece by piece. */
export interface SheetPart {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
}

/**
 * The rows of a worksheet part that have content, in order of number, and its merged ranges. A piece is read up to its last
 * whole row, so that the part is never held whole. Stops with WORKBOOK_TOO_MANY_ROWS, _COLUMNS or WORKBOOK_BOMB.
 */
export async function readSheetPart(
  pieces: AsyncIterable<string>,
  sheet: string,
  context: CellContext,
): Promise<SheetPart> {
  const scanner = createRowScanner(sheet, context);
  let place: 'head' | 'rows' | 'tail' = 'head';
  let tail = '';
  await readPieces(pieces, (piece, isLast) => {
    let text = piece;
    if (place === 'head') {
      const open = /<sheetData(?=[\s/>])[^<>]*>/.exec(text);
      if (open === null) return text;
      place = open[0].endsWith('/>') ? 'tail' : 'rows';
      text = text.slice(open.index + open[0].length);
    }
    const end = place === 'rows' ? text.indexOf('</sheetData') : 0;
    if (place === 'rows') {
      const [whole, rest] =
        end >= 0 ? [text.slice(0, end), text.slice(end)] : isLast ? [text, ''] : cutBehind(text, '</row>');
      scanner.scan(whole);
      text = rest;
      if (end >= 0) place = 'tail';
    }
    if (isLast) tail = text;
    return text;
  });
  return { rows: scanner.rows(), merges: readMerges(tail) };
}

/** Rows and cells without a number follow the one before. */
function createRowScanner(sheet: string, context: CellContext) {
  const rows = new Map<number, Cell[]>();
  let row = 0;
  let column = 0;

  function scan(xml: string): void {
    const tag = /<(row|c)(?=[\s/>])([^<>]*)>/g;
    for (let found = tag.exec(xml); found !== null; found = tag.exec(xml)) {
      const attributes = found[2] ?? '';
      const name = NUMBER.exec(attributes)?.[1] ?? '';
      if (found[1] === 'row') {
        row = /^\d{1,7}$/.test(name) ? Number(name) : row + 1;
        column = 0;
        continue;
      }
      column = positionOf(name).column || column + 1;
      if (attributes.endsWith('/')) continue;
      const end = xml.indexOf('</c>', tag.lastIndex);
      const cell = cellOf(attributes, xml.slice(tag.lastIndex, end < 0 ? xml.length : end), context);
      if (end >= 0) tag.lastIndex = end;
      if (cell.kind === 'empty') continue;
      if (column > LIMITS.columns) {
        throw stop(refuseWorkbook('WORKBOOK_TOO_MANY_COLUMNS', { sheet, row, limit: LIMITS.columns }));
      }
      putCell(rowOf(rows, row, sheet), column, cell);
    }
  }

  return {
    scan,
    rows: (): SheetRow[] => [...rows].map(([number, cells]) => ({ number, cells })).sort((a, b) => a.number - b.number),
  };
}

function rowOf(rows: Map<number, Cell[]>, row: number, sheet: string): Cell[] {
  const known = rows.get(row);
  if (known !== undefined) return known;
  if (rows.size >= LIMITS.rows + LIMITS.headRows)
    throw stop(refuseWorkbook('WORKBOOK_TOO_MANY_ROWS', { sheet, limit: LIMITS.rows }));
  const cells: Cell[] = [];
  rows.set(row, cells);
  return cells;
}

function putCell(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(EMPTY_CELL);
  cells[column - 1] = cell;
}

/** Stops with WORKBOOK_BOMB when they cover more than the limit. */
function readMerges(xml: string): Merge[] {
  const merges = tagsOf(insideOf(xml, 'mergeCells'), 'mergeCell').flatMap((tag) => mergeOf(tag.get('ref') ?? ''));
  const area = merges.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
  if (area > LIMITS.mergedCells || merges.length > LIMITS.merges)
    throw stop(refuseWorkbook('WORKBOOK_BOMB', { what: 'merges' }));
  return merges;
}

function mergeOf(ref: string): Merge[] {
  const [from, to] = ref.split(':').map(positionOf);
  if (from === undefined || to === undefined || from.row === 0 || to.row === 0) return [];
  const [top, bottom] = from.row < to.row ? [from.row, to.row] : [to.row, from.row];
  const [left, right] = from.column < to.column ? [from.column, to.column] : [to.column, from.column];
  return [{ top, left, bottom, right }];
}

/** Row and column of `E12`, from 1; zeros when it is no address. */
function positionOf(ref: string): { row: number; column: number } {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
