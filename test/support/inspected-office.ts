import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../electron/app/create-app.ts';
import { sourcePlaces, sourceWorker } from '../../electron/app/places.ts';
import { ensureFonts } from '../../electron/build/fonts.ts';
import { type Client, clientOf } from '../../electron/commands/in-process-client.ts';
import { latestVersion, migrate, readMigrations } from '../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../electron/database/open.ts';
import { createInspectionsRepo } from '../../electron/features/inspections/inspections.repo.ts';
import { createPool } from '../../electron/workers/pool.ts';
import type { NewAccount } from '../../shared/features/office/schemas.ts';
import { settingOf } from './draw-setting.ts';
import { password, sampleAccounts, sampleBureau } from './office.ts';

/** One person who is 经办人 and 审核人 at once: may hold both, never on the same record. */
const both: NewAccount = { ...sampleAccounts.operator, name: '示例兼任', login: 'both', isReviewer: true };
const people = { ...sampleAccounts, both };

export interface InspectedOffice {
  readonly db: Db;
  readonly as: (who: keyof typeof people) => Client;
  readonly fetch: (who: keyof typeof people, path: string) => Promise<Response>;
  /** Sets the clock to a UTC instant and signs everybody in again, for an idle session locks. */
  readonly setNow: (at: string) => Promise<void>;
  readonly backups: readonly string[];
  readonly close: () => Promise<void>;
}

/** The sample bureau after a recorded draw of three objects with two officers each; inspections 1 to 3 are open. */
export async function openInspectedOffice(): Promise<InspectedOffice> {
  ensureFonts();
  const data = mkdtempSync(join(tmpdir(), 'mingqian-'));
  const places = sourcePlaces(data);
  const migrations = readMigrations(places.migrations);
  const opened = openDatabase(join(data, 'test.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(db, migrations, () => undefined);
  const pool = createPool({ size: 1, entry: sourceWorker });
  const backups: string[] = [];
  let now = '2026-09-07T01:00:00.000Z';
  const app = createApp(db, {
    now: () => now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    pool,
    places,
    passwordCost: 2 ** 10,
    backup: (reason) => {
      backups.push(reason);
    },
    log: (line) => console.error(line),
    restart: () => undefined,
  });
  const jars = Object.fromEntries(Object.keys(people).map((who) => [who, { cookie: '' }]));
  const jarOf = (who: string) => jars[who] ?? { cookie: '' };
  const setUp = await clientOf(app, { cookie: '' }).office.setUp.mutate({
    ...sampleBureau,
    accounts: Object.values(people),
  });
  if (!setUp.ok) throw new Error(setUp.code);
  const signEverybodyIn = async () => {
    for (const [who, { login }] of Object.entries(people)) {
      await clientOf(app, jarOf(who)).office.signIn.mutate({ login, password });
    }
  };
  await signEverybodyIn();
  seedDraw(db, now);
  return {
    db,
    as: (who) => clientOf(app, jarOf(who)),
    fetch: (who, path) =>
      app.fetch(new Request(`http://office.test${path}`, { headers: { cookie: jarOf(who).cookie } })),
    setNow: async (at) => {
      now = at;
      await signEverybodyIn();
    },
    backups,
    close: async () => {
      await pool.close();
      db.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What earlier steps leave behind, written straight into their tables. */
function seedDraw(db: Db, now: string): void {
  const names = ['示例机械厂', '示例乳品公司', '示例木业公司'];
  const codes = ['91150784MA0N00001X', '91150784MA0N000021', '91150784MA0N00003A'];
  db.exec(`
    insert into plans (id, year, title, file_name, file_sha256, kind, made_by, made_at)
    values (1, 2026, '示例计划', '计划.xlsx', '${'a'.repeat(64)}', 'joint', 2, '${now}');
    insert into plan_items (id, plan_id, position, name, reading, warnings, from_on, to_on)
    values (1, 1, 22, '工业企业安全生产检查', '{"number":22,"texts":{"name":"工业企业安全生产检查"}}', '[]', '2026-09-01', '2026-11-30');
    update plans set state = 'approved', approved_by = 4, approved_at = '${now}', approved_on = '2026-09-01' where id = 1;
    insert into tasks (id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_count, item_kind, from_on, to_on, state, check_items, check_focus, methods, basis, created_by, created_at)
    values (1, 2026, 1, '额工信抽查〔2026〕1号', 1, '工业企业安全生产检查', '工信', '["应急"]', '{}', 'count', 3, 'ordinary',
      '2026-09-01', '2026-11-30', 'running', '安全生产责任制落实情况', '安全生产隐患', '["实地核查"]', '《中华人民共和国安全生产法》', 2, '${now}');
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name,
      frozen_at, frozen_by, seed, sealed_at, drawn_at, staffed_at, result_hash, recorded_at)
    values (1, 2026, 1, 0, '2026-001', 1, 'recorded', '${JSON.stringify(settingOf(1, { mustGround: '' }))}', '${'b'.repeat(64)}', '局会议室', '示例监督', '示例经办',
      '${now}', 2, 'S', '${now}', '${now}', '${now}', '${'c'.repeat(64)}', '${now}');
    insert into draw_files (draw_id, name, content)
    values (1, 'plan.json', '{"band":1,"slack":0,"strata":{"*":{"count":3}},"team":[{"leader":true},{}]}');`);
  const insertObject = db.prepare(
    `insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
       registered_by, status, is_above_scale, is_key, tags, created_at, updated_at)
     values (?, ?, ?, ?, ?, '', '企业', '示例镇工业街', '示例负责人', '0470-0000000', '', '', '', '存续', 1, 0, '[]', ?, ?)`,
  );
  for (const [i, name] of names.entries()) insertObject.run(i + 1, codes[i], codes[i], name, name, now, now);
  const insertOfficer = db.prepare(
    `insert into officers (id, code, name, unit, department, section, post, certificate_number, has_establishment,
       is_leader_qualified, scopes, status, phone, created_at, updated_at)
     values (?, ?, ?, ?, ?, '', '', ?, 1, 1, '[]', '在岗', '', ?, ?)`,
  );
  insertOfficer.run(1, 'ZF001', '示例甲', '额尔古纳市工业和信息化局（示例）', '工信', '15078401001', now, now);
  insertOfficer.run(2, 'ZF002', '示例乙', '额尔古纳市应急管理局（示例）', '应急', '15078402001', now, now);
  const rows = [1, 2, 3].map((objectId) => ({ objectId, order: objectId, team: objectId === 2 ? [2, 1] : [1, 2] }));
  createInspectionsRepo(db).openForDraw({ drawId: 1, taskId: 1, rows }, now);
}
