import type { Db } from '../../database/open.ts';
import type { By } from './taken.ts';

/** Table clearings: 消除影响 after a wrong entry or a wrong record; a part of the supervision repo. */
export function createClearings(db: Db) {
  return {
    insertClearing(
      clearing: {
        readonly removalId: number | null;
        readonly objectionId: number | null;
        readonly clearedOn: string;
        readonly what: string;
        readonly told: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into clearings (removal_id, objection_id, cleared_on, what, told, entered_by, entered_at)
         values (:removalId, :objectionId, :clearedOn, :what, :told, :accountId, :at)`,
      ).run({ ...clearing, ...by });
    },
  };
}
