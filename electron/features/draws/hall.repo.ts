import type { DrawState } from '../../../shared/features/draws/ceremony.ts';
import type { TakingWay } from '../../../shared/features/draws/digits.ts';
import type { RevealPosition, RevealScript } from '../../../shared/features/draws/reveal.ts';
import type { EchoLine } from '../../../shared/features/draws/views.ts';
import type { Db } from '../../database/open.ts';

/** What changes on the large screen, as few columns as a poll needs. */
export interface HallMark {
  readonly state: DrawState;
  /** Another text whenever the large screen shows something else; how far a reveal has come is not part of it. */
  readonly version: string;
}

interface MarkRow {
  readonly state: DrawState;
  readonly given: number;
  readonly confirmed: number;
  readonly stages: number;
  readonly echo: string | null;
}

export type HallRepo = ReturnType<typeof createHallRepo>;

/** Tables draw_echoes, draw_takings, draw_confirmations, draw_reveals; a part of the draws repo. */
export function createHallRepo(db: Db) {
  const mark = db.prepare<[number], MarkRow>(
    `select d.state,
            (select count(*) from draw_witnesses w where w.draw_id = d.id and w.digits is not null) as given,
            (select count(*) from draw_confirmations c where c.draw_id = d.id) as confirmed,
            (select count(*) from draw_amendments a where a.draw_id = d.id) as stages,
            (select e.position || ' ' || e.digits || ' ' || e.way from draw_echoes e where e.draw_id = d.id) as echo
       from draws d where d.id = ?`,
  );
  const groups = db.prepare<[number], { must: number; random: number }>(
    `select sum(kind = '必检') as must, sum(kind = '随机') as random
       from draw_objects where draw_id = ? group by stratum order by stratum`,
  );
  const teams = db.prepare<[number], { objects: number; seats: number }>(
    `select count(*) as objects, coalesce(max(seats), 0) as seats
       from (select count(*) as seats from draw_seats s join draws d on d.id = s.draw_id and d.stage = s.stage
              where s.draw_id = ? group by s.object_id)`,
  );
  const reveal = db.prepare<[number], Omit<RevealPosition, 'isPaused' | 'movedAt'> & { isPaused: number; at: string }>(
    'select frame, pace, is_paused as isPaused, moved_at as at from draw_reveals where draw_id = ?',
  );

  return {
    hallMark(drawId: number): HallMark | null {
      const row = mark.get(drawId);
      if (row === undefined) return null;
      const { state, given, confirmed, stages, echo } = row;
      return { state, version: [state, given, confirmed, stages, echo ?? ''].join('.') };
    },

    /** What the large screen shows bit by bit at this state; null where it shows one thing. */
    revealScript(drawId: number, state: DrawState): RevealScript | null {
      if (state === 'drawn') {
        const isBatch = db.prepare(`select setting ->> 'mode' from draws where id = ?`).pluck().get(drawId) === 'batch';
        return { kind: 'objects', groups: groups.all(drawId), isBatch };
      }
      if (state === 'staffed') return { kind: 'teams', ...(teams.get(drawId) ?? { objects: 0, seats: 0 }) };
      if (state === 'frozen') return { kind: 'frozen' };
      return state === 'recorded' ? { kind: 'closing' } : null;
    },

    echo(drawId: number): EchoLine | null {
      return (
        db
          .prepare<[number], EchoLine>(
            'select position, digits, way, rolled_by as rolledBy from draw_echoes where draw_id = ?',
          )
          .get(drawId) ?? null
      );
    },

    setEcho(drawId: number, { position, digits, way, rolledBy }: EchoLine, at: string): void {
      db.prepare(
        `insert into draw_echoes (draw_id, position, digits, way, rolled_by, echoed_at)
         values (:drawId, :position, :digits, :way, :rolledBy, :at)
             on conflict (draw_id) do update set position = :position, digits = :digits, way = :way, rolled_by = :rolledBy,
                                                 echoed_at = :at`,
      ).run({ drawId, position, digits, way, rolledBy, at });
    },

    /** How the digits just kept were given; the screen is free for the next witness. */
    keepTaking(drawId: number, position: number, way: TakingWay, rolledBy: string | null): void {
      db.prepare('insert into draw_takings (draw_id, position, way, rolled_by) values (?, ?, ?, ?)').run(
        drawId,
        position,
        way,
        rolledBy,
      );
      db.prepare('delete from draw_echoes where draw_id = ?').run(drawId);
    },

    confirm(drawId: number, position: number, at: string): void {
      db.prepare('insert into draw_confirmations (draw_id, position, confirmed_at) values (?, ?, ?)').run(
        drawId,
        position,
        at,
      );
    },

    /** Null: all is shown. */
    reveal(drawId: number): RevealPosition | null {
      const row = reveal.get(drawId);
      if (row === undefined) return null;
      return { frame: row.frame, pace: row.pace, isPaused: row.isPaused === 1, movedAt: Date.parse(row.at) };
    },

    setReveal(drawId: number, { frame, pace, isPaused, movedAt }: RevealPosition): void {
      db.prepare(
        `insert into draw_reveals (draw_id, frame, pace, is_paused, moved_at)
         values (:drawId, :frame, :pace, :isPaused, :at)
             on conflict (draw_id) do update set frame = :frame, pace = :pace, is_paused = :isPaused, moved_at = :at`,
      ).run({ drawId, frame, pace, isPaused: Number(isPaused), at: new Date(movedAt).toISOString() });
    },

    /** A new thing to show, from its beginning, at the pace chosen before. */
    beginReveal(drawId: number, at: string): void {
      const pace = this.reveal(drawId)?.pace ?? 'normal';
      this.setReveal(drawId, { frame: 0, pace, isPaused: false, movedAt: Date.parse(at) });
    },
  };
}
