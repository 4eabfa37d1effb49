import {
  type RefusalKind,
  type ResultFacts,
  refusalTitles,
  resultSentence,
} from '../../../shared/features/inspections/results.ts';
import type {
  Publication,
  PublishedLine,
  ResultVersion,
  ReviewEntry,
} from '../../../shared/features/inspections/views.ts';
import type { PublishedResult } from '../../../shared/kernel/published-result.ts';
import type { Db } from '../../database/open.ts';

type Lists = 'methods' | 'problems' | 'refusals';
type VersionRow = Omit<ResultVersion, Lists | 'reviews'> & Record<Lists, string>;

const selectVersions = `
  select r.id, r.version, r.state, r.inspected_on as inspectedOn, r.completed_on as completedOn, r.methods, r.result,
         r.problems, r.findings, r.evidence, r.refusals, r.refusal_times as refusalTimes, r.disposal,
         r.disposal_note as disposalNote, r.reason, r.entered_by as enteredById, e.name as enteredBy,
         r.entered_at as enteredAt, r.reviewed_by as reviewedById, v.name as reviewedBy, r.reviewed_at as reviewedAt,
         s.name as signedBy, r.signed_at as signedAt, p.published_on as publishedOn
    from inspection_results r
    join accounts e on e.id = r.entered_by
    left join accounts v on v.id = r.reviewed_by
    left join accounts s on s.id = r.signed_by
    left join publications p on p.id = r.publication_id`;

const selectLines = `
  select i.object_name as objectName, i.object_code as objectCode, t.number as taskNumber, t.title as taskTitle,
         r.result, r.problems, r.completed_on as completedOn, r.version
    from inspection_results r
    join inspections i on i.id = r.inspection_id
    join tasks t on t.id = i.task_id`;

type LineRow = Omit<PublishedLine, 'result'> & Pick<ResultFacts, 'result'> & { readonly problems: string };

type PublishedRow = Omit<PublishedResult, 'firm' | 'result' | 'refusals'> &
  Pick<ResultFacts, 'result'> & { readonly name: string; readonly code: string; problems: string; refusals: string };

/** Tables inspection_results, result_reviews, publications, disposal_closings. */
export function createResultsRepo(db: Db) {
  const selectReviews = db.prepare<[number], ReviewEntry>(
    `select w.step, w.decision, w.opinion, a.name as by, w.at
       from result_reviews w join accounts a on a.id = w.by_id where w.result_id = ? order by w.id`,
  );
  return {
    versions(inspectionId: number): readonly ResultVersion[] {
      return db
        .prepare<[number], VersionRow>(`${selectVersions} where r.inspection_id = ? order by r.version`)
        .all(inspectionId)
        .map((row) => ({
          ...row,
          methods: JSON.parse(row.methods),
          problems: JSON.parse(row.problems),
          refusals: JSON.parse(row.refusals),
          reviews: selectReviews.all(row.id),
        }));
    },

    insertVersion(
      inspectionId: number,
      facts: ResultFacts,
      given: { version: number; reason: string | null; enteredBy: number; enteredAt: string },
    ): void {
      db.prepare(
        `insert into inspection_results (inspection_id, version, state, inspected_on, completed_on, methods, result, problems,
           findings, evidence, refusals, refusal_times, disposal, disposal_note, reason, entered_by, entered_at)
         values (:inspectionId, :version, 'submitted', :inspectedOn, :completedOn, :methods, :result, :problems,
           :findings, :evidence, :refusals, :refusalTimes, :disposal, :disposalNote, :reason, :enteredBy, :enteredAt)`,
      ).run({ ...columnsOf(facts), ...given, inspectionId });
    },

    /** A returned version, entered again; earlier opinions stay. */
    resubmitVersion(
      id: number,
      facts: ResultFacts,
      given: { reason: string | null; enteredBy: number; enteredAt: string },
    ): void {
      db.prepare(
        `update inspection_results set state = 'submitted', inspected_on = :inspectedOn, completed_on = :completedOn,
           methods = :methods, result = :result, problems = :problems, findings = :findings, evidence = :evidence,
           refusals = :refusals, refusal_times = :refusalTimes, disposal = :disposal, disposal_note = :disposalNote,
           reason = :reason, entered_by = :enteredBy, entered_at = :enteredAt, reviewed_by = null, reviewed_at = null
         where id = :id`,
      ).run({ ...columnsOf(facts), ...given, id });
    },

    insertReview(resultId: number, review: Omit<ReviewEntry, 'by'> & { readonly byId: number }): void {
      db.prepare(
        `insert into result_reviews (result_id, step, decision, opinion, by_id, at)
         values (:resultId, :step, :decision, :opinion, :byId, :at)`,
      ).run({ ...review, resultId });
    },

    setReviewed(id: number, state: 'approved' | 'returned', by: number, at: string): void {
      db.prepare('update inspection_results set state = ?, reviewed_by = ?, reviewed_at = ? where id = ?').run(
        state,
        by,
        at,
        id,
      );
    },

    setReturned(id: number): void {
      db.prepare(`update inspection_results set state = 'returned' where id = ?`).run(id);
    },

    insertPublication(
      publication: Omit<Publication, 'id' | 'count' | 'publishedBy'> & { by: number; at: string },
    ): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into publications (published_on, published_at, published_by, is_correction, list_sha256)
           values (:publishedOn, :at, :by, :isCorrection, :listSha256)`,
        )
        .run({ ...publication, isCorrection: Number(publication.isCorrection) });
      return Number(lastInsertRowid);
    },

    setPublished(id: number, publicationId: number, signed: { by: number; at: string } | null): void {
      db.prepare(
        `update inspection_results set state = 'published', publication_id = :publicationId, signed_by = :by, signed_at = :at where id = :id`,
      ).run({ id, publicationId, by: signed?.by ?? null, at: signed?.at ?? null });
    },

    publications(): readonly Publication[] {
      return db
        .prepare<[], Omit<Publication, 'isCorrection'> & { isCorrection: number }>(
          `select p.id, p.published_on as publishedOn, a.name as publishedBy, p.is_correction as isCorrection,
                  (select count(*) from inspection_results r where r.publication_id = p.id) as count, p.list_sha256 as listSha256
             from publications p join accounts a on a.id = p.published_by order by p.id desc`,
        )
        .all()
        .map((row) => ({ ...row, isCorrection: row.isCorrection === 1 }));
    },

    publishedLines(publicationId: number): readonly PublishedLine[] {
      return db
        .prepare<[number], LineRow>(`${selectLines} where r.publication_id = ? order by t.number, i.meeting_order`)
        .all(publicationId)
        .map(lineOf);
    },

    /** What holds of each inspection of an enterprise that was published, or corrected, within the days; by task and place. */
    resultsPublished(from: string, to: string): readonly PublishedResult[] {
      return db
        .prepare<{ from: string; to: string }, PublishedRow>(
          `select o.name, o.uscc as code, t.number as taskNumber, t.title as taskTitle, r.result, r.problems,
                  r.inspected_on as inspectedOn, r.completed_on as completedOn, p.published_on as publishedOn, r.refusals,
                  r.refusal_times as refusalTimes
             from publications p
             join inspection_results r on r.publication_id = p.id
             join inspections i on i.id = r.inspection_id
             join objects o on o.id = i.object_id
             join tasks t on t.id = i.task_id
            where p.published_on between :from and :to and o.uscc is not null and not exists (
                    select 1 from inspection_results n
                     where n.inspection_id = i.id and n.version > r.version and n.state = 'published')
            order by t.number, i.meeting_order`,
        )
        .all({ from, to })
        .map(({ name, code, problems, refusals, result, ...row }) => ({
          ...row,
          firm: { name, code },
          result: resultSentence({ result, problems: JSON.parse(problems) }),
          refusals: (JSON.parse(refusals) as RefusalKind[]).map((kind) => refusalTitles[kind]),
        }));
    },

    /** The lines these versions will be published as. */
    linesOfVersions(ids: readonly number[]): readonly PublishedLine[] {
      return db
        .prepare<[string], LineRow>(
          `${selectLines} where r.id in (select value from json_each(?)) order by t.number, i.meeting_order`,
        )
        .all(JSON.stringify(ids))
        .map(lineOf);
    },

    insertClosing(resultId: number, closing: { closedOn: string; note: string; closedBy: number }): void {
      db.prepare(
        `insert into disposal_closings (result_id, closed_on, note, closed_by) values (:resultId, :closedOn, :note, :closedBy)`,
      ).run({ ...closing, resultId });
    },

    closing(resultId: number): { closedOn: string; note: string; closedBy: string } | null {
      const row = db
        .prepare<[number], { closedOn: string; note: string; closedBy: string }>(
          `select d.closed_on as closedOn, d.note, a.name as closedBy
             from disposal_closings d join accounts a on a.id = d.closed_by where d.result_id = ?`,
        )
        .get(resultId);
      return row ?? null;
    },
  };
}

function columnsOf(facts: ResultFacts) {
  return {
    ...facts,
    methods: JSON.stringify(facts.methods),
    problems: JSON.stringify(facts.problems),
    refusals: JSON.stringify(facts.refusals),
  };
}

function lineOf({ problems, result, ...line }: LineRow): PublishedLine {
  return { ...line, result: resultSentence({ result, problems: JSON.parse(problems) }) };
}
