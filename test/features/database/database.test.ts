import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingIn, listBackups, takeBackup } from '../../../electron/database/backup.ts';
import { inTransaction } from '../../../electron/database/in-transaction.ts';
import { appendLedger, ledgerHead, verifyLedger } from '../../../electron/database/ledger.ts';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';
import { refuse } from '../../../shared/kernel/result.ts';

const migrations = readMigrations('electron/database/migrations');
const version = latestVersion(migrations);
let folder = '';
let file = '';
const opened: Db[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingqian-db-'));
  file = join(folder, 'mingqian.db');
});
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(programVersion = version): Db {
  const result = openDatabase(file, programVersion);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  opened.push(result.value);
  migrate(result.value, migrations, () => undefined);
  return result.value;
}

const entry = (subject: string) => ({
  at: '2026-09-07T01:00:00.000Z',
  actorId: null,
  actor: '示例',
  action: 'a',
  subject,
  details: {},
});

test('每次打开都设好并读回连接参数', () => {
  for (const round of [1, 2]) {
    const db = open();
    expect(db.pragma('journal_mode', { simple: true }), `round ${round}`).toBe('wal');
    expect(db.pragma('locking_mode', { simple: true })).toBe('exclusive');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
    expect(db.pragma('recursive_triggers', { simple: true })).toBe(1);
    opened.splice(0);
    db.close();
  }
});

test('第二个程序打不开同一个文件', () => {
  open();
  expect(openDatabase(file, version)).toMatchObject({ ok: false, code: 'IN_USE' });
});

test('网络共享上的文件不打开', () => {
  expect(openDatabase('\\\\server\\share\\mingqian.db', version)).toMatchObject({ ok: false, code: 'NETWORK_PATH' });
  expect(openDatabase('//server/share/mingqian.db', version)).toMatchObject({ ok: false, code: 'NETWORK_PATH' });
});

test('更新版本写成的文件原样退回，两个版本都说明', () => {
  const db = open();
  db.pragma(`user_version = ${version + 10}`);
  opened.splice(0);
  db.close();
  const before = findingIn(file);
  expect(openDatabase(file, version)).toEqual(
    refuse('NEWER_FILE', { file, fileVersion: version + 10, programVersion: version }),
  );
  expect(before).toBeNull();
});

test('不是明签的文件不打开', () => {
  writeFileSync(file, '这是一个文本文件，不是数据库。'.repeat(50));
  expect(openDatabase(file, version)).toMatchObject({ ok: false, code: 'NOT_OUR_FILE' });
  rmSync(file);
  const other = new Database(file);
  other.exec('create table other (id integer)');
  other.close();
  expect(openDatabase(file, version)).toMatchObject({ ok: false, code: 'NOT_OUR_FILE' });
});

test('损坏的文件退回并保留', () => {
  const db = open();
  for (let i = 0; i < 500; i += 1) appendLedger(db, entry(`第${i}条`));
  opened.splice(0);
  db.close();
  truncateSync(file, 40_960);
  expect(openDatabase(file, version)).toMatchObject({ ok: false, code: 'DAMAGED' });
  expect(existsSync(file)).toBe(true);
});

test('被拒绝的操作不留痕迹', () => {
  const db = open();
  const refused = inTransaction(db, () => {
    appendLedger(db, entry('不该留下'));
    return refuse('NOT_FOUND', { what: '任务' });
  });
  expect(refused.ok).toBe(false);
  expect(ledgerHead(db).seq).toBe(0);
  expect(() =>
    inTransaction(db, () => {
      appendLedger(db, entry('也不该留下'));
      throw new Error('bug');
    }),
  ).toThrow('bug');
  expect(ledgerHead(db).seq).toBe(0);
  expect(db.inTransaction).toBe(false);
});

test('台账不能改、不能删；绕过触发器改动会被核验发现', () => {
  const db = open();
  for (const subject of ['一', '二', '三']) appendLedger(db, entry(subject));
  const printed = ledgerHead(db);
  expect(() => db.prepare(`update ledger set subject = '改' where seq = 2`).run()).toThrow('append-only');
  expect(() => db.prepare('delete from ledger where seq = 2').run()).toThrow('append-only');
  expect(() =>
    db
      .prepare(
        `insert or replace into ledger select seq, at, actor_id, actor, action, '改', details, previous, hash from ledger where seq = 2`,
      )
      .run(),
  ).toThrow('append-only');
  expect(verifyLedger(db, [printed])).toMatchObject({ ok: true });
  db.exec('drop trigger ledger_is_not_changed; drop trigger ledger_is_not_deleted');
  db.prepare(`update ledger set subject = '改' where seq = 2`).run();
  expect(verifyLedger(db)).toEqual(refuse('LEDGER_ALTERED', { seq: 2 }));
  db.prepare('delete from ledger where seq >= 2').run();
  expect(verifyLedger(db)).toMatchObject({ ok: true });
  expect(verifyLedger(db, [printed])).toEqual(refuse('LEDGER_GAP', { expected: 3, found: 1 }));
  appendLedger(db, entry('另一个二'));
  appendLedger(db, entry('另一个三'));
  expect(verifyLedger(db, [printed])).toEqual(refuse('LEDGER_HEAD_DIFFERS', { seq: 3 }));
});

test('备份先核验再改名，读出来与原库一致', () => {
  const db = open();
  appendLedger(db, entry('一'));
  const backups = join(folder, 'backups');
  const backup = takeBackup(db, backups, 'import', '2026-09-07T01:00:00.000Z');
  expect(findingIn(backup.file)).toBeNull();
  const copy = new Database(backup.file, { readonly: true });
  expect(verifyLedger(copy, [ledgerHead(db)])).toMatchObject({ ok: true });
  copy.close();
  expect(readdirSync(backups)).toEqual(['20260907T010000-import.db']);
});

test('备份按天、周、月递减保留', () => {
  const db = open();
  const backups = join(folder, 'backups');
  const start = Date.parse('2026-01-01T01:00:00.000Z');
  const first = takeBackup(db, backups, 'timer', new Date(start).toISOString()).file;
  for (let hours = 12; hours < 24 * 300; hours += 12) {
    const at = new Date(start + hours * 3_600_000).toISOString();
    copyFileSync(first, join(backups, `${at.replace(/[-:]/g, '').slice(0, 15)}-timer.db`));
  }
  const now = new Date(start + 24 * 300 * 3_600_000).toISOString();
  takeBackup(db, backups, 'close', now);
  const kept = listBackups(backups);
  expect(kept.length).toBeGreaterThan(4 + 12 + 7);
  expect(kept.length).toBeLessThanOrEqual(5 + 13 + 12 + 11);
  expect(kept[0]?.takenAt).toBe('2026-10-28T01:00:00.000Z');
  expect(kept.at(-1)?.takenAt.slice(0, 7)).toBe('2026-01');
});

test('升级前先备份一次，新库不必', () => {
  const result = openDatabase(file, version);
  if (!result.ok) throw new Error(result.code);
  opened.push(result.value);
  const taken: number[] = [];
  const backup = () => taken.push(Number(result.value.pragma('user_version', { simple: true })));
  migrate(result.value, migrations.slice(0, 1), backup);
  expect(taken).toEqual([]);
  const next = { version: version + 10, name: 'next', sql: 'create table next (id integer primary key) strict' };
  migrate(result.value, [...migrations, next], backup);
  expect(taken).toEqual([10]);
  expect(result.value.pragma('user_version', { simple: true })).toBe(version + 10);
});

test('升级失败的一步不留一半', () => {
  const db = open();
  const broken = { version: version + 10, name: 'broken', sql: 'create table half (id integer); select nonsense' };
  expect(() => migrate(db, [...migrations, broken], () => undefined)).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(version);
  expect(db.prepare(`select 1 from sqlite_schema where name = 'half'`).get()).toBeUndefined();
});

test('升级可以重建被其他表引用的表，留下无主的引用则整步退回', () => {
  const db = open();
  const tables = {
    version: version + 10,
    name: 'tables',
    sql: `create table mothers (id integer primary key, name text not null) strict;
          create table daughters (mother_id integer not null references mothers (id)) strict;
          insert into mothers values (1, '甲'), (2, '乙');
          insert into daughters values (1), (2);`,
  };
  const rebuild = (copied: string) => ({
    version: version + 20,
    name: 'rebuild',
    sql: `create table mothers_anew (id integer primary key, name text) strict;
          insert into mothers_anew select id, name from mothers ${copied};
          drop table mothers;
          alter table mothers_anew rename to mothers;`,
  });
  const run = (last: ReturnType<typeof rebuild>) => migrate(db, [...migrations, tables, last], () => undefined);

  expect(() => run(rebuild('where id = 1'))).toThrow('orphans');
  expect(db.prepare('select count(*) from mothers').pluck().get()).toBe(2);
  run(rebuild(''));
  expect(db.prepare('select count(*) from daughters d join mothers m on m.id = d.mother_id').pluck().get()).toBe(2);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => db.prepare('insert into daughters values (3)').run()).toThrow('FOREIGN KEY');
});
