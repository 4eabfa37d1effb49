import type { PenaltyNotice, RepairMatter } from '../../../shared/features/supervision/repairs.ts';
import type { ServiceManner } from '../../../shared/features/supervision/steps.ts';
import type { Severity } from '../../../shared/kernel/credit-facts.ts';
import type { Standing } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './taken.ts';

export interface NewRepair {
  readonly number: string;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly severity: Severity;
  readonly tierName: string;
  readonly tierArticle: string;
  readonly tierStanding: Standing;
  readonly documentOn: string;
  readonly earliestOn: string;
  readonly applicant: string;
  readonly appliedOn: string;
  readonly remedy: string;
  readonly waysNeeded: number;
  readonly packId: string;
  readonly packVersion: number;
}

type Children = 'tier' | 'handlerIds' | 'subjects' | 'materials' | 'ways' | 'acceptance' | 'check' | 'decision';

interface RepairRow extends Omit<RepairMatter, Children> {
  readonly tierName: string;
  readonly tierArticle: string;
  readonly tierStanding: Standing;
}

type CheckRow = Omit<NonNullable<RepairMatter['check']>, 'isPassed'> & { readonly isPassed: number };

/** Tables repairs and what follows on them; a part of the supervision repo. Append-only. */
export function createRepairs(db: Db) {
  const select = `
    select r.id, r.number, r.object_id as objectId, r.object_code as objectCode, r.object_name as objectName, r.severity,
           r.tier_name as tierName, r.tier_article as tierArticle, r.tier_standing as tierStanding, r.document_on as documentOn,
           r.earliest_on as earliestOn, r.applicant, r.applied_on as appliedOn, r.remedy, r.ways_needed as waysNeeded,
           a.name as enteredBy
      from repairs r join accounts a on a.id = r.entered_by`;
  const everyRepair = db.prepare<[], RepairRow>(`${select} order by r.id desc`);
  const ofId = db.prepare<[number], RepairRow>(`${select} where r.id = ?`);
  const ofObject = db.prepare<[number], RepairRow>(`${select} where r.object_id = ? order by r.id desc`);
  const handlers = db
    .prepare<{ id: number }, number>(
      `select entered_by from repairs where id = :id
        union select entered_by from repair_acceptances where repair_id = :id
        union select entered_by from repair_checks where repair_id = :id`,
    )
    .pluck();
  const subjectsOf = db.prepare<[number], RepairMatter['subjects'][number]>(
    'select record_id as recordId, entry_id as entryId, title from repair_subjects where repair_id = ? order by position',
  );
  const materialsOf = db.prepare<[number], RepairMatter['materials'][number]>(
    `select m.kind, m.title, m.dated_on as datedOn, a.name as "by"
       from repair_materials m join accounts a on a.id = m.entered_by where m.repair_id = ? order by m.entered_at, m.kind`,
  );
  const waysOf = db.prepare<[number], RepairMatter['ways'][number]>(
    `select w.way_id as wayId, w.name, w.done_on as doneOn, w.proof, w.attendance, a.name as "by"
       from repair_ways w join accounts a on a.id = w.entered_by where w.repair_id = ? order by w.entered_at, w.way_id`,
  );
  const acceptanceOf = db.prepare<[number], NonNullable<RepairMatter['acceptance']>>(
    `select c.accepted_on as acceptedOn, a.name as "by"
       from repair_acceptances c join accounts a on a.id = c.entered_by where c.repair_id = ?`,
  );
  const checkOf = db.prepare<[number], CheckRow>(
    `select c.checked_on as checkedOn, c.is_passed as isPassed, c.finding, a.name as "by"
       from repair_checks c join accounts a on a.id = c.entered_by where c.repair_id = ?`,
  );
  const decisionOf = db.prepare<[number], Omit<NonNullable<RepairMatter['decision']>, 'effects'>>(
    `select d.outcome, d.opinion, d.decided_on as decidedOn, a.name as "by"
       from repair_decisions d join accounts a on a.id = d.decided_by where d.repair_id = ?`,
  );
  const effectsOf = db
    .prepare<[number], string>('select what from repair_effects where repair_id = ? order by position')
    .pluck();

  const viewOf = ({ tierName, tierArticle, tierStanding, ...row }: RepairRow): RepairMatter => {
    const check = checkOf.get(row.id);
    const decision = decisionOf.get(row.id);
    return {
      ...row,
      tier: { name: tierName, article: tierArticle, standing: tierStanding },
      handlerIds: handlers.all({ id: row.id }),
      subjects: subjectsOf.all(row.id),
      materials: materialsOf.all(row.id),
      ways: waysOf.all(row.id),
      acceptance: acceptanceOf.get(row.id) ?? null,
      check: check === undefined ? null : { ...check, isPassed: check.isPassed === 1 },
      decision: decision === undefined ? null : { ...decision, effects: effectsOf.all(row.id) },
    };
  };

  return {
    /** Newest first. */
    repairs: (): readonly RepairMatter[] => everyRepair.all().map(viewOf),
    repairsOf: (objectId: number): readonly RepairMatter[] => ofObject.all(objectId).map(viewOf),
    repairById(id: number): RepairMatter | null {
      const row = ofId.get(id);
      return row === undefined ? null : viewOf(row);
    },

    insertRepair(repair: NewRepair, subjects: RepairMatter['subjects'], by: By): number {
      const repairId = Number(
        db
          .prepare(
            `insert into repairs (number, object_id, object_code, object_name, severity, tier_name, tier_article, tier_standing,
               document_on, earliest_on, applicant, applied_on, remedy, ways_needed, pack_id, pack_version, entered_by, entered_at)
             values (:number, :objectId, :objectCode, :objectName, :severity, :tierName, :tierArticle, :tierStanding, :documentOn,
               :earliestOn, :applicant, :appliedOn, :remedy, :waysNeeded, :packId, :packVersion, :accountId, :at)`,
          )
          .run({ ...repair, ...by }).lastInsertRowid,
      );
      const insert = db.prepare(
        `insert into repair_subjects (repair_id, position, record_id, entry_id, title)
         values (:repairId, :position, :recordId, :entryId, :title)`,
      );
      for (const [index, subject] of subjects.entries()) insert.run({ ...subject, repairId, position: index + 1 });
      return repairId;
    },

    insertMaterial(
      material: Omit<RepairMatter['materials'][number], 'by'> & { readonly repairId: number },
      by: By,
    ): void {
      db.prepare(
        `insert into repair_materials (repair_id, kind, title, dated_on, entered_by, entered_at)
         values (:repairId, :kind, :title, :datedOn, :accountId, :at)`,
      ).run({ ...material, ...by });
    },

    insertWay(way: Omit<RepairMatter['ways'][number], 'by'> & { readonly repairId: number }, by: By): void {
      db.prepare(
        `insert into repair_ways (repair_id, way_id, name, done_on, proof, attendance, entered_by, entered_at)
         values (:repairId, :wayId, :name, :doneOn, :proof, :attendance, :accountId, :at)`,
      ).run({ ...way, ...by });
    },

    insertAcceptance(acceptance: { readonly repairId: number; readonly acceptedOn: string }, by: By): void {
      db.prepare(
        `insert into repair_acceptances (repair_id, accepted_on, entered_by, entered_at)
         values (:repairId, :acceptedOn, :accountId, :at)`,
      ).run({ ...acceptance, ...by });
    },

    insertCheck(
      check: {
        readonly repairId: number;
        readonly checkedOn: string;
        readonly isPassed: boolean;
        readonly finding: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into repair_checks (repair_id, checked_on, is_passed, finding, entered_by, entered_at)
         values (:repairId, :checkedOn, :isPassed, :finding, :accountId, :at)`,
      ).run({ ...check, isPassed: check.isPassed ? 1 : 0, ...by });
    },

    insertDecision(
      decision: {
        readonly repairId: number;
        readonly outcome: 'repaired' | 'refused';
        readonly opinion: string;
        readonly decidedOn: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into repair_decisions (repair_id, outcome, opinion, decided_on, decided_by, decided_at)
         values (:repairId, :outcome, :opinion, :decidedOn, :accountId, :at)`,
      ).run({ ...decision, ...by });
    },

    insertEffects(repairId: number, effects: readonly string[]): void {
      const insert = db.prepare('insert into repair_effects (repair_id, position, what) values (?, ?, ?)');
      for (const [index, what] of effects.entries()) insert.run(repairId, index + 1, what);
    },
  };
}

interface PenaltyRow extends Omit<PenaltyNotice, 'notice' | 'service'> {
  readonly number: string | null;
  readonly noticeSeverity: Severity;
  readonly issuedOn: string;
  readonly servedOn: string | null;
  readonly manner: ServiceManner;
  readonly receiver: string;
  readonly servedBy: string;
}

/** Tables repair_notices and repair_notice_services (两书同达); a part of the supervision repo. */
export function createRepairNotices(db: Db) {
  const select = `
    select c.id as recordId, c.object_id as objectId, o.code as objectCode, o.name as objectName,
           c.document_number as documentNumber, c.happened_on as happenedOn, c.summary, c.severity, n.number,
           n.severity as noticeSeverity, n.issued_on as issuedOn, s.served_on as servedOn, s.manner, s.receiver, a.name as servedBy
      from credit_records c join objects o on o.id = c.object_id
      left join repair_notices n on n.record_id = c.id left join repair_notice_services s on s.record_id = c.id
      left join accounts a on a.id = s.entered_by
     where c.kind = 'penalty' and c.withdrawn_at is null`;
  const unserved = db.prepare<[string], PenaltyRow>(
    `${select} and s.record_id is null and c.repaired_on is null and c.source = ? order by c.happened_on desc, c.id desc limit 500`,
  );
  const ofRecord = db.prepare<[number], PenaltyRow>(`${select} and c.id = ?`);
  const ofObject = db.prepare<[number], PenaltyRow>(
    `${select} and n.record_id is not null and c.object_id = ? order by c.id desc`,
  );

  return {
    /** Penalties this office imposed whose 告知书 has not been served, newest first. */
    unserved: (source: string): readonly PenaltyNotice[] => unserved.all(source).map(penaltyView),
    /** Penalties of one enterprise that a 告知书 was made for. */
    noticesOf: (objectId: number): readonly PenaltyNotice[] => ofObject.all(objectId).map(penaltyView),
    /** A standing penalty with its notice; null for any other record. */
    penalty(recordId: number): PenaltyNotice | null {
      const row = ofRecord.get(recordId);
      return row === undefined ? null : penaltyView(row);
    },

    insertNotice(
      notice: {
        readonly recordId: number;
        readonly number: string;
        readonly severity: Severity;
        readonly issuedOn: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into repair_notices (record_id, number, severity, issued_on, issued_by, issued_at)
         values (:recordId, :number, :severity, :issuedOn, :accountId, :at)`,
      ).run({ ...notice, ...by });
    },

    insertService(
      service: {
        readonly recordId: number;
        readonly servedOn: string;
        readonly manner: ServiceManner;
        readonly receiver: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into repair_notice_services (record_id, served_on, manner, receiver, entered_by, entered_at)
         values (:recordId, :servedOn, :manner, :receiver, :accountId, :at)`,
      ).run({ ...service, ...by });
    },
  };
}

function penaltyView({
  number,
  noticeSeverity,
  issuedOn,
  servedOn,
  manner,
  receiver,
  servedBy,
  ...row
}: PenaltyRow): PenaltyNotice {
  return {
    ...row,
    notice: number === null ? null : { number, severity: noticeSeverity, issuedOn },
    service: servedOn === null ? null : { servedOn, manner, receiver, by: servedBy },
  };
}
