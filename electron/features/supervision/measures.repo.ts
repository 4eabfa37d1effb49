import sql, { join, raw, type Sql } from 'sql-template-tag';
import type {
  MeasureKind,
  MeasureOrigin,
  MeasureState,
  StandingMeasure,
} from '../../../shared/features/supervision/measure-rules.ts';
import type {
  MeasureFilter,
  MeasureList,
  MeasureSelection,
  RoundFilter,
} from '../../../shared/features/supervision/measure-schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { allOf, oneOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';

/** A measure task as lists show it. `grade` is the one it was opened for; internal. */
export interface MeasureLine {
  readonly id: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly isKey: boolean;
  readonly year: number;
  readonly measureId: string;
  readonly kind: MeasureKind;
  readonly text: string;
  readonly article: string;
  readonly grade: Grade | null;
  readonly origin: MeasureOrigin;
  readonly ground: string;
  readonly warningId: number | null;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly section: string;
  readonly officerId: number | null;
  readonly officerName: string | null;
  readonly state: MeasureState;
  readonly cancelReason: string | null;
  /** The 约谈 that carries it out. */
  readonly talkId: number | null;
  readonly recordId: number | null;
  readonly doneOn: string | null;
  readonly what: string | null;
  readonly result: string | null;
  readonly doneBy: string | null;
  /** Papers of the record that were not withdrawn. */
  readonly papers: number;
}

export interface MeasureStepLine {
  readonly id: number;
  readonly step: 'assigned' | 'talk' | 'done' | 'reopened' | 'cancelled';
  readonly note: string;
  readonly at: string;
  readonly byName: string;
}

export interface NewMeasure {
  readonly objectId: number;
  readonly year: number;
  readonly measureId: string;
  readonly kind: MeasureKind;
  readonly text: string;
  readonly article: string;
  readonly grade: Grade | null;
  readonly origin: MeasureOrigin;
  readonly ground: string;
  readonly warningId: number | null;
  readonly packId: string;
  readonly packVersion: number;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly section: string;
  readonly officerId: number | null;
}

/** A graded enterprise of a round. */
export interface RoundObject {
  readonly id: number;
  readonly grade: Grade;
}

/** Who did a step and when, for its history. */
export interface StepBy {
  readonly at: string;
  readonly byName: string;
}

/** What is attached to the record and was not withdrawn. */
const papers = `attachments a left join attachment_withdrawals w on w.attachment_id = a.id
   where a.subject = 'measure' and a.subject_id = t.record_id and w.attachment_id is null`;
const lineColumns = raw(`
  t.id, t.object_id as objectId, o.name as objectName, o.code as objectCode, o.is_key as isKey, t.year, t.measure_id as measureId,
  t.kind, t.text, t.article, t.grade, t.origin, t.ground, t.warning_id as warningId, t.opened_on as openedOn, t.due_on as dueOn,
  t.section, t.officer_id as officerId, f.name as officerName, t.state, t.cancel_reason as cancelReason, t.talk_id as talkId, t.record_id as recordId,
  r.done_on as doneOn, r.what, r.result, r.done_by as doneBy,
  (select count(*) from ${papers}) as papers`);
const lineTables = raw(`
  measure_tasks t join objects o on o.id = t.object_id left join officers f on f.id = t.officer_id
  left join measure_records r on r.id = t.record_id`);

const orders: Readonly<Record<MeasureList['sort'], readonly string[]>> = {
  due: ['t.due_on is null', 't.due_on', 't.id'],
  name: ['o.initials', 'o.name_key', 't.id'],
  grade: ['t.grade', 't.id'],
  text: ['t.text', 't.id'],
  who: ['t.section', 'f.name', 't.id'],
  state: ['t.state', 't.due_on', 't.id'],
  done: ['r.done_on', 't.id'],
  article: ['t.article', 't.id'],
  ground: ['t.ground', 't.id'],
  origin: ['t.origin', 't.id'],
  code: ['o.code', 't.id'],
  opened: ['t.opened_on', 't.id'],
  kind: ['t.kind', 't.id'],
};

/** Tables measure_tasks, measure_records, measure_steps; a part of the supervision repo. */
export function createMeasures(db: Db) {
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];
  const one = <Row>(query: Sql) => db.prepare(query.sql).get(...query.values) as Row | undefined;
  const insertTask = db.prepare(`
    insert into measure_tasks (object_id, year, measure_id, kind, text, article, grade, origin, ground, warning_id, pack_id, pack_version,
           opened_on, due_on, section, officer_id)
    values (:objectId, :year, :measureId, :kind, :text, :article, :grade, :origin, :ground, :warningId, :packId, :packVersion,
           :openedOn, :dueOn, :section, :officerId)`);
  const insertStep = db.prepare(
    'insert into measure_steps (task_id, step, record_id, note, at, by_name) values (:id, :step, :recordId, :note, :at, :byName)',
  );
  const standing = `select id, object_id as objectId, measure_id as measureId, year, state, origin from measure_tasks`;
  const ofObject = db.prepare<[number], StandingMeasure>(`${standing} where object_id = ? order by id`);
  const finish = db.prepare(`update measure_tasks set state = 'done', record_id = ? where id = ? and state = 'open'`);
  const cancel = db.prepare(
    `update measure_tasks set state = 'cancelled', cancel_reason = ? where id = ? and state = 'open'`,
  );
  const assign = db.prepare(
    `update measure_tasks set section = :section, officer_id = :officerId, due_on = coalesce(:dueOn, due_on) where id = :id and state = 'open'`,
  );

  return {
    /** One page and how many there are in all. */
    list({ sort, descending, offset, limit, ...filter }: MeasureList, today: string) {
      const where = whereOf(filter, today);
      const direction = raw(descending ? ' desc' : '');
      const order = join(
        orders[sort].map((column) => sql`${raw(column)}${direction}`),
        ', ',
      );
      const lines = all<Omit<MeasureLine, 'isKey'> & { isKey: number }>(
        sql`select ${lineColumns} from ${lineTables} ${where} order by ${order} limit ${limit} offset ${offset}`,
      ).map((row) => ({ ...row, isKey: row.isKey === 1 }));
      const total = one<{ total: number }>(sql`select count(*) as total from ${lineTables} ${where}`)?.total ?? 0;
      return { lines: lines as readonly MeasureLine[], total };
    },

    byId(id: number): MeasureLine | null {
      const row = one<Omit<MeasureLine, 'isKey'> & { isKey: number }>(
        sql`select ${lineColumns} from ${lineTables} where t.id = ${id}`,
      );
      return row === undefined ? null : { ...row, isKey: row.isKey === 1 };
    },

    /** Numbers of the chosen tasks, in the order of entry. */
    ids(selection: MeasureSelection, today: string): readonly number[] {
      if ('ids' in selection) {
        return all<{ id: number }>(
          sql`select t.id from json_each(${JSON.stringify(selection.ids)}) j join measure_tasks t on t.id = j.value order by t.id`,
        ).map(({ id }) => id);
      }
      const except = new Set(selection.except);
      return all<{ id: number }>(sql`select t.id from ${lineTables} ${whereOf(selection.filter, today)} order by t.id`)
        .map(({ id }) => id)
        .filter((id) => !except.has(id));
    },

    /** Enterprises named in a list of tasks, the first few, and the states they are in. */
    glance(ids: readonly number[]): { readonly names: readonly string[]; readonly open: number } {
      const json = JSON.stringify(ids);
      const names = all<{ name: string }>(
        sql`select o.name from json_each(${json}) j join measure_tasks t on t.id = j.value join objects o on o.id = t.object_id order by j.key limit 10`,
      ).map(({ name }) => name);
      const open = one<{ open: number }>(
        sql`select count(*) as open from json_each(${json}) j join measure_tasks t on t.id = j.value where t.state = 'open'`,
      );
      return { names, open: open?.open ?? 0 };
    },

    steps: (taskId: number): readonly MeasureStepLine[] =>
      db
        .prepare<[number], MeasureStepLine>(
          'select id, step, note, at, by_name as byName from measure_steps where task_id = ? order by id',
        )
        .all(taskId),

    /** `2026-09-07 分类培训`, for the ledger; null where there is no such record. */
    recordName: (recordId: number): string | null =>
      db
        .prepare<[number], string>(`select done_on || ' ' || substr(what, 1, 40) from measure_records where id = ?`)
        .pluck()
        .get(recordId) ?? null,

    /** How many tasks one record of what was done is about. */
    tasksOfRecord: (recordId: number): number =>
      db
        .prepare<[number], number>('select count(*) from measure_tasks where record_id = ?')
        .pluck()
        .get(recordId) as number,

    ofObject: (objectId: number): readonly StandingMeasure[] => ofObject.all(objectId),

    /** Open ones, and those of the year that were done, by object. */
    standing(year: number): ReadonlyMap<number, readonly StandingMeasure[]> {
      const byObject = new Map<number, StandingMeasure[]>();
      const rows = db
        .prepare<[number], StandingMeasure & { objectId: number }>(
          `${standing} where state = 'open' or (state = 'done' and year = ?)`,
        )
        .iterate(year);
      for (const row of rows) {
        const own = byObject.get(row.objectId);
        if (own === undefined) byObject.set(row.objectId, [row]);
        else own.push(row);
      }
      return byObject;
    },

    /** Graded enterprises of the roster that a round's filter keeps; only those that still exist (存续). */
    roundObjects: ({
      grades,
      priority,
      townships,
      industries,
    }: Omit<RoundFilter, 'measureIds'>): readonly RoundObject[] =>
      all<RoundObject>(
        sql`select o.id, g.grade from objects o join grades g on g.object_id = o.id ${allOf([
          sql`o.status = '存续'`,
          oneOf(sql`g.grade`, grades),
          priority === null ? null : sql`o.is_key = ${Number(priority)}`,
          oneOf(sql`o.township`, townships),
          oneOf(sql`o.industry`, industries),
        ])} order by o.id`,
      ),

    insert: (task: NewMeasure): number => Number(insertTask.run(task).lastInsertRowid),

    assign(
      id: number,
      to: { section: string; officerId: number | null; dueOn: string | null },
      note: string,
      by: StepBy,
    ) {
      if (assign.run({ ...to, id }).changes === 1)
        insertStep.run({ id, step: 'assigned', recordId: null, note, ...by });
    },

    /** 约谈 of an enterprise, the newest first. */
    talksOf: (objectId: number): readonly { id: number; number: string; kind: string; meetOn: string }[] =>
      db
        .prepare<[number], { id: number; number: string; kind: string; meetOn: string }>(
          'select id, number, kind_name as kind, meet_on as meetOn from talks where object_id = ? order by id desc',
        )
        .all(objectId),

    linkTalk(id: number, talkId: number, note: string, by: StepBy): void {
      db.prepare('update measure_tasks set talk_id = ? where id = ?').run(talkId, id);
      insertStep.run({ id, step: 'talk', recordId: null, note, ...by });
    },

    insertRecord(
      record: { doneOn: string; what: string; result: string; doneBy: string },
      byId: number,
      at: string,
    ): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into measure_records (done_on, what, result, done_by, recorded_by, recorded_at)
           values (:doneOn, :what, :result, :doneBy, :byId, :at)`,
        )
        .run({ ...record, byId, at });
      return Number(lastInsertRowid);
    },

    finish(id: number, recordId: number, note: string, by: StepBy): void {
      if (finish.run(recordId, id).changes === 1) insertStep.run({ id, step: 'done', recordId, note, ...by });
    },

    cancel(id: number, reason: string, by: StepBy): void {
      if (cancel.run(reason, id).changes === 1)
        insertStep.run({ id, step: 'cancelled', recordId: null, note: reason, ...by });
    },

    /** 撤回办结: open again; what was recorded stays in the history. */
    reopen(id: number, recordId: number | null, reason: string, by: StepBy): void {
      db.prepare(`update measure_tasks set state = 'open', record_id = null, cancel_reason = null where id = ?`).run(
        id,
      );
      insertStep.run({ id, step: 'reopened', recordId, note: reason, ...by });
    },

    /** Open tasks by whether they are overdue, and what was done without a paper. */
    counts(today: string): { readonly open: number; readonly overdue: number; readonly undocumented: number } {
      const row = one<{ open: number; overdue: number }>(
        sql`select count(*) as open, count(case when due_on < ${today} then 1 end) as overdue from measure_tasks where state = 'open'`,
      );
      const bare = one<{ bare: number }>(
        sql`select count(*) as bare from ${lineTables} ${whereOf({ ...noMeasureFilter, mark: 'undocumented' }, today)}`,
      );
      return { open: row?.open ?? 0, overdue: row?.overdue ?? 0, undocumented: bare?.bare ?? 0 };
    },

    /** Who was given one of these measures in a year: done, or still open. */
    tasksOfYear(year: number, measureIds: readonly string[]): ReadonlyMap<number, 'done' | 'open'> {
      const rows = db
        .prepare<[number, string], { objectId: number; isDone: number }>(
          `select object_id as objectId, max(state = 'done') as isDone from measure_tasks
            where year = ? and measure_id in (select value from json_each(?)) and state <> 'cancelled' group by object_id`,
        )
        .all(year, JSON.stringify(measureIds));
      return new Map(rows.map(({ objectId, isDone }) => [objectId, isDone === 1 ? 'done' : 'open']));
    },

    /** Open tasks due until a day, the earliest first, by measure and day. */
    dues: (until: string): readonly { text: string; article: string; dueOn: string; count: number; first: string }[] =>
      db
        .prepare<[string], { text: string; article: string; dueOn: string; count: number; first: string }>(
          `select t.text, t.article, t.due_on as dueOn, count(*) as count, min(o.name) as first
             from measure_tasks t join objects o on o.id = t.object_id
            where t.state = 'open' and t.due_on <= ? group by t.text, t.article, t.due_on order by t.due_on, t.text`,
        )
        .all(until),

    years: (): readonly number[] =>
      db.prepare<[], number>('select distinct year from measure_tasks order by year desc').pluck().all(),
  };
}

export const noMeasureFilter: MeasureFilter = {
  text: '',
  state: null,
  kind: null,
  grade: null,
  year: null,
  section: '',
  officerId: null,
  priority: null,
  mark: null,
};

function whereOf(filter: MeasureFilter, today: string): Sql {
  const { text, state, kind, grade, year, section, officerId, priority, mark } = filter;
  const key = nameKey(text);
  return allOf([
    state === null ? null : sql`t.state = ${state}`,
    kind === null ? null : sql`t.kind = ${kind}`,
    grade === null ? null : sql`t.grade = ${grade}`,
    year === null ? null : sql`t.year = ${year}`,
    section === '' ? null : sql`t.section = ${section}`,
    officerId === null ? null : sql`t.officer_id = ${officerId}`,
    priority === null ? null : sql`o.is_key = ${Number(priority)}`,
    mark === null ? null : marked(mark, today),
    text === ''
      ? null
      : sql`(instr(o.name_key, ${key}) > 0 or instr(o.code, ${key}) > 0 or instr(o.initials, ${text.toLowerCase()}) > 0
             or instr(t.text, ${text}) > 0 or instr(t.ground, ${text}) > 0)`,
  ]);
}

function marked(mark: NonNullable<MeasureFilter['mark']>, today: string): Sql {
  switch (mark) {
    case 'overdue':
      return sql`t.state = 'open' and t.due_on < ${today}`;
    case 'undocumented':
      return sql`t.state = 'done' and not exists (select 1 from ${raw(papers)})`;
    case 'unassigned':
      return sql`t.state = 'open' and t.section = '' and t.officer_id is null`;
  }
}
