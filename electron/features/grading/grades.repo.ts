import type { GradeBasis } from '../../../shared/features/grading/grade.ts';
import type { GradeReason } from '../../../shared/features/grading/grade-reasons.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { insertRows, type Value } from '../../database/insert-rows.ts';
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

/** The command or day behind a change, and who gave it. */
export interface GradeChangeCause {
  readonly cause: string;
  /** null: the day. */
  readonly byId: number | null;
}

/** An object's new grade beside the one it had, and what is different. */
export interface GivenGrade {
  readonly objectId: number;
  readonly grade: StoredGrade;
  readonly before: Pick<StoredGrade, 'grade' | 'points'> | null;
  readonly why: readonly GradeReason[];
  /** Its first reason alone gives the letter: no veto and no change by hand. */
  readonly isPlain: boolean;
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

const kept = [
  'grade',
  'basis',
  'national_grade',
  'points',
  'parts',
  'raised_by',
  'reasons',
  'pack_id',
  'pack_version',
  'model_id',
  'model_version',
  'manual_id',
  'graded_at',
  'next_change_on',
] as const satisfies readonly (keyof GradeRow)[];

export const gradeColumns = kept.map((column) => `g.${column}`).join(', ');

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
  // Not in the order of the table (+), so that the days are looked up and not the whole roster read.
  const due = db
    .prepare<[string], number>('select object_id from grades where next_change_on <= ? order by +object_id')
    .pluck();
  const upsert = insertRows(db, {
    into: 'grades',
    columns: ['object_id', ...kept],
    after: `on conflict (object_id) do update set ${kept.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  });
  const change = `insert into grade_changes (object_id, object_code, from_grade, to_grade, from_points, to_points, why, reasons, pack_id,
      pack_version, model_id, model_version, cause, changed_by, changed_at)`;
  // Of a plain first grade the history keeps its first reason; the whole of it stands in the grade itself.
  const insertFirsts = db.prepare(`${change}
    select o.id, o.code, null, g.grade, null, g.points, '[]', json_array(g.reasons -> 0), g.pack_id, g.pack_version, g.model_id,
           g.model_version, :cause, :byId, g.graded_at
      from json_each(:ids) i join objects o on o.id = i.value join grades g on g.object_id = o.id`);
  const insertMove = db.prepare(`${change}
    select o.id, o.code, :fromGrade, g.grade, :fromPoints, g.points, :why, g.reasons, g.pack_id, g.pack_version, g.model_id,
           g.model_version, :cause, :byId, g.graded_at
      from objects o join grades g on g.object_id = o.id where o.id = :objectId`);

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

    /** Writes the grades; changes of letter, and first grades, go into the history with what is different. */
    storeGrades(given: readonly GivenGrade[], by: GradeChangeCause): void {
      upsert(given.map(({ objectId, grade }) => valuesOf(objectId, grade)));
      const firsts = given.filter(({ before, isPlain }) => before === null && isPlain);
      if (firsts.length > 0) insertFirsts.run({ ids: JSON.stringify(firsts.map(({ objectId }) => objectId)), ...by });
      for (const { objectId, grade, before, why, isPlain } of given) {
        if (before === null ? isPlain : before.grade === grade.grade) continue;
        const from = { fromGrade: before?.grade ?? null, fromPoints: before?.points ?? null };
        insertMove.run({ objectId, ...from, why: JSON.stringify(why), ...by });
      }
    },
  };
}

/** The object, then the columns of `kept`. */
function valuesOf(objectId: number, grade: StoredGrade): readonly Value[] {
  return [
    objectId,
    grade.grade,
    grade.basis,
    grade.nationalGrade,
    grade.points,
    JSON.stringify(grade.parts),
    JSON.stringify(grade.raisedBy),
    JSON.stringify(grade.reasons),
    grade.packId,
    grade.packVersion,
    grade.modelId,
    grade.modelVersion,
    grade.manualId,
    grade.gradedAt,
    grade.nextChangeOn,
  ];
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
