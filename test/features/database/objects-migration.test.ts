import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';
import { noObjectFilter } from '../../../electron/features/rosters/object-list.repo.ts';
import { createRostersRepo } from '../../../electron/features/rosters/rosters.repo.ts';

const migrations = readMigrations('electron/database/migrations');
const page = { sort: 'id', descending: false, offset: 0, limit: 50 } as const;

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingqian-objects-'));
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 80),
    () => undefined,
  );
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('升级前的检查对象，升级后按拼音和条件都找得到，变更记录还在', () => {
  const insert = db.prepare(`
    insert into objects (code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township, registered_by,
                         status, is_above_scale, is_key, tags, created_at, updated_at)
    values (:code, :code, :name, :name, '', '企业', '', '', '', '采矿业', '', '', '存续', 0, 0, '["危化"]', '', '')`);
  insert.run({ code: '911507840000000001', name: '额尔古纳市长兴矿业' });
  insert.run({ code: '911507840000000002', name: '示例商贸' });
  db.exec(`
    insert into accounts (id, name, login, password_hash, is_operator, created_at) values (1, '示例经办', 'operator', 'x', 1, '');
    insert into roster_changes (roster, entry_id, name, change, after, reason, at, by_id, by_name)
    values ('object', 1, '额尔古纳市长兴矿业', 'added', '{"name":"额尔古纳市长兴矿业"}', '新登记', '2026-01-01T00:00:00.000Z', 1, '示例经办');`);
  migrate(db, migrations, () => undefined);

  const rosters = createRostersRepo(db);
  const found = (text: string) => rosters.listObjects({ ...noObjectFilter, text }, page).lines.map(({ id }) => id);
  expect([found('eegnszx'), found('changxing'), found('商贸'), found('0000000002')]).toEqual([[1], [1], [2], [2]]);
  expect(rosters.listObjects({ ...noObjectFilter, tag: '危化' }, page)).toMatchObject({
    total: 2,
    lines: [{ statusOn: null, statusDocument: '' }, {}],
  });
  expect(rosters.changes.ofEntry('object', 1)).toMatchObject([{ reason: '新登记' }]);
});
