import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';
import { createDrawsRepo } from '../../../electron/features/draws/draws.repo.ts';
import { settingOf } from '../../support/draw-setting.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-papers-'));
const day = '2026-09-07T01:00:00.000Z';
const hash = 'a'.repeat(64);

let db: Db;
beforeAll(() => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  db = opened.value;
  const before = migrations.filter(({ version }) => version < 180);
  migrate(db, before, () => undefined);
  const draw = (id: number, number: string, taskId: number, part: string) => `
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor,
                       operator_name, frozen_at, frozen_by, seed, sealed_at, result_hash, recorded_at, voided_at, void_approver,
                       void_reason, void_witnesses)
    values (${id}, 2026, ${id}, ${Number(number.startsWith('YL'))}, '${number}', ${taskId}, ${part});
    insert into draw_files values (${id}, 'plan.json', '{"mode":"batch","size":5,"strata":{"*":{"bp":10000}}}'), (${id}, 'officers.tsv', ''), (${id}, 'recusals.tsv', '');`;
  const task = (id: number) => `
    insert into tasks (id, year, serial, number, origin, title, lead_department, joint_departments, pool_filter, quota_kind, quota_count,
                       item_kind, from_on, to_on, check_items, check_focus, methods, basis, created_by, created_at, state, approved_by, approved_at)
    values (${id}, 2026, ${id}, '示例〔2026〕${id}号', 'complaint', '示例', '工信', '[]', '{}', 'count', 1, 'ordinary', '2026-09-01', '2026-09-30',
            '', '', '[]', '', 1, '${day}', 'waiting', 2, '${day}');`;
  const head = `'${JSON.stringify(settingOf(1))}', '${hash}', '三楼', '示例监督', '示例经办', '${day}', 1`;
  db.pragma('foreign_keys = off');
  db.exec(`
    insert into accounts (id, name, login, password_hash, is_operator, created_at) values (1, '示例经办', 'operator', 'x', 1, '');
    insert into accounts (id, name, login, password_hash, is_leader, created_at) values (2, '示例分管', 'leader', 'x', 1, '');
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township, registered_by,
      status, is_above_scale, is_key, tags, created_at, updated_at)
    values (1, '91150784MA0N000012', '91150784MA0N000012', '示例公司', '示例公司', 'slgs', '企业', '', '', '', '', '', '', '存续', 0, 0, '[]', '${day}', '${day}');
    ${task(1)} ${task(2)} ${task(3)}
    ${draw(1, '2026-001', 1, `'void', ${head}, null, null, null, null, '${day}', '示例分管', '投影故障', '示例甲、示例乙'`)}
    ${draw(2, '2026-002', 2, `'recorded', ${head}, 'x', '${day}', '${hash}', '${day}', null, null, null, null`)}
    ${draw(3, 'YL2026-003', 3, `'recorded', ${head}, 'x', '${day}', '${hash}', '${day}', null, null, null, null`)}
    insert into draw_witnesses (draw_id, position, name, unit, identity, is_dice, digit_count) values (1, 1, '示例甲', '示例社区', '纪检', 0, 7);
    insert into inspections (id, draw_id, task_id, object_id, meeting_order, year, object_code, object_name, opened_at)
      values (5, 2, 2, 1, 1, 2026, 'A', '示例公司', '${day}');`);
  migrate(db, migrations, () => undefined);
  db.pragma('foreign_keys = off');
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (sql: string) => () => db.exec(sql);

test('升级后，从前写成文字的身份、监督人和作废见证照样读得出', () => {
  expect(createDrawsRepo(db).drawById(1)).toMatchObject({
    supervisor: '示例监督',
    supervisorUnit: '',
    witnesses: [{ name: '示例甲', kind: null, identity: '纪检' }],
    voided: { approver: '示例分管', witnesses: '示例甲、示例乙', present: [] },
  });
});

describe('数据库本身不许', () => {
  test.each([
    ['改见证人身份', `update draw_witnesses set identity = '代表'`],
    ['改见证人单位', `update draw_witnesses set unit = '别处'`],
    ['改监督人', `update draws set supervisor = '示例丙' where id = 2`],
    ['改操作人', `update draws set operator_name = '示例丙' where id = 2`],
    ['已记录的退回', `update draws set state = 'staffed', recorded_at = null where id = 2`],
    [
      '作废时丢掉笔录时间',
      `update draws set state = 'void', recorded_at = null, voided_at = 'x', void_reason = 'x', void_approver = 'x', void_witnesses = 'x' where id = 2`,
    ],
  ])('%s', (_, sql) => {
    expect(run(sql)).toThrow(/do not change|does not change|forward only|is kept/);
  });
});

describe('已办的步骤和已结束的抽取', () => {
  test.each([
    ['改封存时间', `update draws set sealed_at = '2020-01-01' where id = 2`, 'stands'],
    ['改笔录时间', `update draws set recorded_at = '2020-01-01' where id = 2`, 'stands'],
    ['改年度和流水号', `update draws set serial = 9 where id = 2`, 'stands'],
    ['改作废原因', `update draws set void_reason = '另一个原因' where id = 1`, 'stands'],
    [
      '笔录后再添抽中的对象',
      `insert into draw_objects (draw_id, object_id, code, stratum, kind, meeting_order, ticket)
       values (2, 1, 'A', '*', '随机', 1, '0.1')`,
      'closed',
    ],
    [
      '笔录后再添名单',
      `insert into draw_pool (draw_id, object_id, code, name, stratum, excluded, note, is_must)
       values (2, 1, 'A', '示例公司', '*', null, '', 0)`,
      'closed',
    ],
    [
      '封存后再添见证人',
      `insert into draw_witnesses (draw_id, position, name, unit, kind, identity, is_dice, digit_count)
       values (2, 9, '示例乙', '示例社区', 'other', '代表', 0, 7)`,
      'past its witnesses',
    ],
    ['给作废的抽取添文件', `insert into draw_files values (1, 'amend-r2.txt', 'x')`, 'void'],
  ])('%s，数据库不许', (_, sql, message) => {
    expect(run(sql)).toThrow(message);
  });
});

describe('演练永远变不成正式抽取', () => {
  test.each([
    ['改性质', 'update draws set is_rehearsal = 0 where id = 3', 'does not change'],
    ['改编号', `update draws set number = '2026-003', is_rehearsal = 0 where id = 3`, 'does not change'],
    [
      '由演练产生检查',
      `insert into inspections (draw_id, task_id, object_id, meeting_order, year, object_code, object_name, opened_at)
       values (3, 3, 1, 1, 2026, 'A', '示例公司', '${day}')`,
      'a rehearsal opens no inspection',
    ],
    ['把检查挪到另一次抽取', 'update inspections set draw_id = 3', 'stays with its draw'],
    ['以正式清单冻结演练', `insert into draw_files values (3, 'manifest.txt', 'SSJ-1' || char(10))`, 'says so'],
    [
      '以演练清单冻结正式抽取',
      `insert into draw_files values (2, 'manifest.txt', 'SSJ-1-演练' || char(10))`,
      'says so',
    ],
  ])('%s', (_, sql, message) => {
    expect(run(sql)).toThrow(message);
  });

  test('清单与性质一致的照常', () => {
    expect(run(`insert into draw_files values (3, 'manifest.txt', 'SSJ-1-演练' || char(10))`)).not.toThrow();
    expect(run(`insert into draw_files values (2, 'manifest.txt', 'SSJ-1' || char(10))`)).not.toThrow();
  });
});

describe('扫描件只增不改', () => {
  test('不改、不删、大小须相符；更换只加一条说明', () => {
    const scan = (id: number, size: number) =>
      run(`insert into draw_scans (id, draw_id, paper, file_name, media_type, pages, size, sha256, attached_at, attached_by, content)
           values (${id}, 2, 'record', '记录.pdf', 'application/pdf', 1, ${size}, '${hash}', '${day}', 1, x'25504446')`);
    scan(1, 4)();
    expect(scan(2, 5)).toThrow('CHECK');
    expect(run('update draw_scans set file_name = 1')).toThrow();
    expect(run('delete from draw_scans')).toThrow('kept');
    const withdraw = (reason: string) => run(`insert into draw_scan_withdrawals values (1, '${reason}', '${day}', 1)`);
    expect(withdraw(' ')).toThrow('CHECK');
    withdraw('漏扫一页')();
    expect(withdraw('又一次')).toThrow('UNIQUE');
    expect(run(`update draw_scan_withdrawals set reason = '改'`)).toThrow('stand');
    expect(run('delete from draw_scan_withdrawals')).toThrow('stand');
  });
});

test('已通知或已检查的，抽取不能作废；作废的抽取不再发通知、录结果', () => {
  const voiding = run(
    `update draws set state = 'void', recorded_before_void = recorded_at, recorded_at = null, voided_at = 'x', void_reason = 'x',
            void_approver = 'x', void_witnesses = 'x' where id = 2`,
  );
  const notice = (serial: number) =>
    run(
      `insert into inspection_notices values (5, 2026, ${serial}, '示例${serial}', '2026-09-08', '2026-09-10', '', '', '', '', 1)`,
    );
  notice(1)();
  expect(voiding).toThrow('have begun');
  db.exec('delete from inspection_notices');
  voiding();
  expect(notice(2)).toThrow('void');
  expect(createDrawsRepo(db).drawById(2)).toMatchObject({ state: 'void', recordedAt: day });
  expect(run(`update draws set state = 'recorded' where id = 2`)).toThrow('forward only');
});
