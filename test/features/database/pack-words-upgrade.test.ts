import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { PackShape } from '../../../shared/kernel/policy-shape.ts';
import { type PackName, packFile } from '../../support/policy-sources.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-pack-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Loose = Record<string, unknown> & { talks: object[]; registers: object[] };

/** A pack as it was stored before: without what the program read from its words. */
function before(name: PackName): Loose {
  const { lookups: _, ...pack } = packFile(name) as Loose;
  const without = (entry: object, ...keys: string[]) =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
  return {
    ...pack,
    talks: pack.talks.map((talk) => without(talk, 'byWhoDetermined', 'isRecorded', 'ifNotDone')),
    registers: pack.registers.map((register) => without(register, 'about')),
  } as Loose;
}

test('升级后，已批准的规则包写明约谈是否记入信用记录、台账的内容和逢办必查；仍不能改', () => {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 280),
    () => undefined,
  );
  const insert = db.prepare(`
    insert into policy_versions (pack_id, version, title, state, content, changed_because, made_at, in_force_on, approved_at)
    values (?, 1, '示例', 'approved', ?, '', '2026-01-05T01:00:00.000Z', '2026-01-05', '2026-01-05T01:00:00.000Z')`);
  for (const name of ['jixi-2021', 'erguna-2023'] as const) insert.run(name, JSON.stringify(before(name)));
  migrate(db, migrations, () => undefined);
  const [jixi, erguna] = db
    .prepare<[], string>('select content from policy_versions order by id')
    .pluck()
    .all()
    .map((content) => PackShape.parse(JSON.parse(content)));

  expect(jixi?.talks.map(({ id, byWhoDetermined, isRecorded }) => [id, byWhoDetermined, isRecorded])).toEqual([
    ['prompt', true, true],
    ['warning', true, true],
  ]);
  expect(jixi?.talks.map(({ ifNotDone }) => ifNotDone)).toEqual(['提示约谈后整改未到位，请启动警示约谈。', '']);
  expect(jixi?.lookups).toBeNull();
  expect(erguna?.talks.every(({ isRecorded }) => !isRecorded)).toBe(true);
  expect(Object.fromEntries(erguna?.registers.map(({ id, about }) => [id, about]) ?? [])).toMatchObject({
    'leading-group': 'mechanism',
    'law-publicity': 'education',
    'integrity-promises': 'integrity',
    'staff-credit': 'officials',
    exposure: 'exposure',
    clues: 'other',
  });
  expect(erguna?.lookups?.matters).toEqual(['licence', 'penalty', 'inspection']);
  expect(() => db.exec(`update policy_versions set title = '改名'`)).toThrow('only a draft changes');
  db.close();
});
