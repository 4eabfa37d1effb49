import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-statistics-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('升级后，从前完成的抽取已计入统计；演练、未完成和批次顺序的不计', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 200),
    () => undefined,
  );
  const at = '2026-03-10T01:00:00.000Z';
  const hash = 'a'.repeat(64);
  db.exec(`
    insert into accounts (id, login, name, password_hash, is_operator, created_at)
    values (1, 'a', '示例甲', 'x', 1, '${at}'), (2, 'b', '示例乙', 'x', 1, '${at}');
    insert into plans (id, kind, year, title, state, made_by, made_at) values (1, 'own', 2026, '示例计划', 'draft', 1, '${at}');
    insert into plan_items (id, plan_id, position, name, reading, warnings, from_on, to_on)
    values (1, 1, 1, '示例事项', '{}', '[]', '2026-01-01', '2026-12-31');
    update plans set state = 'approved', approved_by = 2, approved_at = '${at}', approved_on = '2026-03-10' where id = 1;`);
  for (const id of [1, 2, 3, 4]) {
    db.exec(`
      insert into tasks (id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
        quota_count, item_kind, from_on, to_on, state, check_items, check_focus, methods, basis, created_by, created_at)
      values (${id}, 2026, ${id}, '示例〔2026〕${id}号', 1, '示例', '工信', '[]', '{}', 'count', 2, 'ordinary', '2026-01-01', '2026-12-31',
        'running', '', '', '[]', '', 1, '${at}');
      insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
        registered_by, status, is_above_scale, is_key, tags, created_at, updated_at)
      values (${id}, 'C0000000000000000${id}', 'C0000000000000000${id}', '示例${id}', '示例${id}', '', '企业', '', '', '', '', '', '', '存续', 0, 0, '[]', '${at}', '${at}');`);
  }
  const insertDraw = db.prepare(
    `insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name,
       frozen_at, frozen_by, seed, sealed_at, drawn_at, staffed_at, result_hash)
     values (:id, 2026, :id, :rehearsal, :number, :id, 'staffed', :setting, '${hash}', '', '', '示例', '${at}', 1, 'S', '${at}', '${at}', '${at}',
       '${hash}')`,
  );
  const draw = { rehearsal: 0, setting: '{"mode":"sample"}' };
  insertDraw.run({ ...draw, id: 1, number: '2026-001' });
  insertDraw.run({ ...draw, id: 2, number: 'YL2026-002', rehearsal: 1 });
  insertDraw.run({ ...draw, id: 3, number: '2026-003' });
  insertDraw.run({ ...draw, id: 4, number: '2026-004', setting: '{"mode":"batch"}' });
  for (const id of [1, 2, 3, 4]) {
    db.exec(`
      insert into draw_pool (draw_id, object_id, code, name, stratum, excluded, note, is_must)
      values (${id}, 1, 'C1', '示例1', '*', null, '', 0), (${id}, 2, 'C2', '示例2', '*', null, '', 0),
             (${id}, 3, 'C3', '示例3', '*', null, '', 1), (${id}, 4, 'C4', '示例4', '*', 'CAP-ALL', '', 0);
      insert into draw_objects (draw_id, object_id, code, stratum, kind, meeting_order, ticket)
      values (${id}, 2, 'C2', '*', '随机', 1, '0.1'), (${id}, 3, 'C3', '*', '必检', 2, '0.2');`);
  }
  db.exec(`update draws set state = 'recorded', recorded_at = '${at}' where id in (1, 2, 4)`);
  migrate(db, migrations, () => undefined);

  const counted = () => db.prepare('select * from draw_object_years order by object_id').raw().all();
  expect(db.prepare('select * from draw_strata').raw().all()).toEqual([[1, '*', 2, 1, 1, 1]]);
  const once = [
    [1, 2026, 1, 500_000, 500_000, 0, 0],
    [2, 2026, 1, 500_000, 500_000, 1, 0],
    [3, 2026, 0, 0, 0, 0, 1],
  ];
  expect(counted()).toEqual(once);

  db.exec(`update draws set state = 'recorded', recorded_at = '${at}' where id = 3`);
  expect(counted().map((row) => (row as number[]).slice(2))).toEqual(
    once.map(([, , ...row]) => row.map((one) => 2 * one)),
  );
  db.exec(`
    update draws set state = 'void', recorded_at = null, recorded_before_void = '${at}', voided_at = '${at}', voided_by = 2,
      void_approver = '示例乙', void_reason = '示例', void_witnesses = '示例' where id = 3`);
  expect(counted()).toEqual(once);
  expect(() => db.exec('delete from draw_strata')).toThrow('a drawn lot stands');
  db.close();
});
