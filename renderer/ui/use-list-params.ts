import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** What a list shows, kept in the address: search text, page, page size, order and filters. Everything starts empty. */
export interface ListParams {
  readonly q: string;
  readonly page: number;
  readonly size: number;
  /** `key` or `-key` for descending; empty keeps the given order. */
  readonly sort: string;
  readonly filters: Readonly<Record<string, string>>;
  /** Changes some of it; anything but the page goes back to page 1. Null or '' takes a filter away. */
  readonly change: (part: ListChange) => void;
}

export interface ListChange {
  readonly q?: string;
  readonly page?: number;
  readonly size?: number;
  readonly sort?: string;
  readonly filters?: Readonly<Record<string, string | null>>;
}

const own = new Set(['q', 'page', 'size', 'sort']);

/** Keeps a list's parameters in the address. `prefix` tells two lists of one page apart. */
export function useListParams({ size = 50, prefix = '' }: { size?: number; prefix?: string } = {}): ListParams {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const read = (name: string) => search[prefix + name];
  const filters = Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value ?? ''])
      .filter(([name]) => name !== undefined && !own.has(name)),
  ) as Record<string, string>;
  return {
    q: read('q') ?? '',
    page: Number(read('page') ?? 1) || 1,
    size: Number(read('size') ?? size) || size,
    sort: read('sort') ?? '',
    filters,
    change: (part) => {
      const isPageOnly = Object.keys(part).every((name) => name === 'page');
      const changes: Record<string, string | undefined> = { [`${prefix}page`]: isPageOnly ? undefined : '' };
      if (part.q !== undefined) changes[`${prefix}q`] = part.q;
      if (part.sort !== undefined) changes[`${prefix}sort`] = part.sort;
      if (part.size !== undefined) changes[`${prefix}size`] = part.size === size ? '' : String(part.size);
      if (part.page !== undefined) changes[`${prefix}page`] = part.page === 1 ? '' : String(part.page);
      for (const [name, value] of Object.entries(part.filters ?? {})) changes[prefix + name] = value ?? '';
      void navigate({
        to: '.',
        replace: true,
        search: (old: Record<string, string>) => without({ ...old, ...changes }),
      });
    },
  };
}

/** The same for a list inside a drawer or dialog, whose parameters need no address. */
export function useLocalListParams({ size = 50 }: { size?: number } = {}): ListParams {
  const [state, setState] = useState({ q: '', page: 1, size, sort: '', filters: {} as Record<string, string> });
  return {
    ...state,
    change: ({ filters, ...part }) =>
      setState((old) => ({
        ...old,
        page: 1,
        ...part,
        filters: without({ ...old.filters, ...filters }) as Record<string, string>,
      })),
  };
}

function without(values: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] != null && entry[1] !== ''),
  );
}
