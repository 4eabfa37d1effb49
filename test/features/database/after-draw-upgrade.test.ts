import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-after-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('升级后，原有抽取的检查组和结果归入它的人员阶段，之后的阶段可以另加', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 190),
    () => undefined,
  );
  const at = '2026-09-07T01:00:00.000Z';
  const account = `insert into accounts (id, login, name, password_hash, is_operator, created_at) values (?, ?, ?, 'x', 1, '${at}')`;
  for (const [id, name] of ['示例甲', '示例乙', '示例丙'].entries()) db.prepare(account).run(id + 1, `a${id}`, name);
  db.pragma('foreign_keys = off');
  db.exec(`
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name,
      frozen_at, frozen_by, seed, sealed_at, drawn_at, staffed_at, result_hash, tmin, stage, recorded_at)
    values (1, 2026, 1, 0, '2026-001', 1, 'recorded', '{}', '${'b'.repeat(64)}', '', '', '示例甲', '${at}', 1, 'S', '${at}', '${at}',
      '${at}', '${'c'.repeat(64)}', 3, 2, '${at}'),
      (2, 2026, 2, 0, '2026-002', 2, 'frozen', '{}', '${'d'.repeat(64)}', '', '', '示例甲', '${at}', 1, null, null, null, null, null,
      null, 1, null);
    insert into draw_pool (draw_id, object_id, code, name, stratum, note, is_must) values
      (1, 7, '91150784MA0N00001X', '示例机械厂', '*', '', 0), (1, 8, '91150784MA0N000021', '示例乳品公司', '*', '', 0);
    insert into draw_objects (draw_id, object_id, code, stratum, kind, meeting_order, ticket) values (1, 7, '91150784MA0N00001X', '*', '随机', 1, '0.5');
    insert into draw_officers (draw_id, stage, officer_id, code, name, department) values
      (1, 2, 4, 'ZF001', '示例丁', '工信'), (1, 3, 5, 'ZF002', '示例戊', '工信');
    insert into draw_seats (draw_id, object_id, seat, officer_id, candidates) values (1, 7, 0, 4, 2);
    insert into inspections (id, draw_id, task_id, object_id, meeting_order, year, object_code, object_name, opened_at)
    values (1, 1, 1, 7, 1, 2026, '91150784MA0N00001X', '示例机械厂', '${at}');`);
  // The rows around the draw are left out here, so the check for orphans is not for this database.
  const sql = migrations.filter(({ version }) => version >= 190).map((one) => one.sql);
  for (const one of sql) db.exec(one);

  expect(db.prepare('select stage, seat, officer_id from draw_seats').raw().all()).toEqual([[2, 0, 4]]);
  expect(db.prepare('select draw_id, stage, tmin, result_hash from draw_stages').raw().all()).toEqual([
    [1, 2, 3, 'c'.repeat(64)],
  ]);
  expect(db.prepare('select replaced_at, stands_for from inspections').raw().all()).toEqual([[null, null]]);
  expect(() => db.prepare('delete from draw_seats').run()).toThrow('drawn teams stand');
  expect(() => db.prepare(`update draws set result_hash = '${'e'.repeat(64)}' where id = 1`).run()).toThrow('frozen');
  db.prepare(`update draws set result_hash = '${'e'.repeat(64)}', stage = 3 where id = 1`).run();
  expect(() => db.prepare('update draws set stage = 2 where id = 1').run()).toThrow('frozen');

  const change = db.prepare(
    `insert into draw_changes (id, draw_id, kind, note, document, proposed_by, proposed_name, proposed_at)
     values (?, 1, 'substitution', '示例', '', ?, '示例', '${at}')`,
  );
  change.run(1, 2);
  const substitute = db.prepare(
    `insert into draw_substitutions (change_id, draw_id, out_id, reason, in_id, ticket, place) values (1, 1, ?, 'CLOSED', ?, '0.6', 1)`,
  );
  expect(() => substitute.run(8, 7)).toThrow('comes from the reserve');
  substitute.run(7, 8);
  const opinion = db.prepare(
    `insert into draw_change_opinions (change_id, position, decision, opinion, by_id, by_name, at) values (1, 1, 'approve', '', ?, '示例', '${at}')`,
  );
  expect(() => opinion.run(2)).toThrow('nobody approves his own');
  expect(() => opinion.run(1)).toThrow('nor the operator of the draw');
  const approve = db.prepare(`update draw_changes set state = 'approved', decided_at = '${at}' where id = 1`);
  expect(() => approve.run()).toThrow('is approved first');
  opinion.run(3);
  approve.run();
  expect(() => db.prepare(`update draw_changes set state = 'returned'`).run()).toThrow('stands');
  db.prepare(`update inspections set replaced_at = '${at}', replaced_why = '已关闭'`).run();
  expect(() => db.prepare('update inspections set replaced_at = null, replaced_why = null').run()).toThrow('replaced');
  db.close();
});
