import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-grades-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('升级后，原有等级和变动历史都在，第一天重新复核；历史仍不能改', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 210),
    () => undefined,
  );
  const at = '2026-03-10T01:00:00.000Z';
  const reasons = JSON.stringify([{ text: '国家评价等级为“差”，对应D级（信用较差）。', article: '制度第五条' }]);
  db.exec(`
    insert into accounts (id, login, name, password_hash, is_operator, created_at) values (1, 'a', '示例甲', 'x', 1, '${at}');
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
      registered_by, status, is_above_scale, is_key, tags, created_at, updated_at)
    values (1, 'C00000000000000001', 'C00000000000000001', '示例一', '示例一', '', '企业', '', '', '', '', '', '', '存续', 0, 0, '[]', '${at}', '${at}');
    insert into grades (object_id, grade, basis, national_grade, raised_by, reasons, pack_id, pack_version, graded_at)
    values (1, 'D', 'national-grade', '差', '["low-grade"]', '${reasons}', 'erguna-2023', 1, '${at}');
    insert into grade_changes (id, object_id, object_code, from_grade, to_grade, reasons, pack_id, pack_version, cause, changed_by, changed_at)
    values (1, 1, 'C00000000000000001', null, 'B', '${reasons}', 'erguna-2023', 1, 'grading.regrade', 1, '${at}'),
           (2, 1, 'C00000000000000001', 'B', 'D', '${reasons}', 'erguna-2023', 1, 'grading.import', 1, '${at}');`);
  migrate(db, migrations, () => undefined);

  const columns =
    'grade, basis, national_grade, points, parts, raised_by, reasons, model_id, manual_id, next_change_on';
  expect(db.prepare(`select ${columns} from grades`).raw().all()).toEqual([
    ['D', 'national-grade', '差', null, '[]', '["low-grade"]', reasons, null, null, '2000-01-01'],
  ]);
  const changes = db.prepare('select id, from_grade, to_grade, why, cause, changed_by from grade_changes order by id');
  expect(changes.raw().all()).toEqual([
    [1, null, 'B', reasons, 'grading.regrade', 1],
    [2, 'B', 'D', reasons, 'grading.import', 1],
  ]);
  expect(() => db.exec(`update grade_changes set to_grade = 'A'`)).toThrow('append-only');
  expect(() => db.exec('delete from grade_changes')).toThrow('append-only');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});
