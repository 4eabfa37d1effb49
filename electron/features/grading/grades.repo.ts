import type { GradeBasis } from '../../../shared/features/grading/grade.ts';
import type { GradeReason } from '../../../shared/features/grading/grade-reasons.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { Db } from '../../database/open.ts';

/** An indicator or 加分 entry as it is kept: thousandths of a point, and the ids of the facts that were counted. */
export type StoredPart = readonly [id: string, points: number, max: number, facts: readonly string[]];

/** The grade an object has, with why: `国家评价等级为“良”，对应B级` and the article. */
export interface StoredGrade {
  readonly grade: Grade;
  readonly basis: GradeBasis;
  readonly nationalGrade: string | null;
  /** Thousandths of a point; null without a model. */
  readonly points: number | null;
  readonly parts: readonly StoredPart[];
  readonly raisedBy: readonly string[];
  readonly reasons: readonly GradeReason[];
  readonly packId: string;
  readonly packVersion: number;
  readonly modelId: string | null;
  readonly modelVersion: number | null;
  readonly manualId: number | null;
  readonly gradedAt: string;
  /** The day on which it is graded again for time alone; null = never. */
  readonly nextChangeOn: string | null;
}

/** What stands of a grade beside what it is: the command or day behind a change, who gave it, what is different. */
export interface GradeChangeCause {
  readonly cause: string;
  /** null: the day. */
  readonly byId: number | null;
  readonly why: readonly GradeReason[];
}

export interface GradeRow {
  grade: Grade | null;
  basis: GradeBasis;
  national_grade: string | null;
  points: number | null;
  parts: string;
  raised_by: string;
  reasons: string;
  pack_id: string;
  pack_version: number;
  model_id: string | null;
  model_version: number | null;
  manual_id: number | null;
  graded_at: string;
  next_change_on: string | null;
}

export const gradeColumns = `g.grade, g.basis, g.national_grade, g.points, g.parts, g.raised_by, g.reasons, g.pack_id, g.pack_version,
  g.model_id, g.model_version, g.manual_id, g.graded_at, g.next_change_on`;

/** Table grades; a part of the grading repo. */
export function createGrades(db: Db) {
  const ofObject = db.prepare<[number], GradeRow>(`select ${gradeColumns} from grades g where g.object_id = ?`);
  const ofSpan = db.prepare<[number, number], GradeRow & { object_id: number }>(
    `select g.object_id, ${gradeColumns} from grades g where g.object_id between ? and ?`,
  );
  const letters = db
    .prepare<[], [objectId: number, grade: Grade, nationalGrade: string | null, raisedBy: string]>(
      'select object_id, grade, national_grade, raised_by from grades',
    )
    .raw();
  const count = db.prepare<[], number>('select count(*) from grades').pluck();
  const due = db
    .prepare<[string], number>('select object_id from grades where next_change_on <= ? order by object_id')
    .pluck();
  const upsert = db.prepare(`
    insert into grades (object_id, grade, basis, national_grade, points, parts, raised_by, reasons, pack_id, pack_version, model_id,
      model_version, manual_id, graded_at, next_change_on)
    values (:objectId, :grade, :basis, :nationalGrade, :points, :parts, :raisedBy, :reasons, :packId, :packVersion, :modelId,
      :modelVersion, :manualId, :gradedAt, :nextChangeOn)
        on conflict (object_id) do update
       set grade = excluded.grade, basis = excluded.basis, national_grade = excluded.national_grade, points = excluded.points,
           parts = excluded.parts, raised_by = excluded.raised_by, reasons = excluded.reasons, pack_id = excluded.pack_id,
           pack_version = excluded.pack_version, model_id = excluded.model_id, model_version = excluded.model_version,
           manual_id = excluded.manual_id, graded_at = excluded.graded_at, next_change_on = excluded.next_change_on`);
  const insertChange = db.prepare(`
    insert into grade_changes (object_id, object_code, from_grade, to_grade, from_points, to_points, why, reasons, pack_id, pack_version,
      model_id, model_version, cause, changed_by, changed_at)
    select o.id, o.code, :fromGrade, :grade, :fromPoints, :points, :why, :reasons, :packId, :packVersion, :modelId, :modelVersion,
           :cause, :byId, :gradedAt
      from objects o where o.id = :objectId`);

  return {
    /** Every graded object, by its id. Draws take their strata from here. */
    gradesOn: (): ReadonlyMap<number, Pick<StoredGrade, 'grade' | 'nationalGrade' | 'raisedBy'>> =>
      new Map(
        letters
          .all()
          .map(([objectId, grade, nationalGrade, raisedBy]) => [
            objectId,
            { grade, nationalGrade, raisedBy: idsIn(raisedBy) },
          ]),
      ),

    countGraded: (): number => count.get() ?? 0,

    gradeOf(objectId: number): StoredGrade | null {
      const row = ofObject.get(objectId);
      return row === undefined ? null : storedGrade(row);
    },

    /** Every grade of objects with an id in the span. */
    gradesBetween: (from: number, to: number): ReadonlyMap<number, StoredGrade> =>
      new Map(
        ofSpan.all(from, to).flatMap((row) => {
          const stored = storedGrade(row);
          return stored === null ? [] : [[row.object_id, stored]];
        }),
      ),

    /** Objects whose grade time alone may have changed by this day. */
    gradesDueOn: (today: string): readonly number[] => due.all(today),

    /** Writes the grade; a change of letter, and the first grade, go into the history with what is different. */
    storeGrade(
      objectId: number,
      grade: StoredGrade,
      before: Pick<StoredGrade, 'grade' | 'points'> | null,
      { cause, byId, why }: GradeChangeCause,
    ): void {
      const row = {
        ...grade,
        objectId,
        parts: JSON.stringify(grade.parts),
        raisedBy: JSON.stringify(grade.raisedBy),
        reasons: JSON.stringify(grade.reasons),
      };
      upsert.run(row);
      if (before?.grade === grade.grade) return;
      const from = { fromGrade: before?.grade ?? null, fromPoints: before?.points ?? null };
      // Of a first grade the history keeps what it rests on; the whole of it stands in the grade itself.
      const said = before === null ? JSON.stringify(grade.reasons.slice(0, 1)) : row.reasons;
      insertChange.run({ ...row, ...from, why: JSON.stringify(why), reasons: said, cause, byId });
    },
  };
}

/** null for an object without a grade, as a left join gives it. */
export function storedGrade(row: GradeRow): StoredGrade | null {
  if (row.grade === null) return null;
  return {
    grade: row.grade,
    basis: row.basis,
    nationalGrade: row.national_grade,
    points: row.points,
    parts: JSON.parse(row.parts) as StoredPart[],
    raisedBy: idsIn(row.raised_by),
    reasons: JSON.parse(row.reasons) as GradeReason[],
    packId: row.pack_id,
    packVersion: row.pack_version,
    modelId: row.model_id,
    modelVersion: row.model_version,
    manualId: row.manual_id,
    gradedAt: row.graded_at,
    nextChangeOn: row.next_change_on,
  };
}

function idsIn(json: string): readonly string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[]);
}
