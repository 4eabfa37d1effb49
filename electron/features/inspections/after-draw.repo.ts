import type { Db } from '../../database/open.ts';

export interface DrawInspection {
  readonly id: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly year: number;
  /** A notice is issued or a result entered. */
  readonly hasBegun: boolean;
  readonly hasResult: boolean;
  /** Officer ids by seat, as they act now. */
  readonly team: readonly number[];
}

/** What a change of a recorded draw does to its inspections; a part of the inspections repo. */
export function createAfterDraw(db: Db) {
  const ofDraw = db.prepare<[number], Omit<DrawInspection, 'hasBegun' | 'hasResult' | 'team'> & Flags>(
    `select i.id, i.object_id as objectId, i.object_name as objectName, i.year,
            exists (select 1 from inspection_notices n where n.inspection_id = i.id) as hasNotice,
            exists (select 1 from inspection_results r where r.inspection_id = i.id) as hasResult,
            (select json_group_array(a.officer_id order by a.seat) from acting_team a where a.inspection_id = i.id) as team
       from inspections i where i.draw_id = ? and i.replaced_at is null order by i.meeting_order`,
  );

  return {
    /** The inspections of a draw that stand, in meeting order. */
    standingOfDraw(drawId: number): readonly DrawInspection[] {
      return ofDraw.all(drawId).map(({ hasNotice, hasResult, team, ...row }) => ({
        ...row,
        hasBegun: hasNotice === 1 || hasResult === 1,
        hasResult: hasResult === 1,
        team: JSON.parse(team) as number[],
      }));
    },

    /** Closes the inspection of an object as 替换; it stays with its notice and its team. */
    closeAsReplaced(drawId: number, objectId: number, why: string, now: string): void {
      const { changes } = db
        .prepare('update inspections set replaced_at = ?, replaced_why = ? where draw_id = ? and object_id = ?')
        .run(now, why, drawId, objectId);
      if (changes !== 1) throw new Error(`no inspection of object ${objectId} to replace`);
    },

    /** The place behind all inspections of a draw. */
    nextOrder(drawId: number): number {
      return db
        .prepare<[number], number>('select coalesce(max(meeting_order), 0) + 1 from inspections where draw_id = ?')
        .pluck()
        .get(drawId) as number;
    },
  };
}

interface Flags {
  readonly hasNotice: number;
  readonly hasResult: number;
  readonly team: string;
}
