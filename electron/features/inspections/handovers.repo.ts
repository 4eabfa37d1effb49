import type { EntryHandover, OpenSeat, SeatHandover } from '../../../shared/features/inspections/handover.ts';
import type { Db } from '../../database/open.ts';

export interface NewHandover {
  /** Who leaves: an officer or a program account. */
  readonly officerId: number | null;
  readonly accountId: number | null;
  readonly onDay: string;
  readonly reason: string;
  readonly at: string;
  readonly byId: number;
  readonly byName: string;
}

/** A result that an account entered and that is not published. */
export interface OpenEntry {
  readonly resultId: number;
  readonly inspectionId: number;
  readonly objectName: string;
  readonly taskNumber: string;
  readonly version: number;
  readonly state: 'submitted' | 'returned' | 'approved';
  readonly reviewedById: number | null;
}

/** Not published yet, and not replaced: the first version is not there or not through. */
const open = `i.replaced_at is null and not exists (select 1 from inspection_results p where p.inspection_id = i.id and p.state = 'published')`;

/** Tables handovers, seat_handovers, entry_handovers: append-only. The view acting_team shows who acts. */
export function createHandovers(db: Db) {
  return {
    /** Seats the officer acts in, in inspections not published; by task and meeting order. */
    openSeatsOf(officerId: number): readonly OpenSeat[] {
      return db
        .prepare<[number], Omit<OpenSeat, 'team'> & { team: string }>(
          `select i.id as inspectionId, i.draw_id as drawId, i.object_id as objectId, i.object_name as objectName, t.number as taskNumber, m.seat,
                  coalesce((select r.state from inspection_results r where r.inspection_id = i.id and r.version = 1), 'open') as state,
                  n.inspect_on as inspectOn, coalesce(json_extract(w.setting, '$.scope'), '') as scope, t.lead_department as leadDepartment,
                  (select json_group_array(a.officer_id) from acting_team a where a.inspection_id = i.id) as team
             from acting_team m
             join inspections i on i.id = m.inspection_id
             join tasks t on t.id = i.task_id
             join draws w on w.id = i.draw_id
             left join inspection_notices n on n.inspection_id = i.id
            where m.officer_id = ? and ${open}
            order by i.task_id, i.meeting_order`,
        )
        .all(officerId)
        .map((row) => ({ ...row, team: JSON.parse(row.team) as number[] }));
    },

    /** How many such seats each officer has. */
    openSeatCounts(): ReadonlyMap<number, number> {
      const rows = db
        .prepare<[], { officerId: number; seats: number }>(
          `select m.officer_id as officerId, count(*) as seats
             from acting_team m join inspections i on i.id = m.inspection_id where ${open} group by m.officer_id`,
        )
        .all();
      return new Map(rows.map(({ officerId, seats }) => [officerId, seats]));
    },

    /** Newest last. */
    openEntriesOf(accountId: number): readonly OpenEntry[] {
      return db
        .prepare<[number], OpenEntry>(
          `select r.id as resultId, i.id as inspectionId, i.object_name as objectName, t.number as taskNumber, r.version, r.state,
                  r.reviewed_by as reviewedById
             from inspection_results r join inspections i on i.id = r.inspection_id join tasks t on t.id = i.task_id
            where r.state <> 'published'
              and coalesce((select e.account_id from entry_handovers e where e.result_id = r.id order by e.id desc limit 1), r.entered_by) = ?
            order by r.id`,
        )
        .all(accountId);
    },

    insertHandover(handover: NewHandover): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into handovers (officer_id, account_id, on_day, reason, at, by_id, by_name)
           values (:officerId, :accountId, :onDay, :reason, :at, :byId, :byName)`,
        )
        .run(handover);
      return Number(lastInsertRowid);
    },

    /** Seats the successor beside the one who was drawn, with his certificate as it is now. */
    insertSeatHandover(handoverId: number, seat: { inspectionId: number; seat: number; fromId: number; toId: number }) {
      const added = db
        .prepare(
          `insert into seat_handovers (handover_id, inspection_id, seat, from_id, officer_id, officer_name, unit, certificate_number)
           select :handoverId, :inspectionId, :seat, :fromId, o.id, o.name, o.unit, o.certificate_number from officers o where o.id = :toId`,
        )
        .run({ ...seat, handoverId });
      if (added.changes !== 1) throw new Error(`no officer ${seat.toId} to seat`);
    },

    insertEntryHandover(handoverId: number, resultId: number, accountId: number): void {
      db.prepare('insert into entry_handovers (handover_id, result_id, account_id) values (?, ?, ?)').run(
        handoverId,
        resultId,
        accountId,
      );
    },

    /** What was handed over in an inspection, oldest first. */
    seatHandovers(inspectionId: number): readonly SeatHandover[] {
      return db
        .prepare<[number], SeatHandover>(
          `select s.seat, coalesce(b.officer_name, t.officer_name) as "from", s.officer_name as "to", h.on_day as "on", h.reason
             from seat_handovers s join handovers h on h.id = s.handover_id
             join inspection_team t on t.inspection_id = s.inspection_id and t.seat = s.seat
             left join seat_handovers b on b.id = (
               select max(e.id) from seat_handovers e where e.inspection_id = s.inspection_id and e.seat = s.seat and e.id < s.id)
            where s.inspection_id = ? order by s.id`,
        )
        .all(inspectionId);
    },

    entryHandovers(inspectionId: number): readonly EntryHandover[] {
      return db
        .prepare<[number], EntryHandover>(
          `select l.name as "from", a.name as "to", h.on_day as "on", h.reason
             from entry_handovers e join handovers h on h.id = e.handover_id join accounts a on a.id = e.account_id
             join accounts l on l.id = h.account_id join inspection_results r on r.id = e.result_id
            where r.inspection_id = ? order by e.id`,
        )
        .all(inspectionId);
    },
  };
}
