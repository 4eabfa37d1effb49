import sql, { raw, type Sql } from 'sql-template-tag';
import type { GradeSort, ListGrades } from '../../../shared/features/grading/schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { allOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';
import { type GradeRow, gradeColumns, type StoredGrade, storedGrade } from './grades.repo.ts';

/** A line of 等级一览; `current` is null for an object that came into the roster after the last grading. */
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

interface LineRow extends GradeRow {
  object_id: number;
  code: string;
  name: string;
  status: string;
  industry: string;
  is_above_scale: number;
  is_key: number;
}

/** The best grade first; objects without a grade or points last. */
const orders: Readonly<Record<GradeSort, Sql>> = {
  name: sql`o.name_key`,
  code: sql`o.code`,
  grade: sql`g.grade is null, g.grade`,
  points: sql`g.points is null, g.points`,
  national: sql`g.national_grade is null, g.national_grade`,
};

const lineColumns = raw(
  `o.id as object_id, o.code, o.name, o.status, o.industry, o.is_above_scale, o.is_key, ${gradeColumns}`,
);
const everyone = sql`from objects o left join grades g on g.object_id = o.id`;

/** Objects of the roster with their grades, filtered, searched, sorted, paged; a part of the grading repo. */
export function createGradeList(db: Db) {
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];

  return {
    gradeLines({ sort, descending, offset, limit, ...filter }: ListGrades): readonly GradeLine[] {
      const order = descending ? sql`${orders[sort]} desc, o.id desc` : sql`${orders[sort]}, o.id`;
      return all<LineRow>(
        sql`select ${lineColumns} ${everyone} ${whereOf(filter)} order by ${order} limit ${limit} offset ${offset}`,
      ).map(lineOf);
    },

    countGradeLines: (filter: Parameters<typeof whereOf>[0]): number =>
      all<{ n: number }>(sql`select count(*) as n ${everyone} ${whereOf(filter)}`)[0]?.n ?? 0,

    /** How many of the roster have each grade; null = none yet. */
    gradeCounts: (): ReadonlyMap<Grade | null, number> =>
      new Map(
        all<{ grade: Grade | null; n: number }>(sql`select g.grade, count(*) as n ${everyone} group by g.grade`).map(
          ({ grade, n }) => [grade, n],
        ),
      ),

    gradeLineOf(objectId: number): GradeLine | null {
      const [row] = all<LineRow>(sql`select ${lineColumns} ${everyone} where o.id = ${objectId}`);
      return row === undefined ? null : lineOf(row);
    },

    /** Everybody in the roster, as imports find them. */
    gradedRoster: (): readonly { readonly id: number; readonly code: string; readonly name: string }[] =>
      all(sql`select id, code, name from objects order by name_key, id`),
  };
}

/** Words of a search, each found in the name, read with its blanks and widths evened out, or in the code. */
export function namedBy(text: string, name: Sql, code: Sql): Sql | null {
  if (text === '') return null;
  return sql`(instr(${name}, ${nameKey(text)}) > 0 or instr(${code}, ${text.toUpperCase()}) > 0)`;
}

function whereOf({ text, grade, basis, isRaised }: Pick<ListGrades, 'text' | 'grade' | 'basis' | 'isRaised'>): Sql {
  return allOf([
    namedBy(text, sql`o.name_key`, sql`o.code`),
    grade === '' ? null : grade === 'none' ? sql`g.grade is null` : sql`g.grade = ${grade}`,
    basis === '' ? null : sql`g.basis = ${basis}`,
    isRaised ? sql`g.raised_by <> '[]'` : null,
  ]);
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
    current: storedGrade(row),
  };
}
