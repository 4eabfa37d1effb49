import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';
import { createRostersRepo } from '../../../electron/features/rosters/rosters.repo.ts';
import type { ObjectEntry, OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';

const at = '2026-09-07T01:00:00.000Z';
const cause = { at, byId: 1, byName: '示例经办', reason: '示例', batchId: null };

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingqian-suggestions-'));
  const migrations = readMigrations('electron/database/migrations');
  const opened = openDatabase(join(folder, 'rosters.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  db = opened.value;
  migrate(db, migrations, () => undefined);
  db.exec(
    `insert into accounts (id, name, login, password_hash, is_operator, created_at) values (1, '示例经办', 'operator', 'x', 1, '')`,
  );
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const officer: OfficerEntry = {
  name: '示例甲',
  department: '示例局',
  section: '',
  post: '',
  certificate: '',
  established: true,
  scopes: [],
  leader: false,
  status: '在岗',
  phone: '',
  leaves: [],
  formerEmployers: [{ employer: '示例旧厂' }],
};

const object = (name: string): ObjectEntry => ({
  name,
  code: makeUscc('91150784', 1),
  kind: '企业',
  address: '',
  principal: '',
  phone: '',
  industry: '',
  town: '',
  registrar: '',
  status: '存续',
  aboveScale: false,
  priority: false,
  tags: [],
  licences: [],
});

test('导入途中看到的建议，导入取消以后不再出现', () => {
  const rosters = createRostersRepo(db);
  const add = (name: string) => {
    const id = rosters.insertObject(object(name), at);
    rosters.changes.record('object', id, name, [null, object(name)], cause);
  };
  const officerId = rosters.insertOfficer(officer, '示例', at);
  rosters.changes.record('officer', officerId, officer.name, [null, officer], cause);

  db.exec('begin immediate');
  add('示例旧厂');
  expect(rosters.suggestions('2026-09-07')).toHaveLength(1);
  db.exec('rollback');
  add('示例新厂');
  expect(rosters.suggestions('2026-09-07')).toEqual([]);
});
