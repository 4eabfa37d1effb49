import { identityOf, sayAttendant } from '../../../shared/features/draws/attendance.ts';
import type { DrawState } from '../../../shared/features/draws/ceremony.ts';
import type { PreparedDraw } from '../../../shared/features/draws/prepare.ts';
import type { DrawFiles } from '../../../shared/features/draws/read-draw.ts';
import { FILE_NAMES } from '../../../shared/features/draws/read-draw.ts';
import type { Freeze, VoidWitness } from '../../../shared/features/draws/schemas.ts';
import type { Selection } from '../../../shared/features/draws/select.ts';
import type { LedgerHead } from '../../database/ledger.ts';
import type { Db } from '../../database/open.ts';
import { createDraftsRepo } from './drafts.repo.ts';
import { createDrawViews } from './draw-views.ts';
import { createHallRepo } from './hall.repo.ts';
import { createScans } from './scans.repo.ts';
import { createTargets } from './targets.repo.ts';

export type DrawsRepo = ReturnType<typeof createDrawsRepo>;

export interface FrozenDrawRow {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly freeze: Freeze;
  readonly prepared: PreparedDraw;
  readonly officerIds: ReadonlyMap<string, number>;
  readonly files: Pick<DrawFiles, 'manifest' | 'objects' | 'officers' | 'recusals' | 'plan'>;
  readonly commitment: string;
  readonly operatorName: string;
  readonly accountId: number;
  readonly at: string;
}

export interface StageOfficer {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly department: string;
}

/** Tables draws, draw_*. Everything is written once; triggers keep it so. */
export function createDrawsRepo(db: Db) {
  const insertFile = db.prepare<[number, string, string]>(
    'insert into draw_files (draw_id, name, content) values (?, ?, ?)',
  );

  const hall = createHallRepo(db);

  return {
    ...hall,
    ...createDrawViews(db, hall),
    ...createScans(db),
    ...createDraftsRepo(db),
    ...createTargets(db),

    /** The next number of the series; numbers are never reused, so 作废 leaves no gap. */
    nextSerial(year: number, isRehearsal: boolean): number {
      return db
        .prepare<[number, number], number>(
          'select coalesce(max(serial), 0) + 1 from draws where year = ? and is_rehearsal = ?',
        )
        .pluck()
        .get(year, Number(isRehearsal)) as number;
    },

    /** The real draw of a task that is not void, by number. */
    liveDrawOf(taskId: number): string | null {
      return (
        db
          .prepare<[number], string>(
            `select number from draws where task_id = ? and is_rehearsal = 0 and state <> 'void'`,
          )
          .pluck()
          .get(taskId) ?? null
      );
    },

    /** The account that froze the draw. */
    frozenBy(drawId: number): number | null {
      return (db.prepare('select frozen_by from draws where id = ?').pluck().get(drawId) as number | undefined) ?? null;
    },

    insertFrozen(row: FrozenDrawRow): number {
      const { setting, witnesses, place, supervisor, supervisorUnit } = row.freeze;
      const { lastInsertRowid } = db
        .prepare(
          `insert into draws (year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor,
                              supervisor_unit, operator_name, frozen_at, frozen_by)
           values (:year, :serial, :isRehearsal, :number, :taskId, 'frozen', :setting, :commitment, :place, :supervisor,
                   :supervisorUnit, :operatorName, :at, :accountId)`,
        )
        .run({
          year: row.year,
          serial: row.serial,
          isRehearsal: Number(setting.isRehearsal),
          number: row.number,
          taskId: setting.taskId,
          setting: JSON.stringify(setting),
          commitment: row.commitment,
          place,
          supervisor,
          supervisorUnit,
          operatorName: row.operatorName,
          at: row.at,
          accountId: row.accountId,
        });
      const drawId = Number(lastInsertRowid);
      for (const key of ['manifest', 'objects', 'plan'] as const)
        insertFile.run(drawId, FILE_NAMES[key], row.files[key]);
      insertFile.run(drawId, FILE_NAMES.officers(1), row.files.officers);
      insertFile.run(drawId, FILE_NAMES.recusals(1), row.files.recusals);
      const insertWitness = db.prepare(
        `insert into draw_witnesses (draw_id, position, name, unit, kind, identity, is_dice, digit_count)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      for (const [index, witness] of witnesses.entries()) {
        const { name, unit, kind, digitCount } = witness;
        const isDice = Number(index === witnesses.length - 1);
        insertWitness.run(drawId, index + 1, name, unit, kind, identityOf(witness), isDice, digitCount);
      }
      const insertPool = db.prepare(
        `insert into draw_pool (draw_id, object_id, code, name, stratum, excluded, note, is_must)
         values (:drawId, :id, :code, :name, :stratum, :excluded, :note, :isMust)`,
      );
      for (const { id, code, name, stratum, excluded, note, isMust } of row.prepared.objects) {
        insertPool.run({ drawId, id, code, name, stratum, excluded, note, isMust: Number(isMust) });
      }
      const officers = row.prepared.officers.map(({ id: code, name, department }) => ({
        id: row.officerIds.get(code) ?? 0,
        code,
        name,
        department,
      }));
      this.insertStageOfficers(drawId, 1, officers);
      const insertOut = db.prepare(
        'insert into draw_officers_barred (draw_id, code, name, department, reasons) values (?, ?, ?, ?, ?)',
      );
      for (const { id: code, name, department, bars } of row.prepared.barred)
        insertOut.run(drawId, code, name, department, bars.join('、'));
      return drawId;
    },

    insertStageOfficers(drawId: number, stage: number, officers: readonly StageOfficer[]): void {
      const insert = db.prepare(
        `insert into draw_officers (draw_id, stage, officer_id, code, name, department)
         values (:drawId, :stage, :id, :code, :name, :department)`,
      );
      for (const officer of officers) insert.run({ drawId, stage, ...officer });
    },

    setDigits(drawId: number, position: number, digits: string, at: string): void {
      db.prepare('update draw_witnesses set digits = ?, entered_at = ? where draw_id = ? and position = ?').run(
        digits,
        at,
        drawId,
        position,
      );
      this.setState(drawId, 'seeding');
    },

    setState(drawId: number, state: DrawState): void {
      db.prepare('update draws set state = ? where id = ?').run(state, drawId);
    },

    seal(drawId: number, seed: string, digits: string, at: string): void {
      db.prepare(`update draws set state = 'sealed', seed = ?, sealed_at = ? where id = ?`).run(seed, at, drawId);
      insertFile.run(drawId, FILE_NAMES.digits, digits);
    },

    insertDrawn(drawId: number, { meeting }: Selection, at: string): void {
      const insert = db.prepare(
        `insert into draw_objects (draw_id, object_id, code, stratum, kind, meeting_order, ticket, batch)
         select :drawId, p.object_id, p.code, :stratum, :kind, :order, :ticket, :batch
           from draw_pool p where p.draw_id = :drawId and p.code = :code`,
      );
      for (const { id, stratum, kind, position, ticket, batch } of meeting) {
        const { changes } = insert.run({
          drawId,
          code: id,
          stratum,
          kind,
          order: position,
          ticket,
          batch: batch ?? null,
        });
        if (changes !== 1) throw new Error(`drawn, but not in the pool: ${id}`);
      }
      db.prepare(`update draws set state = 'drawn', drawn_at = ? where id = ?`).run(at, drawId);
    },

    /** How many officer stages have their teams. */
    stageCount(drawId: number): number {
      return db
        .prepare<[number], number>('select count(*) from draw_stages where draw_id = ?')
        .pluck()
        .get(drawId) as number;
    },

    /** `teams` by object in meeting order, officer codes by seat. A draw already staffed or recorded gets a further stage. */
    insertTeams(drawId: number, stage: number, outcome: TeamsOutcome, at: string): void {
      const insert = db.prepare(
        `insert into draw_seats (draw_id, stage, object_id, seat, officer_id, candidates)
         select :drawId, :stage, b.object_id, :seat, o.officer_id, :candidates
           from draw_objects b join draw_officers o on o.draw_id = b.draw_id and o.stage = :stage and o.code = :officer
          where b.draw_id = :drawId and b.meeting_order = :order`,
      );
      for (const [index, team] of outcome.teams.entries()) {
        for (const [seat, officer] of team.entries()) {
          const candidates = outcome.candidates[index]?.[seat] ?? 0;
          const { changes } = insert.run({ drawId, stage, seat, officer, candidates, order: index + 1 });
          if (changes !== 1) throw new Error(`seated, but not listed: ${officer}`);
        }
      }
      const isFirst = this.stageCount(drawId) === 0;
      insertFile.run(drawId, isFirst ? FILE_NAMES.result : FILE_NAMES.laterResult(stage), outcome.resultText);
      const row = { drawId, stage, tmin: outcome.tmin ?? null, resultHash: outcome.resultHash, at };
      db.prepare(
        `insert into draw_stages (draw_id, stage, tmin, result_hash, staffed_at)
         values (:drawId, :stage, :tmin, :resultHash, :at)`,
      ).run(row);
      db.prepare(
        `update draws set tmin = :tmin, stage = :stage, result_hash = :resultHash, staffed_at = coalesce(staffed_at, :at)
          where id = :drawId`,
      ).run(row);
      db.prepare(`update draws set state = 'staffed' where id = ? and state = 'drawn'`).run(drawId);
    },

    insertAmendment(drawId: number, stage: number, amendment: AmendmentRow): void {
      const { reason, cause, at, proposedBy = '', approvedBy = '' } = amendment;
      db.prepare(
        `insert into draw_amendments (draw_id, stage, reason, cause, amended_at, proposed_name, approved_name)
         values (:drawId, :stage, :reason, :cause, :at, :proposedBy, :approvedBy)`,
      ).run({ drawId, stage, reason, cause, at, proposedBy, approvedBy });
      insertFile.run(drawId, FILE_NAMES.officers(stage), amendment.files.officers);
      insertFile.run(drawId, FILE_NAMES.recusals(stage), amendment.files.recusals);
      insertFile.run(drawId, FILE_NAMES.amend(stage), amendment.files.amend);
      this.insertStageOfficers(drawId, stage, amendment.officers);
    },

    record(drawId: number, head: LedgerHead, at: string): void {
      db.prepare(
        `update draws set state = 'recorded', recorded_at = ?, ledger_seq = ?, ledger_hash = ? where id = ?`,
      ).run(at, head.seq, head.hash, drawId);
    },

    /** The time of a record already closed is kept beside. */
    voidDraw(drawId: number, { witnesses, ...row }: VoidRow): void {
      const present = witnesses.map((witness) => ({ ...witness, identity: identityOf(witness) }));
      db.prepare(
        `update draws set state = 'void', recorded_before_void = recorded_at, recorded_at = null, voided_at = :at,
                          voided_by = :accountId, void_approver = :approver, void_reason = :reason,
                          void_witnesses = :witnesses where id = :drawId`,
      ).run({ ...row, witnesses: present.map(sayAttendant).join('、'), drawId });
      const insert = db.prepare(
        `insert into draw_void_witnesses (draw_id, position, name, unit, kind, identity)
         values (:drawId, :position, :name, :unit, :kind, :identity)`,
      );
      for (const [index, witness] of present.entries()) insert.run({ ...witness, drawId, position: index + 1 });
    },
  };
}

export interface TeamsOutcome {
  readonly teams: readonly (readonly string[])[];
  readonly candidates: readonly (readonly number[])[];
  readonly tmin: number | undefined;
  readonly resultText: string;
  readonly resultHash: string;
}

interface AmendmentRow {
  readonly reason: string;
  readonly cause: string;
  readonly at: string;
  readonly proposedBy?: string;
  readonly approvedBy?: string;
  readonly files: { readonly officers: string; readonly recusals: string; readonly amend: string };
  readonly officers: readonly StageOfficer[];
}

interface VoidRow {
  readonly at: string;
  readonly accountId: number;
  readonly approver: string;
  readonly reason: string;
  readonly witnesses: readonly VoidWitness[];
}
