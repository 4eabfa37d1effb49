import { expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');

test('升级后原有的导入记录和变更历史都在，导入记录仍不能删除', () => {
  const opened = openDatabase(':memory:', latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 90),
    () => undefined,
  );
  const account = db
    .prepare(
      "select 'insert into accounts (' || group_concat(name) || ') values (' || group_concat(v) || ')' from (select name, case when type = 'INTEGER' then 1 else '''示例''' end as v from pragma_table_info('accounts') where \"notnull\" = 1 and pk = 0 and dflt_value is null)",
    )
    .pluck()
    .get() as string;
  db.exec('pragma ignore_check_constraints = on');
  db.exec(account);
  db.exec(`insert into import_batches (kind, file_name, file_sha256, added, updated, left_out, warnings, applied_at, applied_by)
           values ('objects', '名录.xlsx', '${'0'.repeat(64)}', 1, 0, 2, 3, '2026-09-07T01:00:00.000Z', 1);
           insert into roster_changes (roster, entry_id, name, change, after, reason, batch_id, at, by_id, by_name)
           values ('object', 1, '示例', 'added', '{}', '导入', 1, '2026-09-07T01:00:00.000Z', 1, '示例');`);
  db.exec('pragma ignore_check_constraints = off');
  migrate(db, migrations, () => undefined);
  const batch = db
    .prepare('select kind, file_name, left_out, state, applied_by from import_batches where id = 1')
    .get();
  expect(batch).toEqual({ kind: 'objects', file_name: '名录.xlsx', left_out: 2, state: 'applied', applied_by: 1 });
  expect(db.prepare('select batch_id from roster_changes').pluck().all()).toEqual([1]);
  expect(() => db.exec('delete from import_batches')).toThrow('import batches are kept');
  expect(() => db.exec(`update import_batches set kind = 'nobody'`)).toThrow('FOREIGN KEY');
  db.close();
});
