import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';

const sql = readFileSync(new URL('../../../electron/database/migrations/0050-draws.sql', import.meta.url), 'utf8');
const hash = 'a'.repeat(64);

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  // Only the rules of these tables are asked here; the rosters they refer to are not there.
  db.pragma('foreign_keys = off');
  db.exec(sql);
  db.exec(`
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name, frozen_at, frozen_by)
      values (1, 2026, 1, 0, '2026-001', 7, 'frozen', '{}', '${hash}', '', '', '示例', '2026-09-07T01:00:00Z', 1);
    insert into draw_files values (1, 'manifest.txt', 'SSJ-1');
    insert into draw_witnesses (draw_id, position, name, unit, identity, is_dice, digit_count) values
      (1, 1, '示例甲', '', '', 0, 4), (1, 2, '示例乙', '', '', 1, 4);
    insert into draw_pool values (1, 5, 'A5', '示例', '*', null, '', 0);
    insert into draw_officers values (1, 1, 9, 'ZF009', '示例', '工信');
    insert into draw_amendments values (1, 2, '更正', '', '2026-09-07T01:00:00Z');
    insert into draw_objects values (1, 5, 'A5', '*', '随机', 1, '0.123', null);
    insert into draw_seats values (1, 5, 0, 9, 2);`);
});

const run = (text: string) => () => db.exec(text);

describe('数据库本身不许', () => {
  test.each([
    ['删除抽取', 'delete from draws'],
    ['改编号', `update draws set number = '2026-009'`],
    ['改承诺值', `update draws set commitment = '${'b'.repeat(64)}'`],
    ['改设置', `update draws set setting = '{"x":1}'`],
    ['改冻结的文件', `update draw_files set content = ''`],
    ['删冻结的文件', 'delete from draw_files'],
    ['改名单', `update draw_pool set stratum = 'A'`],
    ['删名单', 'delete from draw_pool'],
    ['改抽中的对象', `update draw_objects set kind = '必检'`],
    ['删抽中的对象', 'delete from draw_objects'],
    ['换人', 'update draw_seats set officer_id = 8'],
    ['撤人', 'delete from draw_seats'],
    ['改人员名单', `update draw_officers set code = 'ZF001'`],
    ['删人员名单', 'delete from draw_officers'],
    ['改更正', `update draw_amendments set reason = '另'`],
    ['删更正', 'delete from draw_amendments'],
    ['删见证人', 'delete from draw_witnesses'],
    ['换见证人', `update draw_witnesses set name = '示例丙' where position = 1`],
  ])('%s', (_, text) => {
    expect(run(text)).toThrow(/does not change|do not change|kept|stand|never deleted/);
  });

  test('数字颠倒次序、改已公布的数字、收字母或少位', () => {
    const set = (position: number, digits: string) =>
      run(`update draw_witnesses set digits = '${digits}', entered_at = 'x' where position = ${position}`);
    expect(set(2, '1234')).toThrow('announced order');
    expect(set(1, '12a4')).toThrow('CHECK');
    expect(set(1, '123')).toThrow('CHECK');
    set(1, '1234')();
    expect(set(1, '4321')).toThrow('announced digits do not change');
    expect(set(2, '1234')).not.toThrow();
  });

  test('状态倒退，或从作废恢复', () => {
    run(`update draws set state = 'sealed', seed = 'x', sealed_at = 'x'`)();
    expect(run(`update draws set state = 'seeding'`)).toThrow('forward only');
    expect(run(`update draws set seed = 'y'`)).toThrow('does not change');
    run(
      `update draws set state = 'void', voided_at = 'x', void_reason = 'x', void_approver = 'x', void_witnesses = 'x'`,
    )();
    expect(run(`update draws set state = 'drawn', voided_at = null`)).toThrow('forward only');
  });

  test('没有种子就封存，没有理由就作废，没有结果就完成', () => {
    expect(run(`update draws set state = 'sealed'`)).toThrow('CHECK');
    expect(run(`update draws set state = 'void', voided_at = 'x'`)).toThrow('CHECK');
    expect(run(`update draws set state = 'recorded', seed = 'x', sealed_at = 'x', recorded_at = 'x'`)).toThrow('CHECK');
  });

  test('同一任务有两次有效抽取，演练不限', () => {
    const insert = (serial: number, rehearsal: 0 | 1) =>
      run(`insert into draws (year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name, frozen_at, frozen_by)
           values (2026, ${serial}, ${rehearsal}, '${rehearsal ? 'YL' : ''}2026-00${serial}', 7, 'frozen', '{}', '${hash}', '', '', '示例', 'x', 1)`);
    expect(insert(2, 0)).toThrow('UNIQUE');
    expect(insert(1, 1)).not.toThrow();
    expect(insert(2, 1)).not.toThrow();
  });
});
