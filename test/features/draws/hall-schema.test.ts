import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';

const migration = (name: string) =>
  readFileSync(new URL(`../../../electron/database/migrations/${name}.sql`, import.meta.url), 'utf8');
const at = '2026-09-07T01:00:00Z';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  // Only the rules of these tables are asked here; the rosters they refer to are not there.
  db.pragma('foreign_keys = off');
  db.exec(migration('0050-draws'));
  // As an older version left it: in the middle of 见证取数.
  db.exec(`
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name, frozen_at, frozen_by)
      values (1, 2026, 1, 0, '2026-001', 7, 'seeding', '{}', '${'a'.repeat(64)}', '', '', '示例', '${at}', 1);
    insert into draw_witnesses (draw_id, position, name, unit, identity, is_dice, digit_count, digits, entered_at) values
      (1, 1, '示例甲', '', '', 0, 4, '1234', '${at}'), (1, 2, '示例乙', '', '', 1, 4, null, null);`);
  db.exec(migration('0170-hall'));
});

const run = (text: string) => () => db.exec(text);
const confirm = (position: number) => run(`insert into draw_confirmations values (1, ${position}, '${at}')`);
const giveLast = run(`update draw_witnesses set digits = '5678', entered_at = '${at}' where position = 2`);
const seal = run(`update draws set state = 'sealed', seed = 'x', sealed_at = '${at}' where id = 1`);

test('数字没有收齐不能确认，没有全部确认不能封存', () => {
  expect(confirm(1)).toThrow('once all digits are there');
  giveLast();
  confirm(1)();
  expect(seal).toThrow('every witness confirms');
  confirm(2)();
  expect(seal).not.toThrow();
  expect(confirm(2)).toThrow();
});

test('取数的方式、掷骰的人和确认都不能改，不能删', () => {
  giveLast();
  confirm(1)();
  run(`insert into draw_takings values (1, 2, 'own', '示例丁')`)();
  for (const text of [
    `update draw_takings set rolled_by = '示例丙'`,
    'delete from draw_takings',
    `update draw_confirmations set confirmed_at = 'y'`,
    'delete from draw_confirmations',
  ]) {
    expect(run(text)).toThrow('stand');
  }
  expect(run(`insert into draw_takings values (1, 1, 'guessed', null)`)).toThrow('CHECK');
});

test('大屏幕上待核对的只有一组数字，只收数字', () => {
  const echo = (digits: string) =>
    run(`insert into draw_echoes values (1, 2, '${digits}', 'own', null, '${at}')
           on conflict (draw_id) do update set digits = excluded.digits`);
  echo('1234')();
  echo('1235')();
  expect(db.prepare('select digits from draw_echoes').pluck().all()).toEqual(['1235']);
  expect(echo('12a4')).toThrow('CHECK');
});
