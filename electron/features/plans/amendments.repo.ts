import type { AmendmentChange } from '../../../shared/features/plans/amend.ts';
import type { PlanState, PlanStep } from '../../../shared/features/plans/plan.ts';
import type { PlanRow } from '../../../shared/features/plans/plan-items.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Db } from '../../database/open.ts';

/** 第几次调整 of an approved plan. */
export interface Amendment {
  readonly id: number;
  readonly planId: number;
  readonly serial: number;
  readonly reason: string;
  readonly state: PlanState;
  readonly proposedBy: string;
  readonly proposedById: number;
  readonly proposedAt: string;
  readonly approvedBy: string | null;
  /** In force from this day. */
  readonly approvedOn: LocalDate | null;
  readonly documentNumber: string;
}

export interface StepLine {
  readonly amendment: number | null;
  readonly step: PlanStep;
  readonly opinion: string;
  readonly takenBy: string;
  readonly takenById: number;
  readonly takenAt: string;
}

export interface PlanPublication {
  /** 第几次调整 is contained; null = the plan as first approved. */
  readonly amendment: number | null;
  readonly publishedOn: LocalDate;
  readonly place: string;
  readonly recordedBy: string;
}

/** Which plan or amendment a step is about. */
export interface StepOf {
  readonly planId: number;
  readonly amendmentId: number | null;
}

interface ChangeRow {
  id: number;
  kind: AmendmentChange['kind'];
  item_id: number | null;
  reading: string | null;
}

/** Tables plan_amendments, plan_amendment_changes, plan_steps, plan_hands, plan_publications; a part of the plans repo. */
export function createAmendments(db: Db) {
  const select = `
    select m.id, m.plan_id as planId, m.serial, m.reason, m.state, p.name as proposedBy, m.proposed_by as proposedById,
           m.proposed_at as proposedAt, a.name as approvedBy, m.approved_on as approvedOn, m.document_number as documentNumber
      from plan_amendments m join accounts p on p.id = m.proposed_by left join accounts a on a.id = m.approved_by`;
  const ofPlan = db.prepare<[number], Amendment>(`${select} where m.plan_id = ? order by m.serial`);
  const ofId = db.prepare<[number], Amendment>(`${select} where m.id = ?`);
  const changesOf = db.prepare<[number], ChangeRow>(
    'select id, kind, item_id, reading from plan_amendment_changes where amendment_id = ? order by id',
  );
  const steps = db.prepare<[number], StepLine>(`
    select m.serial as amendment, s.step, s.opinion, a.name as takenBy, s.taken_by as takenById, s.taken_at as takenAt
      from plan_steps s join accounts a on a.id = s.taken_by left join plan_amendments m on m.id = s.amendment_id
     where s.plan_id = ? order by s.id`);
  const publications = db.prepare<[number], PlanPublication>(`
    select m.serial as amendment, p.published_on as publishedOn, p.place, a.name as recordedBy
      from plan_publications p join accounts a on a.id = p.recorded_by left join plan_amendments m on m.id = p.amendment_id
     where p.plan_id = ? order by p.id`);

  return {
    amendments: (planId: number): readonly Amendment[] => ofPlan.all(planId),
    amendmentById: (id: number): Amendment | null => ofId.get(id) ?? null,
    amendmentChanges: (id: number): readonly AmendmentChange[] => changesOf.all(id).map(changeOf),

    insertAmendment(planId: number, reason: string, accountId: number, at: string): number {
      const serial = Number(
        db.prepare('select coalesce(max(serial), 0) + 1 from plan_amendments where plan_id = ?').pluck().get(planId),
      );
      const inserted = db
        .prepare(
          'insert into plan_amendments (plan_id, serial, reason, proposed_by, proposed_at) values (?, ?, ?, ?, ?)',
        )
        .run(planId, serial, reason, accountId, at);
      return Number(inserted.lastInsertRowid);
    },

    /** Takes the place of what the amendment said of the same item before. */
    setChange(amendmentId: number, change: Omit<AmendmentChange, 'id'>): void {
      if (change.itemId !== null) {
        db.prepare('delete from plan_amendment_changes where amendment_id = ? and item_id = ?').run(
          amendmentId,
          change.itemId,
        );
      }
      db.prepare('insert into plan_amendment_changes (amendment_id, kind, item_id, reading) values (?, ?, ?, ?)').run(
        amendmentId,
        change.kind,
        change.itemId,
        change.row === null ? null : JSON.stringify(change.row),
      );
    },

    removeChange: (amendmentId: number, id: number): void =>
      void db.prepare('delete from plan_amendment_changes where amendment_id = ? and id = ?').run(amendmentId, id),

    setAmendmentState(id: number, state: Exclude<PlanState, 'approved'>): void {
      db.prepare('update plan_amendments set state = ? where id = ?').run(state, id);
    },

    approveAmendment(
      id: number,
      { approvedOn, documentNumber }: { approvedOn: LocalDate; documentNumber: string },
      accountId: number,
      at: string,
    ): void {
      db.prepare(
        `update plan_amendments
            set state = 'approved', approved_by = ?, approved_at = ?, approved_on = ?, document_number = ? where id = ?`,
      ).run(accountId, at, approvedOn, documentNumber, id);
    },

    /** Takes a draft away; an approved amendment does not let itself be deleted. */
    deleteAmendment(id: number): void {
      db.prepare('delete from plan_steps where amendment_id = ?').run(id);
      db.prepare('delete from plan_hands where amendment_id = ?').run(id);
      db.prepare('delete from plan_amendment_changes where amendment_id = ?').run(id);
      db.prepare('delete from plan_amendments where id = ?').run(id);
    },

    /** 送审, 退回 and 批准 of the plan and of its amendments, in their order. */
    planSteps: (planId: number): readonly StepLine[] => steps.all(planId),
    insertStep({ planId, amendmentId }: StepOf, step: PlanStep, opinion: string, accountId: number, at: string): void {
      db.prepare(
        'insert into plan_steps (plan_id, amendment_id, step, opinion, taken_by, taken_at) values (?, ?, ?, ?, ?, ?)',
      ).run(planId, amendmentId, step, opinion, accountId, at);
    },

    /** Notes that the account wrote in the draft or put it up; it may then not approve it. */
    addHand({ planId, amendmentId }: StepOf, accountId: number): void {
      db.prepare(
        'insert into plan_hands (plan_id, amendment_id, account_id) values (?, ?, ?) on conflict do nothing',
      ).run(planId, amendmentId, accountId);
    },
    hasHandIn: ({ planId, amendmentId }: StepOf, accountId: number): boolean =>
      db
        .prepare('select 1 from plan_hands where plan_id = ? and amendment_id is ? and account_id = ?')
        .get(planId, amendmentId, accountId) !== undefined,

    planPublications: (planId: number): readonly PlanPublication[] => publications.all(planId),
    /** Records that the plan, with every amendment approved so far, was made public. */
    insertPlanPublication(
      planId: number,
      { publishedOn, place }: { publishedOn: LocalDate; place: string },
      accountId: number,
      at: string,
    ): void {
      db.prepare(
        `insert into plan_publications (plan_id, amendment_id, published_on, place, recorded_by, recorded_at)
         values (?, (select max(id) from plan_amendments where plan_id = ? and state = 'approved'), ?, ?, ?, ?)`,
      ).run(planId, planId, publishedOn, place, accountId, at);
    },
  };
}

function changeOf(row: ChangeRow): AmendmentChange {
  const read = row.reading === null ? null : (JSON.parse(row.reading) as PlanRow);
  return { id: row.id, kind: row.kind, itemId: row.item_id, row: read };
}
