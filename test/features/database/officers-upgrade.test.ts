import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-upgrade-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const day = '2026-09-07T01:00:00.000Z';

test('升级后，从前登记的回避仍然有效，请假照旧，用过的号不再用', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 100),
    () => undefined,
  );
  db.exec(`
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township, registered_by,
      status, is_above_scale, is_key, tags, created_at, updated_at)
    values (1, '91150784MA0N000012', '91150784MA0N000012', '示例公司', '示例公司', 'slgs', '企业', '', '', '', '', '', '', '存续', 0, 0, '[]', '${day}', '${day}');
    insert into officers (id, code, name, unit, department, section, post, certificate_number, has_establishment, is_leader_qualified, scopes, status,
      phone, created_at, updated_at)
    values (1, 'ZF001', '示例甲', '示例局', '示例', '', '', '', 1, 1, '[]', '在岗', '', '${day}', '${day}'),
           (2, 'ZF002', '示例乙', '示例局', '示例', '', '', '', 1, 1, '[]', '在岗', '', '${day}', '${day}');
    insert into leaves (officer_id, from_on, to_on) values (1, '2026-09-01', '2026-09-03');
    insert into recusals (officer_id, object_id, reason, evidence, created_at) values (1, 1, '亲属', '示例依据', '${day}'), (2, 1, '其他', '', '${day}');
    delete from recusals where id = 2;`);

  migrate(db, migrations, () => undefined);
  expect(
    db.prepare('select id, officer_id, reason, evidence, from_on, to_on, lifted_on, created_at from recusals').all(),
  ).toEqual([
    {
      id: 1,
      officer_id: 1,
      reason: '亲属',
      evidence: '示例依据',
      from_on: null,
      to_on: null,
      lifted_on: null,
      created_at: day,
    },
  ]);
  expect(db.prepare('select from_on, to_on, kind, reason from leaves').all()).toEqual([
    { from_on: '2026-09-01', to_on: '2026-09-03', kind: null, reason: '' },
  ]);
  const insert = (officer: number, from: string | null) =>
    db
      .prepare(
        `insert into recusals (officer_id, object_id, reason, evidence, from_on, created_at) values (?, 1, '其他', '', ?, '${day}')`,
      )
      .run(officer, from).lastInsertRowid;
  expect(insert(2, '2026-09-07')).toBe(3);
  expect(() => insert(1, '2027-01-01')).toThrow('recused already');
  db.prepare(`update recusals set lifted_on = '2026-12-31', lift_reason = '示例' where id = 1`).run();
  expect(insert(1, '2027-01-01')).toBe(4);
  expect(() => db.prepare(`update recusals set evidence = '改' where id = 1`).run()).toThrow('stands');
  db.close();
});
