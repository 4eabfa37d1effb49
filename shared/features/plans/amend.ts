import { OWN_COLUMNS, ownTexts } from './own-plan.ts';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS } from './plan-columns.ts';
import type { PlanItem, PlanRow } from './plan-items.ts';

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

type RowTexts = Pick<PlanRow, 'cells' | 'own' | 'estimate'>;

/** What an amendment writes into an item, column by column; `before` is null where the item is new. */
export function changedTexts(before: RowTexts | null, row: RowTexts) {
  const was = before === null ? new Map<string, string>() : textsByTitle(before);
  return [...textsByTitle(row)].flatMap(([title, to]) => {
    const from = was.get(title) ?? '';
    return from === to ? [] : [{ title, from, to }];
  });
}

function textsByTitle(row: RowTexts): Map<string, string> {
  const texts = ownTexts(row);
  if (row.own !== null) return new Map(OWN_COLUMNS.map(({ key, heading }) => [heading, texts[key]]));
  const cells = PLAN_COLUMN_KEYS.map((key): [string, string] => [PLAN_COLUMNS[key], row.cells[key]]);
  return new Map([...cells, ['预估抽查对象数', texts.estimate]]);
}

/** A row of a plan and the version of the item it stands in; null = not stored yet. */
export interface PlacedRow {
  readonly id: number | null;
  readonly row: PlanRow;
}

/** An item of the plan as it stands. */
export interface PlacedItem {
  readonly id: number;
  readonly item: PlanItem;
}

/**
 * The rows of the plan as they are after the changes: cancelled ones gone, added ones last. `items` are all of the plan,
 * those cancelled before among them: their numbers are not given again.
 */
export function amendedRows(
  items: readonly (PlacedItem & { readonly cancelledBy: number | null })[],
  changes: readonly AmendmentChange[],
): readonly PlacedRow[] {
  const cancelled = changes.flatMap(({ kind, itemId }) => (kind === 'cancel' && itemId !== null ? [itemId] : []));
  const before = items.flatMap(({ id, cancelledBy }) => (cancelledBy === null ? [] : [id]));
  const rows = rowsWithout(items, [...before, ...cancelled]);
  const byItem = new Map(changes.flatMap((change) => (change.itemId === null ? [] : [[change.itemId, change]])));
  const kept = rows.map(({ id, row }) => ({ id, row: (id === null ? null : byItem.get(id)?.row) ?? row }));
  const last = Math.max(0, ...items.map(({ item }) => item.row));
  const added = changes.flatMap(({ kind, row }) => (kind === 'add' && row !== null ? [row] : []));
  const lastNumber = Math.max(0, ...items.map(({ item }) => Number(item.cells.number) || 0));
  return [
    ...kept,
    ...added.map((row, index) => {
      const number = row.own === null ? row.cells.number : `${lastNumber + index + 1}`;
      return { id: null, row: { ...row, row: last + index + 1, cells: { ...row.cells, number } } };
    }),
  ];
}

/** The rows without those `gone`. A row that went on with one of them keeps in its own cells what it had taken over. */
export function rowsWithout(items: readonly PlacedItem[], gone: readonly number[]): readonly PlacedRow[] {
  return items.flatMap(({ id, item }, index) => {
    if (gone.includes(id)) return [];
    const above = items[index - 1];
    const isLeft = item.continues !== null && above !== undefined && gone.includes(above.id);
    const { row, cells, merged, own, estimate } = item;
    return [{ id, row: { row, cells: isLeft ? item.texts : cells, merged: isLeft ? [] : merged, own, estimate } }];
  });
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
