import type { Db } from './open.ts';

/** How many rows this connection has written so far: what was worked out at the same count is still true. */
export function writtenSoFar(db: Db): number {
  return Number(db.prepare('select total_changes()').pluck().get());
}
