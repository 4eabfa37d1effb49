import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourcePlaces } from '../../../electron/app/places.ts';
import { migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';

let db: Db;

beforeAll(() => {
  const opened = openDatabase(':memory:', 0);
  if (!opened.ok) throw new Error(opened.code);
  db = opened.value;
  migrate(db, readMigrations(sourcePlaces('').migrations), () => undefined);
  const account = db.prepare(
    `insert into accounts (id, name, login, is_operator, is_leader, password_hash, created_at) values (?, ?, ?, 1, 1, 'x', '2026-01-01T00:00:00Z')`,
  );
  account.run(1, '示例经办', 'one');
  account.run(2, '示例分管', 'two');
  db.prepare(
    `insert into plans (id, kind, year, title, file_name, file_sha256, made_by, made_at)
     values (1, 'joint', 2026, '示例计划', '示例.xlsx', ?, 1, '2026-01-01T00:00:00Z')`,
  ).run('a'.repeat(64));
  db.prepare(
    `insert into plan_items (id, plan_id, position, name, reading, warnings) values (1, 1, 4, '示例检查', '{}', '[]')`,
  ).run();
});
afterAll(() => db.close());

const insertTask = (serial: number, number: string) =>
  db
    .prepare(
      `insert into tasks (year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
                          quota_count, item_kind, from_on, to_on, check_items, check_focus, methods, basis, created_by, created_at)
       values (2026, ?, ?, 1, '示例检查', '工信', '[]', '{}', 'count', 2, 'key', '2026-09-01', '2026-09-30', '示例', '', '[]', '示例', 1,
               '2026-01-01T00:00:00Z')`,
    )
    .run(serial, number);

const approve = (by: number) =>
  db
    .prepare(
      `update plans set state = 'approved', approved_by = ?, approved_at = '2026-01-02T00:00:00Z', approved_on = '2026-01-02' where id = 1`,
    )
    .run(by);

test('数据库本身不让未批准的计划生成任务', () => {
  expect(() => insertTask(1, '额工信抽查〔2026〕1号')).toThrow('approved plan');
});

test('数据库本身不让导入人批准自己的计划', () => {
  expect(() => approve(1)).toThrow('CHECK');
});

test('批准之后，计划和事项都不能改、不能删', () => {
  approve(2);
  expect(() => db.exec(`update plans set title = '改'`)).toThrow('does not change');
  expect(() => db.exec(`update plan_items set name = '改'`)).toThrow('does not change');
  expect(() => db.exec('delete from plan_items')).toThrow('does not change');
  expect(() => db.exec('delete from plans')).toThrow('does not change');
});

test('任务编号不跳号，不重号，任务不删除', () => {
  expect(() => insertTask(2, '额工信抽查〔2026〕2号')).toThrow('next serial');
  insertTask(1, '额工信抽查〔2026〕1号');
  expect(() => insertTask(1, '额工信抽查〔2026〕1号')).toThrow('next serial');
  expect(() => db.exec('delete from tasks')).toThrow('never deleted');
  expect(() => db.exec(`update tasks set number = '额工信抽查〔2026〕9号'`)).toThrow('keeps its number');
  db.exec(`update tasks set state = 'running'`);
  expect(db.prepare('select state from tasks').pluck().get()).toBe('running');
});
