import { type Flow, need, newPage, remaining } from './flow.ts';
import { baselineIn, black } from './page.ts';
import type { SetLine, TextStyle } from './typeset.ts';

export type CellAlign = 'left' | 'center' | 'right';

export interface TableCell {
  readonly text: string;
  readonly style: TextStyle;
  readonly align: CellAlign;
  /** Points; the widths of a row add up to the width of the text area. */
  readonly width: number;
  /** A line below the cell instead of a box around it. */
  readonly underlined?: boolean;
}

export type TableRow = readonly TableCell[];

export interface TableLook {
  /** Distance of lines, in sizes of the type. */
  readonly leading: number;
  readonly padding: { readonly x: number; readonly y: number };
  readonly minHeight: number;
  readonly ruled: boolean;
}

interface SetCell extends TableCell {
  readonly lines: readonly SetLine[];
  readonly pitch: number;
}

const thickness = 0.5;

/** Rules a table. The header is repeated on every page; a row too tall for the page goes on overleaf, so nothing is ever cut. */
export function drawTable(flow: Flow, header: TableRow | undefined, rows: readonly TableRow[], look: TableLook): void {
  const head = header && setRow(flow, header, look);
  const headHeight = head ? heightOf(head, look) : 0;
  const fullPage = flow.bottom - flow.top - headHeight;
  const startPage = () => {
    newPage(flow);
    if (head) drawRow(flow, head, look);
  };
  const set = rows.map((row) => setRow(flow, row, look));
  need(flow, headHeight + Math.min(set[0] ? heightOf(set[0], look) : 0, fullPage / 3));
  if (head) drawRow(flow, head, look);
  for (let row of set) {
    for (;;) {
      const height = heightOf(row, look);
      if (height <= remaining(flow)) break;
      const pitch = Math.max(...row.map((cell) => cell.pitch));
      const lines = Math.floor((remaining(flow) - 2 * look.padding.y) / pitch);
      const atTop = flow.y <= flow.top + headHeight + 0.01;
      // A short row is not worth splitting; a tall one fills the page first.
      if (!atTop && (lines < 3 || height <= fullPage / 3)) {
        startPage();
        continue;
      }
      const taken = Math.max(1, lines);
      drawRow(flow, part(row, 0, taken), look, remaining(flow));
      row = part(row, taken);
      startPage();
    }
    drawRow(flow, row, look);
  }
}

function setRow(flow: Flow, row: TableRow, look: TableLook): SetCell[] {
  return row.map((cell) => {
    const width = cell.width - 2 * look.padding.x;
    // Narrow columns have too few gaps to hide a stretch in.
    const justify = cell.align === 'left' && width >= 14 * cell.style.size;
    const lines = flow.pen.typesetter.lines({ text: cell.text, style: cell.style, width, justify });
    return { ...cell, lines, pitch: cell.style.size * look.leading };
  });
}

function part(row: readonly SetCell[], from: number, to?: number): SetCell[] {
  return row.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }));
}

function heightOf(row: readonly SetCell[], look: TableLook): number {
  const tallest = Math.max(...row.map((cell) => cell.lines.length * cell.pitch));
  return Math.max(look.minHeight, tallest + 2 * look.padding.y);
}

function drawRow(flow: Flow, row: readonly SetCell[], look: TableLook, height = heightOf(row, look)): void {
  const { pen, sheet, y } = flow;
  let x = flow.left;
  for (const cell of row) {
    const inner = cell.width - 2 * look.padding.x;
    const lineTop = y + (height - cell.lines.length * cell.pitch) / 2;
    cell.lines.forEach((line, i) => {
      const free = Math.max(0, inner - line.width);
      const shift = cell.align === 'left' ? 0 : cell.align === 'right' ? free : free / 2;
      pen.line(sheet, line, x + look.padding.x + shift, lineTop + i * cell.pitch + baselineIn(cell.pitch, line.size));
    });
    if (look.ruled) pen.rule(sheet, x, y, x, y + height, thickness, black);
    if (cell.underlined) pen.rule(sheet, x, y + height - 2, x + cell.width, y + height - 2, thickness, black);
    x += cell.width;
  }
  if (look.ruled) {
    pen.rule(sheet, x, y, x, y + height, thickness, black);
    pen.rule(sheet, flow.left, y, x, y, thickness, black);
    pen.rule(sheet, flow.left, y + height, x, y + height, thickness, black);
  }
  flow.y += height;
}
