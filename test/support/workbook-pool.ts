import { createPool, type Pool } from '../../electron/workers/pool.ts';

/** A pool of the program's own workers, run from source. */
export function openPool(size = 1): Pool {
  return createPool({ size, entry: (name) => new URL(`../../electron/workers/${name}.worker.ts`, import.meta.url) });
}
