import type { IssueNotice } from '../../../shared/features/inspections/schemas.ts';
import type { ResultState } from '../../../shared/features/inspections/states.ts';
import {
  holdingVersion,
  type InspectionRow,
  type InspectionView,
  type Notice,
  type TeamMember,
} from '../../../shared/features/inspections/views.ts';
import type { Db } from '../../database/open.ts';
import { createAfterDraw } from './after-draw.repo.ts';
import { createHandovers } from './handovers.repo.ts';
import { createInspectionOpening } from './open-inspections.repo.ts';
import { createPastInspections } from './past-inspections.repo.ts';
import { createResultsRepo } from './results.repo.ts';
import { createVisits } from './visits.repo.ts';

export type InspectionsRepo = ReturnType<typeof createInspectionsRepo>;

interface ListRow extends Omit<InspectionRow, 'team' | 'problems' | 'isClosed'> {
  readonly team: string | null;
  readonly problems: string | null;
  readonly isClosed: number;
}

/** The newest published version is shown, else the first one. */
const selectRows = `
  select i.id, i.draw_id as drawId, w.number as drawNumber, i.task_id as taskId, t.number as taskNumber,
         t.title as taskTitle, t.to_on as taskToOn, i.object_id as objectId, i.object_name as objectName,
         i.object_code as objectCode, i.meeting_order as "order", i.year, i.opened_at as openedAt,
         (select group_concat(m.officer_name, '、' order by m.seat) from acting_team m where m.inspection_id = i.id) as team,
         n.number as noticeNumber, n.inspect_on as inspectOn,
         case when i.replaced_at is null then coalesce(f.state, 'open') else 'replaced' end as state,
         i.replaced_at as replacedAt, i.replaced_why as replacedWhy,
         (select r.object_name from inspections r where r.id = i.stands_for) as standsFor,
         s.result, s.problems, s.completed_on as completedOn, p.published_on as publishedOn,
         c.state as correction,
         (select count(*) from inspection_results v where v.inspection_id = i.id and v.version > 1 and v.state = 'published') as corrections,
         coalesce(s.state = 'published' and (s.disposal = 'none' or d.result_id is not null), 0) as isClosed,
         o.archive_number as archiveNumber
    from inspections i
    join tasks t on t.id = i.task_id
    join draws w on w.id = i.draw_id
    left join inspection_notices n on n.inspection_id = i.id
    left join inspection_results f on f.inspection_id = i.id and f.version = 1
    left join inspection_results s on s.id = (
      select v.id from inspection_results v where v.inspection_id = i.id order by v.state = 'published' desc, v.version desc limit 1)
    left join inspection_results c on c.inspection_id = i.id and c.version > 1 and c.state <> 'published'
    left join publications p on p.id = f.publication_id
    left join disposal_closings d on d.result_id = s.id
    left join dossiers o on o.inspection_id = i.id`;

/** Tables inspections, inspection_team, inspection_notices; the results, past inspections and counts of visits through their own files. */
export function createInspectionsRepo(db: Db) {
  const results = createResultsRepo(db);
  const handovers = createHandovers(db);

  function view(row: ListRow): InspectionView {
    const versions = results.versions(row.id);
    return {
      ...rowOf(row),
      members: members(row.id),
      handovers: handovers.seatHandovers(row.id),
      entryHandovers: handovers.entryHandovers(row.id),
      notice: notice(row.id),
      versions,
      closing: results.closing(holdingVersion({ versions })?.id ?? 0),
    };
  }

  function members(inspectionId: number): readonly TeamMember[] {
    return db
      .prepare<[number], TeamMember>(
        `select seat, officer_id as officerId, officer_name as name, unit, certificate_number as certificateNumber
           from acting_team where inspection_id = ? order by seat`,
      )
      .all(inspectionId);
  }

  function notice(inspectionId: number): Notice | null {
    const row = db
      .prepare<[number], Notice>(
        `select number, issued_on as issuedOn, inspect_on as inspectOn, address, contact, items, materials
           from inspection_notices where inspection_id = ?`,
      )
      .get(inspectionId);
    return row ?? null;
  }

  return {
    ...results,
    ...handovers,
    ...createVisits(db),
    ...createInspectionOpening(db),
    ...createAfterDraw(db),
    past: createPastInspections(db),

    /** Ends the inspections of a draw that is void; they stay listed, with why. How many. */
    endWithDraw(drawId: number, why: string, now: string): number {
      return db
        .prepare('update inspections set replaced_at = ?, replaced_why = ? where draw_id = ? and replaced_at is null')
        .run(now, why, drawId).changes;
    },

    /** Objects of a draw that were told or visited already, by name. */
    begunOfDraw(drawId: number): readonly string[] {
      return db
        .prepare<[number], string>(
          `select i.object_name from inspections i
            where i.draw_id = ? and (exists (select 1 from inspection_notices n where n.inspection_id = i.id)
                                  or exists (select 1 from inspection_results r where r.inspection_id = i.id))
            order by i.meeting_order`,
        )
        .pluck()
        .all(drawId);
    },

    /** Newest task first, then in meeting order. `null` leaves a filter open. */
    list({ year, taskId }: { year: number | null; taskId: number | null }): readonly InspectionRow[] {
      return db
        .prepare<{ year: number | null; taskId: number | null }, ListRow>(
          `${selectRows} where (:year is null or i.year = :year) and (:taskId is null or i.task_id = :taskId)
            order by i.task_id desc, i.draw_id desc, i.meeting_order`,
        )
        .all({ year, taskId })
        .map(rowOf);
    },

    listOfObject(objectId: number): readonly InspectionRow[] {
      return db
        .prepare<[number], ListRow>(`${selectRows} where i.object_id = ? order by i.id desc`)
        .all(objectId)
        .map(rowOf);
    },

    inspectionById(id: number): InspectionView | null {
      const row = db.prepare<[number], ListRow>(`${selectRows} where i.id = ?`).get(id);
      return row === undefined ? null : view(row);
    },

    /** The next number in the year's series of notices; numbers have no gaps because issuing is one transaction. */
    nextNoticeSerial(year: number): number {
      return db
        .prepare<[number], number>('select coalesce(max(serial), 0) + 1 from inspection_notices where year = ?')
        .pluck()
        .get(year) as number;
    },

    insertNotice(
      notice: IssueNotice & { year: number; serial: number; number: string; issuedOn: string; issuedBy: number },
    ): void {
      db.prepare(
        `insert into inspection_notices (inspection_id, year, serial, number, issued_on, inspect_on, address, contact, items, materials, issued_by)
         values (:inspectionId, :year, :serial, :number, :issuedOn, :inspectOn, :address, :contact, :items, :materials, :issuedBy)`,
      ).run(notice);
    },

    /** All states of a task's inspections, to tell when the task is done. */
    statesOfTask(taskId: number): readonly ResultState[] {
      return this.list({ year: null, taskId }).map(({ state }) => state);
    },
  };
}

function rowOf(row: ListRow): InspectionRow {
  return {
    ...row,
    team: row.team === null ? [] : row.team.split('、'),
    problems: row.problems === null ? [] : JSON.parse(row.problems),
    isClosed: row.isClosed === 1,
  };
}
