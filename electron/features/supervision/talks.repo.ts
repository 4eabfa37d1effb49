import type { ServiceManner } from '../../../shared/features/supervision/steps.ts';
import type { TalkMatter, TalkQuestion } from '../../../shared/features/supervision/talks.ts';
import type { Standing } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './taken.ts';

export interface NewTalk {
  readonly number: string;
  readonly kindId: string;
  readonly kindName: string;
  readonly kindArticle: string;
  readonly kindStanding: Standing;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly reason: string;
  readonly recordId: number | null;
  readonly entryId: number | null;
  readonly followsId: number | null;
  readonly determinedBy: string;
  readonly meetOn: string;
  readonly meetAt: string;
  readonly place: string;
  readonly attendees: string;
  readonly materials: string;
  readonly contact: string;
  readonly packId: string;
  readonly packVersion: number;
  readonly issuedOn: string;
}

interface TalkRow extends Omit<TalkMatter, 'kind' | 'service' | 'absence' | 'record' | 'result'> {
  readonly kindId: string;
  readonly kindName: string;
  readonly kindArticle: string;
  readonly kindStanding: Standing;
}

type RecordRow = Omit<NonNullable<TalkMatter['record']>, 'questions'>;
type AbsenceRow = Omit<NonNullable<TalkMatter['absence']>, 'isExcused'> & { readonly isExcused: number };

/** Tables talks and what follows on them; a part of the supervision repo. Append-only. */
export function createTalks(db: Db) {
  const select = `
    select t.id, t.number, t.kind_id as kindId, t.kind_name as kindName, t.kind_article as kindArticle,
           t.kind_standing as kindStanding, t.object_id as objectId, t.object_code as objectCode, t.object_name as objectName,
           t.reason, t.record_id as recordId, t.entry_id as entryId, t.follows_id as followsId, f.number as follows,
           t.determined_by as determinedBy, t.meet_on as meetOn, t.meet_at as meetAt, t.place, t.attendees, t.materials,
           t.contact, t.issued_on as issuedOn, a.name as issuedBy,
           (select n.number from talks n where n.object_id = t.object_id and n.follows_id = t.id order by n.id desc limit 1) as followedBy
      from talks t join accounts a on a.id = t.issued_by left join talks f on f.id = t.follows_id`;
  const everyTalk = db.prepare<[], TalkRow>(`${select} order by t.id desc`);
  const ofId = db.prepare<[number], TalkRow>(`${select} where t.id = ?`);
  const ofObject = db.prepare<[number], TalkRow>(`${select} where t.object_id = ? order by t.id desc`);
  const serviceOf = db.prepare<[number], NonNullable<TalkMatter['service']>>(
    `select s.served_on as servedOn, s.manner, s.receiver, a.name as "by"
       from talk_services s join accounts a on a.id = s.entered_by where s.talk_id = ?`,
  );
  const absenceOf = db.prepare<[number], AbsenceRow>(
    `select b.absent_on as absentOn, b.is_excused as isExcused, b.note, a.name as "by"
       from talk_absences b join accounts a on a.id = b.entered_by where b.talk_id = ?`,
  );
  const recordOf = db.prepare<[number], RecordRow>(
    `select r.held_on as heldOn, r.from_at as fromAt, r.to_at as toAt, r.place, r.attended, r.interviewers, r.demands,
            r.rectify_by as rectifyBy, r.record_id as recordId, a.name as "by"
       from talk_records r join accounts a on a.id = r.entered_by where r.talk_id = ?`,
  );
  const questionsOf = db.prepare<[number], TalkQuestion>(
    'select asked, answered from talk_questions where talk_id = ? order by position',
  );
  const resultOf = db.prepare<[number], NonNullable<TalkMatter['result']>>(
    `select r.checked_on as checkedOn, r.outcome, r.finding, a.name as "by"
       from talk_results r join accounts a on a.id = r.entered_by where r.talk_id = ?`,
  );

  const viewOf = ({ kindId, kindName, kindArticle, kindStanding, ...row }: TalkRow): TalkMatter => {
    const absence = absenceOf.get(row.id);
    const record = recordOf.get(row.id);
    return {
      ...row,
      kind: { id: kindId, name: kindName, article: kindArticle, standing: kindStanding },
      service: serviceOf.get(row.id) ?? null,
      absence: absence === undefined ? null : { ...absence, isExcused: absence.isExcused === 1 },
      record: record === undefined ? null : { ...record, questions: questionsOf.all(row.id) },
      result: resultOf.get(row.id) ?? null,
    };
  };

  return {
    /** Newest first. */
    talks: (): readonly TalkMatter[] => everyTalk.all().map(viewOf),
    talksOf: (objectId: number): readonly TalkMatter[] => ofObject.all(objectId).map(viewOf),
    talkById(id: number): TalkMatter | null {
      const row = ofId.get(id);
      return row === undefined ? null : viewOf(row);
    },

    insertTalk(talk: NewTalk, by: By): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into talks (number, kind_id, kind_name, kind_article, kind_standing, object_id, object_code, object_name, reason,
             record_id, entry_id, follows_id, determined_by, meet_on, meet_at, place, attendees, materials, contact, pack_id,
             pack_version, issued_on, issued_by, issued_at)
           values (:number, :kindId, :kindName, :kindArticle, :kindStanding, :objectId, :objectCode, :objectName, :reason,
             :recordId, :entryId, :followsId, :determinedBy, :meetOn, :meetAt, :place, :attendees, :materials, :contact, :packId,
             :packVersion, :issuedOn, :accountId, :at)`,
        )
        .run({ ...talk, ...by });
      return Number(lastInsertRowid);
    },

    insertService(
      service: {
        readonly talkId: number;
        readonly servedOn: string;
        readonly manner: ServiceManner;
        readonly receiver: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into talk_services (talk_id, served_on, manner, receiver, entered_by, entered_at)
         values (:talkId, :servedOn, :manner, :receiver, :accountId, :at)`,
      ).run({ ...service, ...by });
    },

    insertAbsence(
      absence: {
        readonly talkId: number;
        readonly absentOn: string;
        readonly isExcused: boolean;
        readonly note: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into talk_absences (talk_id, absent_on, is_excused, note, entered_by, entered_at)
         values (:talkId, :absentOn, :isExcused, :note, :accountId, :at)`,
      ).run({ ...absence, isExcused: absence.isExcused ? 1 : 0, ...by });
    },

    insertRecord(
      talkId: number,
      { questions, ...record }: Omit<NonNullable<TalkMatter['record']>, 'by'>,
      by: By,
    ): void {
      db.prepare(
        `insert into talk_records (talk_id, held_on, from_at, to_at, place, attended, interviewers, demands, rectify_by, record_id,
           entered_by, entered_at)
         values (:talkId, :heldOn, :fromAt, :toAt, :place, :attended, :interviewers, :demands, :rectifyBy, :recordId, :accountId, :at)`,
      ).run({ ...record, talkId, ...by });
      const insert = db.prepare(
        'insert into talk_questions (talk_id, position, asked, answered) values (:talkId, :position, :asked, :answered)',
      );
      for (const [index, question] of questions.entries()) insert.run({ ...question, talkId, position: index + 1 });
    },

    insertResult(
      result: {
        readonly talkId: number;
        readonly checkedOn: string;
        readonly outcome: 'done' | 'not-done';
        readonly finding: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into talk_results (talk_id, checked_on, outcome, finding, entered_by, entered_at)
         values (:talkId, :checkedOn, :outcome, :finding, :accountId, :at)`,
      ).run({ ...result, ...by });
    },
  };
}
