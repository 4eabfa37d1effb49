import sql, { type Sql } from 'sql-template-tag';
import type { GradeReason } from '../../../shared/features/grading/grade-reasons.ts';
import type { ListMoves } from '../../../shared/features/grading/schemas.ts';
import { addDays, endOfDay } from '../../../shared/kernel/local-date.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { allOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';
import { namedBy } from './grade-list.repo.ts';

/** A change of an object's letter, or its first. Points are thousandths. */
export interface GradeChange {
  readonly id: number;
  readonly fromGrade: Grade | null;
  readonly toGrade: Grade;
  readonly fromPoints: number | null;
  readonly toPoints: number | null;
  /** What is different from before; of the first grade nothing. */
  readonly why: readonly GradeReason[];
  readonly reasons: readonly GradeReason[];
  readonly packId: string;
  readonly packVersion: number;
  /** The command that led to it, or `grading.day`. */
  readonly cause: string;
  /** null: the day. */
  readonly changedBy: string | null;
  readonly changedAt: string;
}

/** A line of 等级变动. */
export interface GradeMove extends GradeChange {
  readonly objectId: number;
  readonly code: string;
  /** null for an object that was taken out of the roster. */
  readonly name: string | null;
  readonly notedBy: string | null;
  readonly notedAt: string | null;
}

type Texts<Row> = Omit<Row, 'why' | 'reasons'> & { readonly why: string; readonly reasons: string };
type MoveFilter = Omit<ListMoves, 'offset' | 'limit'>;

const columns = sql`c.id, c.from_grade as fromGrade, c.to_grade as toGrade, c.from_points as fromPoints, c.to_points as toPoints, c.why,
  c.reasons, c.pack_id as packId, c.pack_version as packVersion, c.cause, a.name as changedBy, c.changed_at as changedAt`;
const moves = sql`from grade_changes c
  left join objects o on o.id = c.object_id
  left join accounts a on a.id = c.changed_by
  left join grade_change_notes n on n.change_id = c.id
  left join accounts b on b.id = n.noted_by`;

/** Tables grade_changes and grade_change_notes; a part of the grading repo. */
export function createGradeChanges(db: Db) {
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];

  return {
    gradeHistory: (objectId: number): readonly GradeChange[] =>
      all<Texts<GradeChange>>(
        sql`select ${columns} from grade_changes c left join accounts a on a.id = c.changed_by where c.object_id = ${objectId} order by c.id desc`,
      ).map(read),

    /** The letter an object had before its present one; null where it has had only one. */
    gradeBefore: (objectId: number): Grade | null =>
      all<{ grade: Grade | null }>(
        sql`select from_grade as grade from grade_changes where object_id = ${objectId} order by id desc limit 1`,
      )[0]?.grade ?? null,

    /** The newest first. The first grade an object gets is no move. */
    moves: ({ offset, limit, ...filter }: ListMoves): readonly GradeMove[] =>
      all<Texts<GradeMove>>(
        sql`select ${columns}, c.object_id as objectId, c.object_code as code, o.name, b.name as notedBy, n.noted_at as notedAt
            ${moves} ${whereOf(filter)} order by c.id desc limit ${limit} offset ${offset}`,
      ).map(read),

    countMoves: (filter: MoveFilter): number =>
      all<{ n: number }>(sql`select count(*) as n ${moves} ${whereOf(filter)}`)[0]?.n ?? 0,

    moveIds: (filter: MoveFilter): readonly number[] =>
      all<{ id: number }>(sql`select c.id ${moves} ${whereOf(filter)} order by c.id`).map(({ id }) => id),

    /** Commands that have moved a grade, for the filter. */
    moveCauses: (): readonly string[] =>
      all<{ cause: string }>(sql`select distinct cause from grade_changes where from_grade is not null order by 1`).map(
        ({ cause }) => cause,
      ),

    /** 知悉; gives how many were not noted before. */
    noteMoves(ids: readonly number[], accountId: number, at: string): number {
      const query = sql`insert into grade_change_notes (change_id, noted_by, noted_at)
        select c.id, ${accountId}, ${at} from grade_changes c
         where c.id in (select value from json_each(${JSON.stringify(ids)})) and c.from_grade is not null
           and not exists (select 1 from grade_change_notes n where n.change_id = c.id)`;
      return db.prepare(query.sql).run(...query.values).changes;
    },
  };
}

function read<Row extends Texts<GradeChange>>(
  row: Row,
): Omit<Row, 'why' | 'reasons'> & Pick<GradeChange, 'why' | 'reasons'> {
  return { ...row, why: JSON.parse(row.why) as GradeReason[], reasons: JSON.parse(row.reasons) as GradeReason[] };
}

function whereOf({ text, direction, toGrade, cause, isNoted, from, to }: MoveFilter): Sql {
  return allOf([
    sql`c.from_grade is not null`,
    namedBy(text, sql`coalesce(o.name_key, '')`, sql`c.object_code`),
    direction === '' ? null : direction === 'up' ? sql`c.to_grade < c.from_grade` : sql`c.to_grade > c.from_grade`,
    toGrade === '' ? null : sql`c.to_grade = ${toGrade}`,
    cause === '' ? null : sql`c.cause = ${cause}`,
    isNoted === '' ? null : isNoted === 'yes' ? sql`n.change_id is not null` : sql`n.change_id is null`,
    // Instants of a local day: from the end of the day before.
    from === '' ? null : sql`c.changed_at >= ${endOfDay(addDays(from, -1))}`,
    to === '' ? null : sql`c.changed_at < ${endOfDay(to)}`,
  ]);
}
