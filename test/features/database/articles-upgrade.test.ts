import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { PackShape } from '../../../shared/kernel/policy-shape.ts';
import { type PackName, packFile } from '../../support/policy-sources.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-articles-'));
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

test('升级后，原有信用异议和后面的步骤都在，仍不能改；对检查结果也可以提出', () => {
  const opened = openDatabase(join(folder, 'objections.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 280),
    () => undefined,
  );
  const at = '2026-03-10T01:00:00.000Z';
  db.exec(`
    insert into accounts (id, login, name, password_hash, is_operator, created_at) values (1, 'a', '示例甲', 'x', 1, '${at}');
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
      registered_by, status, is_above_scale, is_key, tags, created_at, updated_at)
    values (7, 'C00000000000000007', 'C00000000000000007', '示例企业', '示例企业', '', '企业', '', '', '', '', '', '', '存续', 0, 0, '[]', '${at}', '${at}');
    insert into supervision_numbers (kind, year, serial, number) values ('objection', 2026, 1, '示信异议〔2026〕1号');
    insert into objections (id, number, subject, object_id, object_code, object_name, record_id, entry_id, title, objector, contact,
      claim, evidence, received_on, verify_by, is_estimate, pack_id, pack_version, entered_by, entered_at)
    values (3, '示信异议〔2026〕1号', 'grade', 7, 'C00000000000000007', '示例企业', null, null, '信用评价结果', '示例企业', '', '示例', '',
      '2026-03-10', '2026-04-08', 0, 'erguna-2023', 1, 1, '${at}');
    insert into objection_checks (objection_id, checked_on, supplier, finding, proposal, correction, entered_by, entered_at)
    values (3, '2026-03-10', '示例股', '示例', 'keep', '{}', 1, '${at}');`);
  migrate(db, migrations, () => undefined);
  const rows = db.prepare(
    'select b.id, b.subject, b.inspection_id, c.proposal from objections b join objection_checks c on c.objection_id = b.id',
  );
  expect(rows.raw().all()).toEqual([[3, 'grade', null, 'keep']]);
  expect(() => db.exec(`update objections set claim = '改'`)).toThrow('a step stands');
  expect(() => db.exec('delete from objections')).toThrow('a step stands');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});
