import type { WitnessKind } from '../../../shared/features/draws/attendance.ts';
import { publicGroupName } from '../../../shared/features/draws/ceremony.ts';
import { readPlan } from '../../../shared/features/draws/plan-file.ts';
import { sampleSize } from '../../../shared/features/draws/quota.ts';
import type { DrawFiles } from '../../../shared/features/draws/read-draw.ts';
import { FILE_NAMES } from '../../../shared/features/draws/read-draw.ts';
import { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import type {
  AmendmentLine,
  DrawLine,
  DrawnLine,
  DrawView,
  DrawWitness,
  PoolLine,
  SeatLine,
  StratumLine,
} from '../../../shared/features/draws/views.ts';
import type { Db } from '../../database/open.ts';
import { createBatches } from './batches.repo.ts';
import { createChanges } from './changes.repo.ts';
import type { HallRepo } from './hall.repo.ts';

interface LineRow extends Omit<DrawLine, 'isRehearsal' | 'poolSize'> {
  readonly isRehearsal: number;
}

type PlainFields =
  | 'place'
  | 'supervisor'
  | 'supervisorUnit'
  | 'operatorName'
  | 'seed'
  | 'sealedAt'
  | 'drawnAt'
  | 'staffedAt'
  | 'recordedAt'
  | 'tmin'
  | 'stage'
  | 'resultHash';

/** A draw's row: what the view shows as it is, and what it puts together. */
interface ViewRow extends Pick<DrawView, PlainFields> {
  readonly setting: string;
  readonly ledgerSeq: number | null;
  readonly ledgerHash: string | null;
  readonly voidedAt: string | null;
  readonly approver: string | null;
  readonly reason: string | null;
  readonly voidWitnesses: string | null;
}

const selectLines = `
  select d.id, d.number, d.is_rehearsal as isRehearsal, d.state, d.task_id as taskId, t.number as taskNumber,
         t.title as taskTitle, d.commitment, d.frozen_at as frozenAt,
         (select count(*) from draw_objects o where o.draw_id = d.id) as drawnCount
    from draws d join tasks t on t.id = d.task_id`;

/** Reading draws; a part of the draws repo. */
export function createDrawViews(db: Db, hall: Pick<HallRepo, 'echo'>) {
  function file(drawId: number, name: string): string {
    return (
      db
        .prepare<[number, string], string>('select content from draw_files where draw_id = ? and name = ?')
        .pluck()
        .get(drawId, name) ?? ''
    );
  }

  function witnesses(drawId: number): DrawWitness[] {
    return db
      .prepare<[number], Omit<DrawWitness, 'isDice'> & { isDice: number }>(
        `select w.position, w.name, w.unit, w.kind, w.identity, w.is_dice as isDice, w.digit_count as digitCount, w.digits,
                w.entered_at as enteredAt, t.way, t.rolled_by as rolledBy, c.confirmed_at as confirmedAt
           from draw_witnesses w
           left join draw_takings t on t.draw_id = w.draw_id and t.position = w.position
           left join draw_confirmations c on c.draw_id = w.draw_id and c.position = w.position
          where w.draw_id = ? order by w.position`,
      )
      .all(drawId)
      .map((row) => ({ ...row, isDice: row.isDice === 1 }));
  }

  function voidWitnessesOf(drawId: number) {
    return db
      .prepare<[number], { name: string; unit: string; identity: string }>(
        'select name, unit, identity from draw_void_witnesses where draw_id = ? order by position',
      )
      .all(drawId);
  }

  // The page and the projector ask for a draw every second; its pool is frozen, and counting it means reading all of it.
  const counted = new Map<string, readonly StratumLine[]>();

  function strata({ id, commitment }: Pick<DrawLine, 'id' | 'commitment'>): readonly StratumLine[] {
    const key = `${id} ${commitment}`;
    const known = counted.get(key) ?? countedStrata(id);
    counted.set(key, known);
    return known;
  }

  function countedStrata(drawId: number): StratumLine[] {
    const counts = db
      .prepare<[number], { stratum: string; poolSize: number; excluded: number; mustCount: number }>(
        `select stratum, sum(excluded is null) as poolSize, sum(excluded is not null) as excluded, sum(is_must) as mustCount
           from draw_pool where draw_id = ? group by stratum order by stratum`,
      )
      .all(drawId);
    const plan = readPlan(FILE_NAMES.plan, file(drawId, FILE_NAMES.plan));
    if (!plan.ok) throw new Error('a frozen plan does not read');
    const names = counts.map(({ stratum }) => stratum);
    return counts.map((row) => {
      const quota = plan.value.strata.find(({ name }) => name === row.stratum)?.quota ?? { count: 0 };
      return {
        ...row,
        group: publicGroupName(names, row.stratum),
        sampleSize: sampleSize(row.poolSize, quota, row.mustCount),
      };
    });
  }

  function lineOf(row: LineRow): DrawLine {
    const poolSize = strata(row).reduce((sum, stratum) => sum + stratum.poolSize, 0);
    return { ...row, poolSize, isRehearsal: row.isRehearsal === 1 };
  }

  function excluded(drawId: number): PoolLine[] {
    return db
      .prepare<[number], Omit<PoolLine, 'isMust'> & { isMust: number }>(
        `select code, name, stratum, excluded, note, is_must as isMust
           from draw_pool where draw_id = ? and excluded is not null order by code`,
      )
      .all(drawId)
      .map((row) => ({ ...row, isMust: row.isMust === 1 }));
  }

  function drawn(drawId: number): DrawnLine[] {
    const seats = db
      .prepare<[number], SeatLine & { objectId: number }>(
        `select s.object_id as objectId, s.seat, s.officer_id as officerId, o.code, o.name, o.department, s.candidates
           from draw_seats s join draws d on d.id = s.draw_id
           join draw_officers o on o.draw_id = s.draw_id and o.stage = s.stage and o.officer_id = s.officer_id
          where s.draw_id = ? and s.stage = d.stage order by s.object_id, s.seat`,
      )
      .all(drawId);
    const teams = new Map<number, SeatLine[]>();
    for (const { objectId, ...seat } of seats) teams.set(objectId, [...(teams.get(objectId) ?? []), seat]);
    return db
      .prepare<[number], Omit<DrawnLine, 'team'>>(
        `select o.object_id as objectId, o.meeting_order as "order", o.code, p.name, o.stratum, o.kind, o.ticket, o.batch
           from draw_objects o join draw_pool p on p.draw_id = o.draw_id and p.object_id = o.object_id
          where o.draw_id = ? order by o.meeting_order`,
      )
      .all(drawId)
      .map((row) => ({ ...row, team: teams.get(row.objectId) ?? [] }));
  }

  function amendments(drawId: number): AmendmentLine[] {
    return db
      .prepare<[number], AmendmentLine>(
        // The file's first line is “officers”, a tab and the hash.
        `select a.stage, a.reason, a.cause, a.amended_at as amendedAt, a.proposed_name as proposedBy, a.approved_name as approvedBy,
                substr(f.content, 10, 64) as officersHash
           from draw_amendments a join draw_files f on f.draw_id = a.draw_id and f.name = 'amend-r' || a.stage || '.txt'
          where a.draw_id = ? order by a.stage`,
      )
      .all(drawId);
  }

  const changes = createChanges(db);

  return {
    ...changes,
    ...createBatches(db),

    /** Newest first. */
    list(): readonly DrawLine[] {
      return db.prepare<[], LineRow>(`${selectLines} order by d.id desc`).all().map(lineOf);
    },

    drawById(id: number): DrawView | null {
      const line = db.prepare<[number], LineRow>(`${selectLines} where d.id = ?`).get(id);
      if (line === undefined) return null;
      const row = db
        .prepare<[number], ViewRow>(
          `select setting, place, supervisor, supervisor_unit as supervisorUnit, operator_name as operatorName, seed, sealed_at as sealedAt,
                  drawn_at as drawnAt, staffed_at as staffedAt, coalesce(recorded_at, recorded_before_void) as recordedAt, tmin, stage,
                  result_hash as resultHash, ledger_seq as ledgerSeq, ledger_hash as ledgerHash, voided_at as voidedAt,
                  void_approver as approver, void_reason as reason, void_witnesses as voidWitnesses
             from draws where id = ?`,
        )
        .get(id);
      if (row === undefined) return null;
      const { ledgerSeq, ledgerHash, voidedAt, approver, reason, voidWitnesses, setting, ...facts } = row;
      return {
        ...lineOf(line),
        ...facts,
        setting: DrawSetting.parse(JSON.parse(setting)),
        ledgerHead: ledgerSeq === null ? null : { seq: ledgerSeq, hash: ledgerHash ?? '' },
        voided:
          voidedAt === null
            ? null
            : {
                at: voidedAt,
                approver: approver ?? '',
                reason: reason ?? '',
                witnesses: voidWitnesses ?? '',
                present: voidWitnessesOf(id),
              },
        witnesses: witnesses(id),
        echo: hall.echo(id),
        strata: strata(line),
        excluded: excluded(id),
        drawn: drawn(id),
        amendments: amendments(id),
        earlierStages: changes.earlierStages(id, row.stage),
        substitutions: changes.substitutions(id, row.stage),
        changes: changes.changes(id),
        recusalCount: linesIn(file(id, FILE_NAMES.recusals(row.stage))),
        officerCount: linesIn(file(id, FILE_NAMES.officers(row.stage))),
      };
    },

    /** Officers who took no part at freezing, with the reasons in words. */
    barredOfficers(drawId: number) {
      return db
        .prepare<[number], { name: string; department: string; reasons: string }>(
          'select name, department, reasons from draw_officers_barred where draw_id = ? order by code',
        )
        .all(drawId);
    },

    /** 必检 as frozen. */
    mustOf(drawId: number) {
      return db
        .prepare<[number], { code: string; name: string }>(
          'select code, name from draw_pool where draw_id = ? and is_must = 1 order by code',
        )
        .all(drawId);
    },

    /** Names of objects of the pool as frozen, by code. */
    poolNames(drawId: number, codes: readonly string[]): ReadonlyMap<string, string> {
      const nameOf = db
        .prepare<[number, string], string>('select name from draw_pool where draw_id = ? and code = ?')
        .pluck();
      return new Map(codes.map((code) => [code, nameOf.get(drawId, code) ?? '']));
    },

    /** Witnesses, supervisors and places of earlier draws, each once, newest first; rehearsals count too. */
    knownAttendants() {
      const witnesses = db
        .prepare<[], { name: string; unit: string; kind: WitnessKind | null; words: string }>(
          `select name, unit, kind, identity as words
             from (select name, unit, kind, identity, draw_id from draw_witnesses
                   union all select name, unit, kind, identity, draw_id from draw_void_witnesses)
            group by name, unit order by max(draw_id) desc, name limit 60`,
        )
        .all()
        .map((row) => ({ ...row, identity: row.kind === 'other' ? row.words : '' }));
      const supervisors = db
        .prepare<[], { name: string; unit: string }>(
          `select supervisor as name, supervisor_unit as unit from draws where supervisor <> ''
            group by supervisor, supervisor_unit order by max(id) desc limit 20`,
        )
        .all();
      const places = db
        .prepare<[], string>(`select place from draws where place <> '' group by place order by max(id) desc limit 20`)
        .pluck()
        .all();
      return { witnesses, supervisors, places };
    },

    /** All files of a draw by name, as frozen. */
    drawFiles(drawId: number): ReadonlyMap<string, string> {
      const rows = db
        .prepare<[number], { name: string; content: string }>(
          'select name, content from draw_files where draw_id = ? order by name',
        )
        .all(drawId);
      return new Map(rows.map(({ name, content }) => [name, content]));
    },

    /** The files of the 验证包: of the results the one of the last stage. */
    packageFiles(drawId: number): ReadonlyMap<string, string> {
      const files = new Map(this.drawFiles(drawId));
      for (const stage of amendmentStages(files)) {
        const later = files.get(FILE_NAMES.laterResult(stage));
        if (later === undefined) continue;
        files.delete(FILE_NAMES.laterResult(stage));
        files.set(FILE_NAMES.result, later);
      }
      return files;
    },

    /** What the engine reads. */
    engineFiles(drawId: number): DrawFiles {
      const files = this.drawFiles(drawId);
      const text = (name: string) => files.get(name) ?? '';
      const amendments = amendmentStages(files).map((stage) => ({
        officers: text(FILE_NAMES.officers(stage)),
        recusals: text(FILE_NAMES.recusals(stage)),
        amend: text(FILE_NAMES.amend(stage)),
      }));
      return {
        manifest: text(FILE_NAMES.manifest),
        objects: text(FILE_NAMES.objects),
        plan: text(FILE_NAMES.plan),
        officers: text(FILE_NAMES.officers(1)),
        recusals: text(FILE_NAMES.recusals(1)),
        amendments,
      };
    },
  };
}

function amendmentStages(files: ReadonlyMap<string, string>): number[] {
  const stages: number[] = [];
  while (files.has(FILE_NAMES.amend(stages.length + 2))) stages.push(stages.length + 2);
  return stages;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
