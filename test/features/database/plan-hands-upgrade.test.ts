import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-hands-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('升级后，从前编制、送审过计划的人仍不能批准它', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  const earlier = migrations.filter(({ version }) => version < 150);
  migrate(db, earlier, () => undefined);
  const at = '2026-03-10T01:00:00.000Z';
  const account = `insert into accounts (id, login, name, password_hash, is_operator, created_at) values (?, ?, ?, 'x', 1, '${at}')`;
  for (const [id, name] of ['示例甲', '示例乙', '示例丙'].entries()) db.prepare(account).run(id + 1, `a${id}`, name);
  db.exec(`
    insert into plans (id, kind, year, title, state, made_by, made_at) values (1, 'own', 2026, '示例计划', 'submitted', 1, '${at}');
    insert into plan_steps (plan_id, step, opinion, taken_by, taken_at)
    values (1, 'submit', '', 2, '${at}'), (1, 'return', '再改', 3, '${at}'), (1, 'submit', '', 2, '${at}');`);
  migrate(db, migrations, () => undefined);

  expect(
    db.prepare('select plan_id, amendment_id, account_id from plan_hands order by account_id').raw().all(),
  ).toEqual([
    [1, null, 1],
    [1, null, 2],
  ]);
  const approve = db.prepare(
    `update plans set state = 'approved', approved_by = ?, approved_at = '${at}', approved_on = '2026-03-10' where id = 1`,
  );
  expect(() => approve.run(2)).toThrow('nobody approves his own entry');
  expect(() => db.prepare('delete from plan_hands').run()).toThrow('stays known');
  approve.run(3);
  db.close();
});
