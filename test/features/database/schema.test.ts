import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

function schemaOf(db: Db): string {
  const parts = db
    .prepare('select sql from sqlite_schema where sql is not null order by name')
    .pluck()
    .all() as string[];
  return `${parts.join(';\n\n')};\n`;
}

function open(name: string): Db {
  const opened = openDatabase(join(folder, name), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

test('库结构有改动，就在这份快照里看得见', async () => {
  const db = open('snapshot.db');
  migrate(db, migrations, () => undefined);
  await expect(schemaOf(db)).toMatchFileSnapshot('../../fixtures/database/schema.txt');
  db.close();
});

test('逐步升级与一次建成的结构相同', () => {
  const [stepwise, atOnce] = [open('stepwise.db'), open('at-once.db')];
  for (let i = 1; i <= migrations.length; i += 1) migrate(stepwise, migrations.slice(0, i), () => undefined);
  migrate(atOnce, migrations, () => undefined);
  expect(schemaOf(stepwise)).toBe(schemaOf(atOnce));
  expect(stepwise.pragma('integrity_check', { simple: true })).toBe('ok');
  stepwise.close();
  atOnce.close();
});

test('每张表都是严格类型表', () => {
  const db = open('strict.db');
  migrate(db, migrations, () => undefined);
  const loose = db.prepare(
    `select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'`,
  );
  expect(loose.pluck().all()).toEqual([]);
  db.close();
});

test('升级文件按五编号，不重号', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions.every((version) => version % 5 === 0)).toBe(true);
  expect(new Set(versions).size).toBe(versions.length);
});
