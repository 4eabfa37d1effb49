import type { PlanRow } from './plan-items.ts';

export const changeKinds = ['add', 'change', 'cancel'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeKindTitles: Readonly<Record<ChangeKind, string>> = { add: '增加', change: '变更', cancel: '取消' };

/** What an amendment does to one item: `row` is the item as it is to be, null where it is cancelled. */
export interface AmendmentChange {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly itemId: number | null;
  readonly row: PlanRow | null;
}

/** A row of a plan and the version of the item it stands in; null = not stored yet. */
export interface PlacedRow {
  readonly id: number | null;
  readonly row: PlanRow;
}

/** The rows of the plan as they are after the changes: cancelled ones gone, added ones last. */
export function amendedRows(rows: readonly PlacedRow[], changes: readonly AmendmentChange[]): readonly PlacedRow[] {
  const byItem = new Map(changes.flatMap((change) => (change.itemId === null ? [] : [[change.itemId, change]])));
  const kept = rows.flatMap((placed) => {
    const change = placed.id === null ? undefined : byItem.get(placed.id);
    if (change === undefined) return [placed];
    return change.row === null ? [] : [{ id: placed.id, row: change.row }];
  });
  const last = Math.max(0, ...rows.map(({ row }) => row.row));
  const added = changes.flatMap(({ kind, row }) => (kind === 'add' && row !== null ? [row] : []));
  const lastNumber = Math.max(0, ...rows.map(({ row }) => Number(row.cells.number) || 0));
  return [
    ...kept,
    ...added.map((row, index) => {
      const number = row.own === null ? row.cells.number : `${lastNumber + index + 1}`;
      return { id: null, row: { ...row, row: last + index + 1, cells: { ...row.cells, number } } };
    }),
  ];
}

/** The rows of a draft after one is put in, written anew, moved or taken out; those of an own plan are numbered in their order. */
export function renumbered(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  return rows.map(({ id, row }, index) => {
    if (row.own === null) return { id, row };
    return { id, row: { ...row, cells: { ...row.cells, number: `${index + 1}` } } };
  });
}

/** The rows with one moved up (-1) or down (1); as they are where it cannot. */
export function moved(rows: readonly PlacedRow[], id: number, by: -1 | 1): readonly PlacedRow[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = from + by;
  const one = rows[from];
  const other = rows[to];
  if (one === undefined || other === undefined) return rows;
  return rows.map((row, index) => (index === from ? other : index === to ? one : row));
}
