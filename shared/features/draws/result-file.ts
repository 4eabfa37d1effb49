import type { DrawnObject } from './select.ts';
import { textOf } from './text-lines.ts';

/** The rows of result.tsv: 序, id, stratum, 随机|必检, officers by seat; in 批次顺序 序, id, stratum, 批次. */
export function resultRows(meeting: readonly DrawnObject[], teams: readonly (readonly string[])[]): string[][] {
  return meeting.map(({ position, id, stratum, kind, batch }, index) =>
    batch === undefined
      ? [String(position), id, stratum, kind, ...(teams[index] ?? [])]
      : [String(position), id, stratum, String(batch)],
  );
}

/** result.tsv; its hash is printed on the record. */
export function resultText(rows: readonly (readonly string[])[]): string {
  return textOf(rows.map((row) => row.join('\t')));
}
