import type { Cell, Sheet } from '../../../shared/kernel/sheet.ts';

export type Typed = string | number | Cell;

/** A sheet as an office would type it: the first row holds the headings; numbers become number cells. */
export function sheetOf(name: string, rows: ReadonlyArray<readonly Typed[]>): Sheet {
  return {
    name,
    hidden: false,
    merges: [],
    rows: rows.map((row, index) => ({ number: index + 1, cells: row.map(cellOf) })),
  };
}

function cellOf(typed: Typed): Cell {
  if (typeof typed === 'object') return typed;
  if (typeof typed === 'number') return { kind: 'number', text: String(typed), value: typed };
  return typed === '' ? { kind: 'empty', text: '' } : { kind: 'text', text: typed };
}
