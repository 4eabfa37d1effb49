import type {
  ObjectionMatter,
  ObjectionOutcome,
  ObjectionReaction,
  ObjectionSubject,
  RecordCorrection,
} from '../../../shared/features/supervision/objections.ts';
import type { ServiceManner } from '../../../shared/features/supervision/steps.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './taken.ts';

export interface NewObjection {
  readonly number: string;
  readonly subject: ObjectionSubject;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly recordId: number | null;
  readonly entryId: number | null;
  readonly inspectionId: number | null;
  readonly title: string;
  readonly objector: string;
  readonly contact: string;
  readonly claim: string;
  readonly evidence: string;
  readonly receivedOn: string;
  readonly verifyBy: string;
  readonly isEstimate: boolean;
  readonly packId: string;
  readonly packVersion: number;
}

type Children = 'isEstimate' | 'check' | 'decision' | 'answer' | 'feedback' | 'clearing';

interface ObjectionRow extends Omit<ObjectionMatter, Children> {
  readonly isEstimate: number;
}

type CheckRow = Omit<NonNullable<ObjectionMatter['check']>, 'correction'> & { readonly correction: string };
type DecisionRow = Omit<NonNullable<ObjectionMatter['decision']>, 'isWrongful'> & { readonly isWrongful: number };

/** Tables objections and what follows on them; a part of the supervision repo. Append-only. */
export function createObjections(db: Db) {
  const select = `
    select b.id, b.number, b.subject, b.object_id as objectId, b.object_code as objectCode, b.object_name as objectName,
           b.record_id as recordId, b.entry_id as entryId, b.inspection_id as inspectionId, b.title, b.objector, b.contact, b.claim,
           b.evidence, b.received_on as receivedOn, b.verify_by as verifyBy, b.is_estimate as isEstimate, a.name as enteredBy
      from objections b join accounts a on a.id = b.entered_by`;
  const everyObjection = db.prepare<[], ObjectionRow>(`${select} order by b.id desc`);
  const ofId = db.prepare<[number], ObjectionRow>(`${select} where b.id = ?`);
  const ofObject = db.prepare<[number], ObjectionRow>(`${select} where b.object_id = ? order by b.id desc`);
  const checkOf = db.prepare<[number], CheckRow>(
    `select c.checked_on as checkedOn, c.supplier, c.finding, c.proposal, c.correction, a.name as "by", c.entered_by as byId
       from objection_checks c join accounts a on a.id = c.entered_by where c.objection_id = ?`,
  );
  const decisionOf = db.prepare<[number], DecisionRow>(
    `select d.outcome, d.opinion, d.is_wrongful as isWrongful, d.decided_on as decidedOn, d.answer_by as answerBy, a.name as "by"
       from objection_decisions d join accounts a on a.id = d.decided_by where d.objection_id = ?`,
  );
  const answerOf = db.prepare<[number], NonNullable<ObjectionMatter['answer']>>(
    `select w.answered_on as answeredOn, w.answered_on as servedOn, w.manner, w.receiver, a.name as "by"
       from objection_answers w join accounts a on a.id = w.entered_by where w.objection_id = ?`,
  );
  const feedbackOf = db.prepare<[number], NonNullable<ObjectionMatter['feedback']>>(
    `select f.heard_on as heardOn, f.reaction, f.note, a.name as "by"
       from objection_feedbacks f join accounts a on a.id = f.entered_by where f.objection_id = ?`,
  );
  const clearingOf = db.prepare<[number], NonNullable<ObjectionMatter['clearing']>>(
    `select c.cleared_on as clearedOn, c.what, c.told, a.name as "by"
       from clearings c join accounts a on a.id = c.entered_by where c.objection_id = ?`,
  );

  const viewOf = (row: ObjectionRow): ObjectionMatter => {
    const check = checkOf.get(row.id);
    const decision = decisionOf.get(row.id);
    return {
      ...row,
      isEstimate: row.isEstimate === 1,
      check: check === undefined ? null : { ...check, correction: JSON.parse(check.correction) as RecordCorrection },
      decision: decision === undefined ? null : { ...decision, isWrongful: decision.isWrongful === 1 },
      answer: answerOf.get(row.id) ?? null,
      feedback: feedbackOf.get(row.id) ?? null,
      clearing: clearingOf.get(row.id) ?? null,
    };
  };

  return {
    /** Newest first. */
    objections: (): readonly ObjectionMatter[] => everyObjection.all().map(viewOf),
    objectionsOf: (objectId: number): readonly ObjectionMatter[] => ofObject.all(objectId).map(viewOf),
    objectionById(id: number): ObjectionMatter | null {
      const row = ofId.get(id);
      return row === undefined ? null : viewOf(row);
    },

    insertObjection(objection: NewObjection, by: By): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into objections (number, subject, object_id, object_code, object_name, record_id, entry_id, inspection_id, title, objector,
             contact, claim, evidence, received_on, verify_by, is_estimate, pack_id, pack_version, entered_by, entered_at)
           values (:number, :subject, :objectId, :objectCode, :objectName, :recordId, :entryId, :inspectionId, :title, :objector,
             :contact, :claim, :evidence, :receivedOn, :verifyBy, :isEstimate, :packId, :packVersion, :accountId, :at)`,
        )
        .run({ ...objection, isEstimate: objection.isEstimate ? 1 : 0, ...by });
      return Number(lastInsertRowid);
    },

    insertCheck(
      check: {
        readonly objectionId: number;
        readonly checkedOn: string;
        readonly supplier: string;
        readonly finding: string;
        readonly proposal: ObjectionOutcome;
        readonly correction: RecordCorrection;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into objection_checks (objection_id, checked_on, supplier, finding, proposal, correction, entered_by, entered_at)
         values (:objectionId, :checkedOn, :supplier, :finding, :proposal, :correction, :accountId, :at)`,
      ).run({ ...check, correction: JSON.stringify(check.correction), ...by });
    },

    insertDecision(
      decision: {
        readonly objectionId: number;
        readonly outcome: ObjectionOutcome;
        readonly opinion: string;
        readonly isWrongful: boolean;
        readonly decidedOn: string;
        readonly answerBy: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into objection_decisions (objection_id, outcome, opinion, is_wrongful, decided_on, answer_by, decided_by, decided_at)
         values (:objectionId, :outcome, :opinion, :isWrongful, :decidedOn, :answerBy, :accountId, :at)`,
      ).run({ ...decision, isWrongful: decision.isWrongful ? 1 : 0, ...by });
    },

    insertAnswer(
      answer: {
        readonly objectionId: number;
        readonly answeredOn: string;
        readonly manner: ServiceManner;
        readonly receiver: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into objection_answers (objection_id, answered_on, manner, receiver, entered_by, entered_at)
         values (:objectionId, :answeredOn, :manner, :receiver, :accountId, :at)`,
      ).run({ ...answer, ...by });
    },

    insertFeedback(
      feedback: {
        readonly objectionId: number;
        readonly heardOn: string;
        readonly reaction: ObjectionReaction;
        readonly note: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into objection_feedbacks (objection_id, heard_on, reaction, note, entered_by, entered_at)
         values (:objectionId, :heardOn, :reaction, :note, :accountId, :at)`,
      ).run({ ...feedback, ...by });
    },
  };
}
