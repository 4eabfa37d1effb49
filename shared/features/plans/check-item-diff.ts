import {
  type ChangeReason,
  type CheckItem,
  type CheckItemField,
  changeReasonTitles,
  checkItemFields,
  checkItemText,
  checkItemTitles,
} from './check-items.ts';

/** Why an item differs, as it was entered with the change. */
export interface ItemChange {
  readonly code: string;
  readonly reason: ChangeReason;
  readonly note: string;
}

export interface FieldDifference {
  readonly field: CheckItemField;
  readonly before: string;
  readonly after: string;
}

/** How one item of two versions differs. `reasons` are those of every version in between, the earliest first. */
export interface ItemDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly code: string;
  readonly name: string;
  /** What an added or removed item says, or what changed of it. */
  readonly fields: readonly FieldDifference[];
  readonly reasons: readonly ItemChange[];
}

export interface ListDifference {
  readonly items: readonly ItemDifference[];
  /** Items that are the same in both. */
  readonly unchanged: number;
  /** The items in both stand in another order. */
  readonly isReordered: boolean;
}

export const differenceTitles = { added: '新增', removed: '取消', changed: '调整' } as const;

/** Compares two versions item by item over their codes: changed and added ones in the newer order, then the removed ones. */
export function compareLists(
  before: readonly CheckItem[],
  after: readonly CheckItem[],
  changes: readonly ItemChange[],
): ListDifference {
  const earlier = new Map(before.map((item) => [item.code, item]));
  const later = new Map(after.map((item) => [item.code, item]));
  const reasonsOf = (code: string) => changes.filter((change) => change.code === code);
  const here = after.flatMap((item): ItemDifference[] => {
    const old = earlier.get(item.code);
    const fields = fieldsOf(old ?? null, item);
    if (old !== undefined && fields.length === 0) return [];
    const kind = old === undefined ? 'added' : 'changed';
    return [{ kind, code: item.code, name: item.name, fields, reasons: reasonsOf(item.code) }];
  });
  const gone = before.flatMap((item): ItemDifference[] => {
    if (later.has(item.code)) return [];
    const fields = fieldsOf(item, null);
    return [{ kind: 'removed', code: item.code, name: item.name, fields, reasons: reasonsOf(item.code) }];
  });
  const inBoth = (items: readonly CheckItem[], other: ReadonlyMap<string, CheckItem>) =>
    items.filter(({ code }) => other.has(code)).map(({ code }) => code);
  const [order, newOrder] = [inBoth(before, later), inBoth(after, earlier)];
  return {
    items: [...here, ...gone],
    unchanged: order.length - here.filter(({ kind }) => kind === 'changed').length,
    isReordered: order.some((code, i) => newOrder[i] !== code),
  };
}

/** True where nothing of the item differs but its place. */
export function isSameItem(one: CheckItem, other: CheckItem): boolean {
  return fieldsOf(one, other).length === 0;
}

/** `新增2项，调整1项，取消1项；其余5项没有变动。` */
export function sayDifference({ items, unchanged, isReordered }: ListDifference): string {
  const count = (kind: ItemDifference['kind']) => items.filter((item) => item.kind === kind).length;
  const parts = (['added', 'changed', 'removed'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${differenceTitles[kind]}${count(kind)}项`);
  const rest = isReordered ? '，排列顺序有变动' : '';
  if (parts.length === 0) return `两版的${unchanged}项内容相同${rest}。`;
  return `${parts.join('，')}${unchanged === 0 ? '' : `；其余${unchanged}项没有变动`}${rest}。`;
}

/** `“抽查比例”由“5%”改为“10%”`; for added and removed items the field alone. */
export function sayFieldDifference({ field, before, after }: FieldDifference): string {
  const title = `“${checkItemTitles[field]}”`;
  if (before === '') return `${title}：${after}`;
  if (after === '') return `${title}原为“${before}”，现为空`;
  return `${title}由“${before}”改为“${after}”`;
}

/** `法律法规规章制修订：…`. */
export function sayReason({ reason, note }: ItemChange): string {
  return `${changeReasonTitles[reason]}：${note}`;
}

function fieldsOf(before: CheckItem | null, after: CheckItem | null): FieldDifference[] {
  return checkItemFields.flatMap((field) => {
    const [old, now] = [before, after].map((item) => (item === null ? '' : checkItemText(item, field)));
    return old === now ? [] : [{ field, before: old ?? '', after: now ?? '' }];
  });
}
