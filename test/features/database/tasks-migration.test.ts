import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { createPlansRepo } from '../../../electron/features/plans/plans.repo.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-tasks-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('升级后原有任务照旧：编号、计划事项、抽取都在，编号接着往下编', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  const first = migrations.filter(({ version }) => version < 80);
  migrate(db, first, () => undefined);
  const at = '2026-09-07T01:00:00.000Z';
  const account = `insert into accounts (id, login, name, password_hash, is_operator, created_at) values (?, ?, ?, 'x', 1, '${at}')`;
  db.prepare(account).run(1, 'a', '示例甲');
  db.prepare(account).run(2, 'b', '示例乙');
  db.exec(`
    insert into plans (id, year, title, file_name, file_sha256, state, imported_by, imported_at, approved_by, approved_at)
    values (1, 2026, '示例计划', '计划.xlsx', '${'a'.repeat(64)}', 'approved', 1, '${at}', 2, '${at}');
    insert into plan_items (id, plan_id, sheet_row, name, reading, warnings, from_on, to_on)
    values (7, 1, 22, '工业企业安全生产检查', '{}', '[]', '2026-09-01', '2026-11-30');
    insert into tasks (id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_bp, quota_at_least, item_kind, from_on, to_on, state, check_items, check_focus, methods, basis, created_by, created_at)
    values (3, 2026, 1, '额工信抽查〔2026〕1号', 7, '工业企业安全生产检查', '工信', '["应急"]', '{"aboveScale":true}', 'ratio', 400, 1,
      'key', '2026-09-01', '2026-11-30', 'running', '责任制', '', '["实地核查"]', '法', 1, '${at}');
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name, frozen_at, frozen_by)
    values (1, 2026, 1, 0, '2026-001', 3, 'frozen', '{}', '${'b'.repeat(64)}', '', '', '示例甲', '${at}', 1);`);
  migrate(db, migrations, () => undefined);

  const plans = createPlansRepo(db);
  expect(plans.taskById(3)).toMatchObject({
    number: '额工信抽查〔2026〕1号',
    origin: 'plan',
    planItemId: 7,
    state: 'running',
    quota: { kind: 'ratio', bp: 400, atLeast: true },
    poolFilter: { aboveScale: true },
    items: [{ planItemId: 7, title: '工业企业安全生产检查', checkItems: '责任制' }],
    source: null,
    objects: [],
    createdBy: '示例甲',
    cancelled: null,
  });
  expect(db.prepare('select t.number from draws d join tasks t on t.id = d.task_id').pluck().all()).toEqual([
    '额工信抽查〔2026〕1号',
  ]);
  expect(() => db.prepare('delete from tasks').run()).toThrow('never deleted');
  expect(() => db.prepare(`update tasks set number = '改'`).run()).toThrow('keeps its number');
  expect(() =>
    db
      .prepare(`update tasks set state = 'cancelled', cancelled_by = 2, cancelled_at = '${at}', cancel_reason = '示例'`)
      .run(),
  ).toThrow(/goes forward|not cancelled/);
  const copy = (serial: number) =>
    db.exec(`insert into tasks (year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_bp, quota_at_least, item_kind, from_on, to_on, check_items, check_focus, methods, basis, created_by, created_at)
      select year, ${serial}, '示例${serial}', plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_bp, quota_at_least, item_kind, from_on, to_on, check_items, check_focus, methods, basis, created_by, created_at from tasks where id = 3`);
  expect(() => copy(3)).toThrow('next serial');
  copy(2);
  db.close();
});
