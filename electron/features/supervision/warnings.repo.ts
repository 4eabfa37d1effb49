import sql, { join, raw, type Sql } from 'sql-template-tag';
import type {
  StandingWarning,
  WarningGround,
  WarningLevel,
  WarningOpens,
  WarningState,
  WarningStep,
} from '../../../shared/features/supervision/warning-rules.ts';
import type {
  WarningFilter,
  WarningList,
  WarningSelection,
} from '../../../shared/features/supervision/warning-schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { allOf } from '../../database/conditions.ts';
import type { Db } from '../../database/open.ts';
import type { StepBy } from './measures.repo.ts';

/** A warning as lists show it. */
export interface WarningLine {
  readonly id: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly grade: Grade | null;
  readonly ruleId: string;
  readonly name: string;
  readonly level: WarningLevel;
  readonly advice: string;
  readonly opens: WarningOpens | null;
  readonly article: string;
  readonly grounds: readonly WarningGround[];
  readonly openedOn: string;
  readonly state: WarningState;
  readonly note: string | null;
  readonly untilOn: string | null;
  readonly closedOn: string | null;
}

/** A warning that is not closed, by the rule that raised it. */
export interface RuleStanding extends StandingWarning {
  readonly id: number;
  readonly objectId: number;
  readonly ruleId: string;
}

export interface NewWarning
  extends Pick<WarningLine, 'objectId' | 'ruleId' | 'name' | 'level' | 'advice' | 'opens' | 'article' | 'grounds'> {
  readonly packId: string;
  readonly packVersion: number;
  readonly openedOn: string;
}

export interface WarningScan {
  readonly scannedOn: string;
  readonly packId: string;
  readonly packVersion: number;
  readonly objects: number;
  readonly opened: number;
  readonly closed: number;
  readonly at: string;
}

type Row<T> = Omit<T, 'grounds'> & { readonly grounds: string };

const lineColumns = raw(`
  w.id, w.object_id as objectId, o.name as objectName, o.code as objectCode, g.grade, w.rule_id as ruleId, w.name, w.level, w.advice,
  w.opens, w.article, w.grounds, w.opened_on as openedOn, w.state, w.note, w.until_on as untilOn, w.closed_on as closedOn`);
const lineTables = raw('warnings w join objects o on o.id = w.object_id left join grades g on g.object_id = o.id');

const orders: Readonly<Record<WarningList['sort'], readonly string[]>> = {
  standing: ["w.state <> 'open'", "w.state = 'closed'", "w.level <> 'urgent'", 'w.opened_on', 'w.id'],
  level: ["w.level <> 'urgent'", 'w.opened_on', 'w.id'],
  name: ['o.initials', 'o.name_key', 'w.id'],
  grade: ['g.grade', 'w.id'],
  rule: ['w.name', 'w.id'],
  grounds: ['w.grounds', 'w.id'],
  opened: ['w.opened_on', 'w.id'],
  state: ['w.state', 'w.opened_on', 'w.id'],
  advice: ['w.advice', 'w.id'],
  article: ['w.article', 'w.id'],
  code: ['o.code', 'w.id'],
};

/** Tables warnings, warning_steps, warning_scans; a part of the supervision repo. */
export function createWarnings(db: Db) {
  const all = <R>(query: Sql) => db.prepare(query.sql).all(...query.values) as R[];
  const one = <R>(query: Sql) => db.prepare(query.sql).get(...query.values) as R | undefined;
  const standing = `select id, object_id as objectId, rule_id as ruleId, state, grounds, until_on as untilOn from warnings where state <> 'closed'`;
  const standingOf = db.prepare<[number], Row<RuleStanding>>(`${standing} and object_id = ?`);
  const standingAll = db.prepare<[], Row<RuleStanding>>(standing);
  const insert = db.prepare(`
    insert into warnings (object_id, rule_id, name, level, advice, opens, article, pack_id, pack_version, grounds, opened_on)
    values (:objectId, :ruleId, :name, :level, :advice, :opens, :article, :packId, :packVersion, :grounds, :openedOn)`);
  const insertStep = db.prepare(
    'insert into warning_steps (warning_id, step, note, at, by_name) values (:id, :step, :note, :at, :byName)',
  );
  const setGrounds = db.prepare('update warnings set grounds = :grounds where id = :id');
  const setState = db.prepare(
    'update warnings set state = :state, note = :note, until_on = :untilOn, closed_on = :closedOn where id = :id',
  );
  const rest = { note: null, untilOn: null, closedOn: null };

  return {
    list({ sort, descending, offset, limit, ...filter }: WarningList) {
      const where = whereOf(filter);
      const direction = raw(descending ? ' desc' : '');
      const order = join(
        orders[sort].map((column) => sql`${raw(column)}${direction}`),
        ', ',
      );
      const lines: readonly WarningLine[] = all<Row<WarningLine>>(
        sql`select ${lineColumns} from ${lineTables} ${where} order by ${order} limit ${limit} offset ${offset}`,
      ).map(withGrounds);
      const total = one<{ total: number }>(sql`select count(*) as total from ${lineTables} ${where}`)?.total ?? 0;
      return { lines, total };
    },

    byId(id: number): WarningLine | null {
      const row = one<Row<WarningLine>>(sql`select ${lineColumns} from ${lineTables} where w.id = ${id}`);
      return row === undefined ? null : withGrounds(row);
    },

    /** Every warning an enterprise ever had, the newest first. */
    ofObject: (objectId: number): readonly WarningLine[] =>
      all<Row<WarningLine>>(
        sql`select ${lineColumns} from ${lineTables} where w.object_id = ${objectId} order by w.id desc`,
      ).map(withGrounds),

    /** Numbers of the chosen warnings that wait or rest. */
    openIds(selection: WarningSelection): readonly number[] {
      const open = sql`w.state in ('open', 'acknowledged', 'handled')`;
      if ('ids' in selection) {
        const json = JSON.stringify(selection.ids);
        return all<{ id: number }>(
          sql`select w.id from json_each(${json}) j join warnings w on w.id = j.value where ${open} order by w.id`,
        ).map(({ id }) => id);
      }
      const except = new Set(selection.except);
      const where = whereOf(selection.filter);
      const kept = where.sql === '' ? sql`where ${open}` : sql`${where} and ${open}`;
      return all<{ id: number }>(sql`select w.id from ${lineTables} ${kept} order by w.id`)
        .map(({ id }) => id)
        .filter((id) => !except.has(id));
    },

    steps: (warningId: number) =>
      db
        .prepare<[number], { id: number; step: WarningStep; note: string; at: string; byName: string }>(
          'select id, step, note, at, by_name as byName from warning_steps where warning_id = ? order by id',
        )
        .all(warningId),

    standingOf: (objectId: number): readonly RuleStanding[] => standingOf.all(objectId).map(withGrounds),

    /** All that are not closed, by object. */
    standingByObject(): ReadonlyMap<number, readonly RuleStanding[]> {
      const byObject = new Map<number, RuleStanding[]>();
      for (const row of standingAll.iterate()) {
        const own = byObject.get(row.objectId);
        if (own === undefined) byObject.set(row.objectId, [withGrounds(row)]);
        else own.push(withGrounds(row));
      }
      return byObject;
    },

    open(warning: NewWarning, note: string, by: StepBy): void {
      const grounds = JSON.stringify(warning.grounds);
      const { lastInsertRowid } = insert.run({ ...warning, grounds });
      insertStep.run({ id: Number(lastInsertRowid), step: 'opened', note, ...by });
    },

    changeGrounds(id: number, grounds: readonly WarningGround[], note: string, by: StepBy): void {
      setGrounds.run({ id, grounds: JSON.stringify(grounds) });
      insertStep.run({ id, step: 'grounds', note, ...by });
    },

    reopen(id: number, grounds: readonly WarningGround[], note: string, by: StepBy): void {
      setGrounds.run({ id, grounds: JSON.stringify(grounds) });
      setState.run({ ...rest, id, state: 'open' });
      insertStep.run({ id, step: 'reopened', note, ...by });
    },

    close(id: number, on: string, note: string, by: StepBy): void {
      setState.run({ ...rest, id, state: 'closed', closedOn: on });
      insertStep.run({ id, step: 'closed', note, ...by });
    },

    handle(id: number, note: string, by: StepBy): void {
      setState.run({ ...rest, id, state: 'handled', note });
      insertStep.run({ id, step: 'handled', note, ...by });
    },

    acknowledge(id: number, note: string, untilOn: string, by: StepBy): void {
      setState.run({ ...rest, id, state: 'acknowledged', note, untilOn });
      insertStep.run({ id, step: 'acknowledged', note: `${note}（到${untilOn}）`, ...by });
    },

    /** Open warnings by level, list suggestions apart, and the rules that have any. */
    counts() {
      const levels = db
        .prepare<[], { level: WarningLevel; count: number }>(
          `select level, count(*) as count from warnings where state = 'open' and opens is not 'list' group by level`,
        )
        .all();
      const suggestions = db
        .prepare<[], number>(`select count(*) from warnings where state = 'open' and opens = 'list'`)
        .pluck()
        .get() as number;
      const of = (level: WarningLevel) => levels.find((row) => row.level === level)?.count ?? 0;
      const rules = db
        .prepare<[], { ruleId: string; name: string; open: number }>(
          `select rule_id as ruleId, name, count(*) as open from warnings where state = 'open' group by rule_id, name order by count(*) desc, rule_id`,
        )
        .all();
      return { urgent: of('urgent'), notice: of('notice'), suggestions, rules };
    },

    /** Rules that ever raised a warning, for the filter. */
    rules: () =>
      db
        .prepare<[], { ruleId: string; name: string }>(
          'select rule_id as ruleId, max(name) as name from warnings group by rule_id order by rule_id',
        )
        .all(),

    lastScan: (): WarningScan | null =>
      db
        .prepare<[], WarningScan>(
          `select scanned_on as scannedOn, pack_id as packId, pack_version as packVersion, objects, opened, closed, at
             from warning_scans order by id desc limit 1`,
        )
        .get() ?? null,

    insertScan(scan: WarningScan): void {
      db.prepare(
        `insert into warning_scans (scanned_on, pack_id, pack_version, objects, opened, closed, at)
         values (:scannedOn, :packId, :packVersion, :objects, :opened, :closed, :at)`,
      ).run(scan);
    },
  };
}

function withGrounds<T extends { readonly grounds: string }>(
  row: T,
): Omit<T, 'grounds'> & { grounds: WarningGround[] } {
  return { ...row, grounds: JSON.parse(row.grounds) as WarningGround[] };
}

function whereOf({ text, state, level, ruleId, objectId }: WarningFilter): Sql {
  const key = nameKey(text);
  return allOf([
    state === null ? null : sql`w.state = ${state}`,
    level === null ? null : sql`w.level = ${level}`,
    ruleId === '' ? null : sql`w.rule_id = ${ruleId}`,
    objectId === null ? null : sql`w.object_id = ${objectId}`,
    text === ''
      ? null
      : sql`(instr(o.name_key, ${key}) > 0 or instr(o.code, ${key}) > 0 or instr(o.initials, ${text.toLowerCase()}) > 0
             or instr(w.name, ${text}) > 0 or instr(w.grounds, ${text}) > 0)`,
  ]);
}
