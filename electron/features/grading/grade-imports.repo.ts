import type { NationalGradeRow } from '../../../shared/features/grading/national-grades.ts';
import type { Db } from '../../database/open.ts';

export interface GradeImport {
  readonly id: number;
  readonly fileName: string;
  readonly state: 'applied' | 'undone';
  readonly rows: number;
  readonly leftOut: number;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly undoneAt: string | null;
}

/** A national grade as it came. */
export interface NationalGradeEntry {
  readonly importId: number;
  readonly grade: string;
  readonly evaluatedOn: string | null;
  readonly fileName: string;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly isUndone: boolean;
  readonly undoneAt: string | null;
}

/** Tables grade_imports and national_grades; a part of the grading repo. */
export function createGradeImports(db: Db) {
  const select = `
    select i.id, i.file_name as fileName, i.state, i.left_out as leftOut, a.name as importedBy, i.imported_at as importedAt,
           i.undone_at as undoneAt, (select count(*) from national_grades where import_id = i.id) as rows
      from grade_imports i join accounts a on a.id = i.imported_by`;
  const newestFirst = db.prepare<[], GradeImport>(`${select} order by i.id desc`);
  const ofId = db.prepare<[number], GradeImport>(`${select} where i.id = ?`);
  const appliedFile = db.prepare<[string], GradeImport>(`${select} where i.file_sha256 = ? and i.state = 'applied'`);
  const latest = db.prepare<[], { objectId: number; grade: string }>(`
    select n.object_id as objectId, n.grade
      from national_grades n
      join (select x.object_id, max(x.import_id) as import_id
              from national_grades x join grade_imports i on i.id = x.import_id and i.state = 'applied'
             group by x.object_id) l on l.object_id = n.object_id and l.import_id = n.import_id`);
  const ofObject = db.prepare<[number], Omit<NationalGradeEntry, 'isUndone'> & { isUndone: number }>(`
    select n.import_id as importId, n.grade, n.evaluated_on as evaluatedOn, i.file_name as fileName,
           a.name as importedBy, i.imported_at as importedAt, i.state = 'undone' as isUndone, i.undone_at as undoneAt
      from national_grades n join grade_imports i on i.id = n.import_id join accounts a on a.id = i.imported_by
     where n.object_id = ? order by n.import_id desc`);
  const holding = db
    .prepare<[number], string>(
      `select n.grade from national_grades n join grade_imports i on i.id = n.import_id and i.state = 'applied'
        where n.object_id = ? order by n.import_id desc limit 1`,
    )
    .pluck();

  return {
    gradeImports: (): readonly GradeImport[] => newestFirst.all(),
    gradeImportById: (id: number): GradeImport | null => ofId.get(id) ?? null,
    /** An import of the same content that still holds. */
    appliedImportOf: (sha256: string): GradeImport | null => appliedFile.get(sha256) ?? null,

    /** The national grade that holds for each object: of the latest import that names it and was not undone. */
    nationalGrades: (): ReadonlyMap<number, string> =>
      new Map(latest.all().map(({ objectId, grade }) => [objectId, grade])),

    /** The same of one object. */
    nationalGradeOf: (objectId: number): string | null => holding.get(objectId) ?? null,

    /** Every national grade an object was ever given, the latest import first. */
    nationalGradesOf: (objectId: number): readonly NationalGradeEntry[] =>
      ofObject.all(objectId).map((row) => ({ ...row, isUndone: row.isUndone === 1 })),

    insertGradeImport(
      file: { readonly fileName: string; readonly fileSha256: string; readonly leftOut: number },
      rows: readonly NationalGradeRow[],
      accountId: number,
      at: string,
    ): number {
      const importId = Number(
        db
          .prepare(
            `insert into grade_imports (file_name, file_sha256, left_out, imported_by, imported_at) values (?, ?, ?, ?, ?)`,
          )
          .run(file.fileName, file.fileSha256, file.leftOut, accountId, at).lastInsertRowid,
      );
      const insert = db.prepare(
        'insert into national_grades (import_id, object_id, grade, evaluated_on) values (?, ?, ?, ?)',
      );
      for (const row of rows) insert.run(importId, row.objectId, row.grade, row.evaluatedOn);
      return importId;
    },

    /** The rows stay as history; they no longer count. */
    undoGradeImport(id: number, accountId: number, at: string): void {
      db.prepare(`update grade_imports set state = 'undone', undone_by = ?, undone_at = ? where id = ?`).run(
        accountId,
        at,
        id,
      );
    },
  };
}
