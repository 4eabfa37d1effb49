import type { ClassPools } from '../../../shared/features/plans/figures.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import type { Context } from '../../app/context.ts';

type Ids = ReadonlySet<number>;

/** Sizes of the bound classes, 存续 only, on the roster as it is now; each class is looked up once. */
export function classPools({ plans, rosters }: Pick<Context, 'plans' | 'rosters'>): ClassPools & {
  /** Ids of the objects of all these classes; null where one is not bound. */
  idsOf(names: readonly string[], within: readonly string[]): Ids | null;
} {
  const filters = new Map([...plans.classFilters()].map(([name, filter]) => [nameKey(name), filter]));
  const found = new Map<string, Ids | null>();
  // Only who goes on in business can be drawn; caps and recusals are the draw's to say.
  const idsIn = (filter: PoolFilter): Ids =>
    new Set(rosters.drawPool(filter).flatMap(({ id, status }) => (status === '存续' ? [id] : [])));

  function idsNamed(name: string): Ids | null {
    const key = nameKey(name);
    const known = found.get(key);
    if (known !== undefined) return known;
    const filter = filters.get(key);
    const ids = filter === undefined ? null : idsIn(filter);
    found.set(key, ids);
    return ids;
  }

  function union(names: readonly string[]): Ids | null {
    const sets = names.map(idsNamed);
    if (sets.length === 0 || sets.some((ids) => ids === null)) return null;
    return new Set(sets.flatMap((ids) => [...(ids ?? [])]));
  }

  /** Where the objects a share is taken of are bound too, only those of them count. */
  function idsOf(names: readonly string[], within: readonly string[]): Ids | null {
    const ids = union(names);
    const bounds = union(within);
    return ids === null || bounds === null ? ids : new Set([...ids].filter((id) => bounds.has(id)));
  }

  return {
    sizeOf: (name) => idsNamed(name)?.size ?? null,
    sizeOfAll: (names, within) => idsOf(names, within)?.size ?? null,
    idsOf,
  };
}
