import type { GradeReason } from '../../../shared/features/grading/grade.ts';
import type { StagedGrades } from '../../../shared/features/grading/national-grades.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createCreditRecords } from './credit-records.repo.ts';
import { createGradeImports } from './grade-imports.repo.ts';
import { createInspectionFacts } from './inspection-facts.repo.ts';

/** The grade an object has, with why: `国家评价等级为“良”，对应B级` and the article. */
export interface StoredGrade {
  readonly grade: Grade;
  readonly basis: 'national-grade' | 'no-national-grade';
  readonly nationalGrade: string | null;
  readonly raisedBy: readonly string[];
  readonly reasons: readonly GradeReason[];
  readonly packId: string;
  readonly packVersion: number;
  readonly gradedAt: string;
}

/** A line of 等级一览; `grade` is null for an object that came into the roster after the last grading. */
export interface GradeLine {
  readonly objectId: number;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly industry: string;
  readonly isAboveScale: boolean;
  readonly isKey: boolean;
  readonly current: StoredGrade | null;
}

export interface GradeChange {
  readonly id: number;
  readonly fromGrade: Grade | null;
  readonly toGrade: Grade;
  readonly reasons: readonly GradeReason[];
  readonly cause: string;
  readonly changedBy: string;
  readonly changedAt: string;
}

/** An uploaded workbook that waits to be confirmed. */
export interface StagedGradeFile {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly staged: StagedGrades;
}

interface GradeRow {
  grade: Grade | null;
  basis: StoredGrade['basis'];
  national_grade: string | null;
  raised_by: string;
  reasons: string;
  pack_id: string;
  pack_version: number;
  graded_at: string;
}

interface LineRow extends GradeRow {
  object_id: number;
  code: string;
  name: string;
  status: string;
  industry: string;
  is_above_scale: number;
  is_key: number;
}

export type GradingRepo = ReturnType<typeof createGradingRepo>;

/** Tables grade_imports, national_grades, credit_records, grades, grade_changes. */
export function createGradingRepo(db: Db) {
  const columns = `g.grade, g.basis, g.national_grade, g.raised_by, g.reasons, g.pack_id, g.pack_version, g.graded_at`;
  const ofObject = db.prepare<[number], GradeRow>(`select ${columns} from grades g where g.object_id = ?`);
  const everyGrade = db.prepare<[], GradeRow & { object_id: number }>(`select g.object_id, ${columns} from grades g`);
  const everyLine = db.prepare<[], LineRow>(`
    select o.id as object_id, o.code, o.name, o.status, o.industry, o.is_above_scale, o.is_key, ${columns}
      from objects o left join grades g on g.object_id = o.id
     order by o.name_key, o.id`);
  const changesOf = db.prepare<[number], Omit<GradeChange, 'reasons'> & { reasons: string }>(`
    select c.id, c.from_grade as fromGrade, c.to_grade as toGrade, c.reasons, c.cause, a.name as changedBy, c.changed_at as changedAt
      from grade_changes c join accounts a on a.id = c.changed_by
     where c.object_id = ? order by c.id desc`);
  const upsert = db.prepare(`
    insert into grades (object_id, grade, basis, national_grade, raised_by, reasons, pack_id, pack_version, graded_at)
    values (:objectId, :grade, :basis, :nationalGrade, :raisedBy, :reasons, :packId, :packVersion, :gradedAt)
        on conflict (object_id) do update
       set grade = excluded.grade, basis = excluded.basis, national_grade = excluded.national_grade,
           raised_by = excluded.raised_by, reasons = excluded.reasons, pack_id = excluded.pack_id,
           pack_version = excluded.pack_version, graded_at = excluded.graded_at`);
  const insertChange = db.prepare(`
    insert into grade_changes (object_id, object_code, from_grade, to_grade, reasons, pack_id, pack_version, cause, changed_by, changed_at)
    select o.id, o.code, :fromGrade, :grade, :reasons, :packId, :packVersion, :cause, :changedBy, :gradedAt from objects o where o.id = :objectId`);

  return {
    ...createGradeImports(db),
    ...createCreditRecords(db),
    ...createInspectionFacts(db),
    stages: createStages<StagedGradeFile>(),

    /** Every graded object, by its id. Draws take their strata from here. */
    gradesOn(): ReadonlyMap<number, StoredGrade> {
      return new Map(everyGrade.all().flatMap((row) => entryOf(row.object_id, storedOf(row))));
    },

    gradeOf(objectId: number): StoredGrade | null {
      const row = ofObject.get(objectId);
      return row === undefined ? null : storedOf(row);
    },

    /** Every object of the roster with its grade, by name. */
    gradeLines: (): readonly GradeLine[] => everyLine.all().map(lineOf),

    gradeHistory: (objectId: number): readonly GradeChange[] =>
      changesOf.all(objectId).map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as GradeReason[] })),

    /** Writes the grade and gives the one before; a change of letter, and the first grade, go into the history with their cause. */
    storeGrade(
      objectId: number,
      grade: StoredGrade,
      change: { readonly cause: string; readonly byId: number },
    ): Grade | null {
      const before = ofObject.get(objectId)?.grade ?? null;
      const row = {
        ...grade,
        objectId,
        raisedBy: JSON.stringify(grade.raisedBy),
        reasons: JSON.stringify(grade.reasons),
        fromGrade: before,
        cause: change.cause,
        changedBy: change.byId,
      };
      upsert.run(row);
      if (before !== grade.grade) insertChange.run(row);
      return before;
    },
  };
}

function entryOf(objectId: number, grade: StoredGrade | null): [number, StoredGrade][] {
  return grade === null ? [] : [[objectId, grade]];
}

function lineOf(row: LineRow): GradeLine {
  return {
    objectId: row.object_id,
    code: row.code,
    name: row.name,
    status: row.status,
    industry: row.industry,
    isAboveScale: row.is_above_scale === 1,
    isKey: row.is_key === 1,
    current: storedOf(row),
  };
}

function storedOf(row: GradeRow): StoredGrade | null {
  if (row.grade === null) return null;
  return {
    grade: row.grade,
    basis: row.basis,
    nationalGrade: row.national_grade,
    raisedBy: JSON.parse(row.raised_by) as string[],
    reasons: JSON.parse(row.reasons) as GradeReason[],
    packId: row.pack_id,
    packVersion: row.pack_version,
    gradedAt: row.graded_at,
  };
}
