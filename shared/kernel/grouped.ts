/** Those of one key together, in the given order. */
export function groupedBy<T, K>(all: Iterable<T>, keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [one]);
    else alike.push(one);
  }
  return found;
}
