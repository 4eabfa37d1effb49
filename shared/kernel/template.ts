import type { SheetColumn } from './sheet-columns.ts';

/** An empty workbook to fill: what electron/workbooks/write.ts needs besides the date. */
export interface Template {
  readonly fileName: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly columns: readonly SheetColumn[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
}

/** What the columns say of themselves, one sentence each. */
export function notesOf(columns: readonly SheetColumn[]): string[] {
  return columns.flatMap(({ heading, note }) => (note === undefined ? [] : [`${heading}：${note}`]));
}
