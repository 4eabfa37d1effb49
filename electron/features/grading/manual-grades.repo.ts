import type { ManualGrade } from '../../../shared/features/grading/grade.ts';
import type { ProposeManual } from '../../../shared/features/grading/schemas.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';

/** 人工调整 as it stands; `expiresOn` is the last day it holds. */
export interface ManualChange {
  readonly id: number;
  readonly objectId: number;
  readonly code: string;
  readonly name: string | null;
  readonly fromGrade: Grade | null;
  readonly toGrade: Grade;
  readonly reason: string;
  readonly expiresOn: string;
  readonly state: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
  readonly proposedById: number;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly opinion: string;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawReason: string | null;
}

/** Table manual_grades; a part of the grading repo. */
export function createManualGrades(db: Db) {
  const select = `
    select m.id, m.object_id as objectId, m.object_code as code, o.name, m.from_grade as fromGrade, m.to_grade as toGrade, m.reason,
           m.expires_on as expiresOn, m.state, m.proposed_by as proposedById, p.name as proposedBy, m.proposed_at as proposedAt,
           d.name as decidedBy, m.decided_at as decidedAt, m.opinion, w.name as withdrawnBy, m.withdrawn_at as withdrawnAt,
           m.withdraw_reason as withdrawReason
      from manual_grades m
      join accounts p on p.id = m.proposed_by
      left join objects o on o.id = m.object_id
      left join accounts d on d.id = m.decided_by
      left join accounts w on w.id = m.withdrawn_by`;
  const newestFirst = db.prepare<[], ManualChange>(`${select} order by m.id desc`);
  const ofObject = db.prepare<[number], ManualChange>(`${select} where m.object_id = ? order by m.id desc`);
  const ofId = db.prepare<[number], ManualChange>(`${select} where m.id = ?`);
  const held = `select id, object_id as objectId, to_grade as grade, reason, expires_on as expiresOn from manual_grades
     where state = 'approved' and expires_on >= ?`;
  const inForce = db.prepare<[string], ManualGrade & { objectId: number }>(`${held} order by id`);
  const inForceOf = db.prepare<[string, number], ManualGrade>(`${held} and object_id = ? order by id desc limit 1`);
  const insert = db.prepare(`
    insert into manual_grades (object_id, object_code, from_grade, to_grade, reason, expires_on, proposed_by, proposed_at)
    select o.id, o.code, :fromGrade, :toGrade, :reason, :expiresOn, :accountId, :at from objects o where o.id = :objectId`);
  const decide = db.prepare(
    `update manual_grades set state = :state, opinion = :opinion, decided_by = :accountId, decided_at = :at where id = :id`,
  );
  const withdraw = db.prepare(
    `update manual_grades set state = 'withdrawn', withdraw_reason = :reason, withdrawn_by = :accountId, withdrawn_at = :at
      where id = :id`,
  );

  return {
    manualChanges: (): readonly ManualChange[] => newestFirst.all(),
    manualChangesOf: (objectId: number): readonly ManualChange[] => ofObject.all(objectId),
    manualChangeById: (id: number): ManualChange | null => ofId.get(id) ?? null,

    /** What holds on a day, by object; of several the newest. */
    manualGrades: (today: string): ReadonlyMap<number, ManualGrade> =>
      new Map(inForce.all(today).map((manual) => [manual.objectId, manual])),
    manualGradeOf: (objectId: number, today: string): ManualGrade | null => inForceOf.get(today, objectId) ?? null,

    proposeManual: (proposal: ProposeManual & { fromGrade: Grade | null }, accountId: number, at: string): number =>
      Number(insert.run({ ...proposal, accountId, at }).lastInsertRowid),

    decideManual(id: number, state: 'approved' | 'rejected', opinion: string, accountId: number, at: string): void {
      decide.run({ id, state, opinion, accountId, at });
    },

    withdrawManual(id: number, reason: string, accountId: number, at: string): void {
      withdraw.run({ id, reason, accountId, at });
    },
  };
}
