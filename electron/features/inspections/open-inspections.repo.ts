import { localDayOf, yearOf } from '../../../shared/kernel/local-date.ts';
import type { Db } from '../../database/open.ts';

export interface OpenForDraw {
  readonly drawId: number;
  readonly taskId: number;
  readonly rows: readonly OpenedObject[];
}

export interface OpenedObject {
  readonly objectId: number;
  readonly order: number;
  /** Officer ids by seat; the first is its 组长. */
  readonly team: readonly number[];
  /** 替补: the object whose place it takes; its inspection is open or closed as 替换. */
  readonly standsFor?: number;
}

/** Tables inspections and inspection_team as they are opened; a part of the inspections repo. */
export function createInspectionOpening(db: Db) {
  return {
    /** Opens one inspection an object, with its team; part of recording the draw, or of a later 替补. */
    openForDraw({ drawId, taskId, rows }: OpenForDraw, now: string): void {
      const insertInspection = db.prepare(
        `insert into inspections (draw_id, task_id, object_id, meeting_order, year, object_code, object_name, opened_at, stands_for)
         select :drawId, :taskId, o.id, :order, :year, o.code, o.name, :now,
                (select b.id from inspections b where b.draw_id = :drawId and b.object_id = :standsFor)
           from objects o where o.id = :objectId`,
      );
      const insertMember = db.prepare(
        `insert into inspection_team (inspection_id, seat, officer_id, officer_name, unit, certificate_number)
         select :inspectionId, :seat, o.id, o.name, o.unit, o.certificate_number from officers o where o.id = :officerId`,
      );
      const year = yearOf(localDayOf(now));
      for (const { objectId, order, team, standsFor = null } of rows) {
        const added = insertInspection.run({ drawId, taskId, objectId, order, year, standsFor, now });
        if (added.changes !== 1) throw new Error(`no object ${objectId} to inspect`);
        team.forEach((officerId, seat) => {
          const seated = insertMember.run({ inspectionId: added.lastInsertRowid, seat, officerId });
          if (seated.changes !== 1) throw new Error(`no officer ${officerId} to seat`);
        });
      }
    },
  };
}
