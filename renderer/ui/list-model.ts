import type { ReactNode } from 'react';
import type { ListParams } from './use-list-params.ts';

export type Plain = string | number | null | undefined;

/** A column of a list. `value` is what is searched, sorted and exported; `render` only what is seen. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly value: (row: Row) => Plain;
  readonly render?: (row: Row) => ReactNode;
  readonly width?: number;
  /** Numbers stand right by themselves. */
  readonly align?: 'left' | 'right' | 'center';
  /** Hidden until chosen. */
  readonly isOptional?: boolean;
  readonly ellipsis?: boolean;
  /** False where the program that sorts has no order for it. */
  readonly isSortable?: boolean;
  /** Holds buttons: neither sorted nor exported. */
  readonly isAction?: boolean;
}

/** A choice above the list; starts empty. `of` says which options a row belongs to (not needed when the program filters). */
export interface ListFilter<Row> {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly of?: (row: Row) => string | readonly string[] | null;
  readonly width?: number;
}

/** The rows that pass search text and filters, in the wanted order; done in the page, for lists that are held whole. */
export function selectRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  filters: readonly ListFilter<Row>[],
  params: Pick<ListParams, 'q' | 'sort' | 'filters'>,
): readonly Row[] {
  const words = params.q.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = rows.filter((row) => {
    const text =
      words.length === 0
        ? ''
        : columns
            .map((column) => column.value(row) ?? '')
            .join('\n')
            .toLowerCase();
    return words.every((word) => text.includes(word)) && filters.every((filter) => passes(filter, row, params.filters));
  });
  const column = columns.find(({ key }) => key === params.sort.replace(/^-/, ''));
  if (column === undefined) return kept;
  const sign = params.sort.startsWith('-') ? -1 : 1;
  return kept.toSorted((a, b) => compare(column.value(a), column.value(b), sign));
}

function passes<Row>(filter: ListFilter<Row>, row: Row, chosen: Readonly<Record<string, string>>): boolean {
  const wanted = chosen[filter.key] ?? '';
  if (wanted === '' || filter.of === undefined) return true;
  const found = filter.of(row);
  return typeof found === 'string' ? found === wanted : (found?.includes(wanted) ?? false);
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Empty values stand last either way. */
function compare(a: Plain, b: Plain, sign: 1 | -1): number {
  if (a == null || b == null) return a == null ? (b == null ? 0 : 1) : -1;
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
}
