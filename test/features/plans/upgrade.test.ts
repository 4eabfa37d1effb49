import { afterAll, expect, test } from 'vitest';
import { sourcePlaces } from '../../../electron/app/places.ts';
import { migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations(sourcePlaces('').migrations);
const opened = openDatabase(':memory:', 0);
if (!opened.ok) throw new Error(opened.code);
const db = opened.value;
afterAll(() => db.close());

test('升级后，原有计划都是联合计划，批准日期按当地日期补齐，任务仍指向原事项', () => {
  migrate(
    db,
    migrations.filter(({ version }) => version <= 70),
    () => undefined,
  );
  db.exec(`
    insert into accounts (id, name, login, is_operator, is_leader, password_hash, created_at)
    values (1, '示例经办', 'one', 1, 0, 'x', '2026-01-01T00:00:00Z'), (2, '示例分管', 'two', 0, 1, 'x', '2026-01-01T00:00:00Z');
    insert into plans (id, year, title, file_name, file_sha256, state, imported_by, imported_at, approved_by, approved_at)
    values (1, 2026, '示例计划', '示例.xlsx', '${'a'.repeat(64)}', 'approved', 1, '2026-01-02T00:00:00.000Z', 2, '2026-01-02T17:00:00.000Z'),
           (2, 2026, '示例草稿', '草稿.xlsx', '${'b'.repeat(64)}', 'draft', 1, '2026-01-02T00:00:00.000Z', null, null);
    insert into plan_items (id, plan_id, sheet_row, name, reading, warnings, from_on, to_on)
    values (7, 1, 25, '示例检查', '{"row":25}', '[]', '2026-03-01', '2026-11-30');
    insert into tasks (year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
                       quota_count, item_kind, from_on, to_on, check_items, check_focus, methods, basis, created_by, created_at)
    values (2026, 1, '额工信抽查〔2026〕1号', 7, '示例检查', '工信', '[]', '{}', 'count', 2, 'key', '2026-09-01', '2026-09-30', '示例', '',
            '[]', '示例', 1, '2026-01-03T00:00:00.000Z');`);
  migrate(db, migrations, () => undefined);
  expect(
    db.prepare('select id, kind, state, made_by, approved_on, document_number from plans order by id').all(),
  ).toEqual([
    { id: 1, kind: 'joint', state: 'approved', made_by: 1, approved_on: '2026-01-03', document_number: '' },
    { id: 2, kind: 'joint', state: 'draft', made_by: 1, approved_on: null, document_number: '' },
  ]);
  expect(db.prepare('select id, plan_id, position, reading, amendment_id, replaces from plan_items').all()).toEqual([
    { id: 7, plan_id: 1, position: 25, reading: '{"row":25}', amendment_id: null, replaces: null },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(() => db.exec(`update plan_items set name = '改'`)).toThrow('does not change');
});
