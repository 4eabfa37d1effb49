import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { latestVersion, migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { type Db, openDatabase } from '../../../electron/database/open.ts';
import { createAttachmentsRepo } from '../../../electron/features/attachments/attachments.repo.ts';
import { createCreditRepo } from '../../../electron/features/credit/credit.repo.ts';

const migrations = readMigrations('electron/database/migrations');
const folder = mkdtempSync(join(tmpdir(), 'mingqian-credit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = '2026-03-10T01:00:00.000Z';

/** An office's file from before the credit records were widened, with one record of each kind there was. */
function upgraded(): Db {
  const opened = openDatabase(join(folder, 'old.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 210),
    () => undefined,
  );
  db.exec(`
    insert into accounts (id, login, name, password_hash, is_operator, created_at) values (1, 'a', '示例甲', 'x', 1, '${at}');
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
      registered_by, status, is_above_scale, is_key, tags, created_at, updated_at)
    values (7, 'C00000000000000007', 'C00000000000000007', '示例企业', '示例企业', '', '企业', '', '', '', '', '', '', '存续', 0, 0, '[]', '${at}', '${at}');
    insert into credit_records (id, object_id, kind, happened_on, ended_on, source, document_number, summary, entered_by, entered_at)
    values (3, 7, 'complaint', '2026-01-05', null, '12345热线（示例）', '示诉1号', '示例投诉', 1, '${at}'),
           (4, 7, 'abnormal-list', '2025-05-01', '2025-09-01', '示例市场监管局', '', '通过登记的住所无法联系', 1, '${at}'),
           (5, 7, 'serious-violation', '2026-02-01', null, '示例市场监管局', '示严〔2026〕1号', '', 1, '${at}');`);
  migrate(db, migrations, () => undefined);
  return db;
}

test('升级后原有信用记录照旧，成为手工登记、不公示的第1版', () => {
  const db = upgraded();
  const credit = createCreditRepo(db);
  const records = credit.recordsOf(7);
  expect(
    records.map(({ id, kind, happenedOn, endedOn, documentNumber }) => [id, kind, happenedOn, endedOn, documentNumber]),
  ).toEqual([
    [5, 'serious-violation', '2026-02-01', null, '示严〔2026〕1号'],
    [3, 'complaint', '2026-01-05', null, '示诉1号'],
    [4, 'abnormal-list', '2025-05-01', '2025-09-01', ''],
  ]);
  for (const record of records)
    expect(record).toMatchObject({
      origin: 'typed',
      publicity: 'none',
      version: 1,
      persons: [],
      withdrawn: null,
      enteredBy: '示例甲',
    });
  expect(credit.factsOf(7).map(({ id, title }) => [id, title])).toEqual([
    ['record:4', '列入异常名录 通过登记的住所无法联系'],
    ['record:3', '投诉举报 示诉1号'],
    ['record:5', '严重违法失信 示严〔2026〕1号'],
  ]);

  const { persons: _, ...content } = { ...records[1], source: '更正后的来源' } as (typeof records)[number];
  credit.correctRecord(3, { ...content, persons: [] }, { reason: '来源有误', accountId: 1, at });
  expect(credit.recordById(3)).toMatchObject({ source: '更正后的来源', version: 2 });
  expect(credit.earlierVersions(3)).toMatchObject([{ version: 1, source: '12345热线（示例）', reason: '' }]);

  const refused = (statement: string) => expect(() => db.exec(statement));
  refused('delete from credit_records').toThrow('a credit record is kept');
  refused(`update credit_records set summary = '改' where id = 5`).toThrow('a correction is a new version');
  refused('update credit_records set object_id = 1 where id = 5').toThrow('keeps its origin');
  refused(`update credit_record_versions set source = '改'`).toThrow('what stood before is kept');
  refused(`update credit_records set accident_class = 'ordinary', version = 2, reason = '改' where id = 5`).toThrow(
    /CHECK/,
  );
  credit.publishRecord(5, '2026-02-03', '示例网站');
  refused(
    `update credit_records set publicity = 'pending', published_on = null, published_where = null where id = 5`,
  ).toThrow('publicity goes forward only');
  credit.withdrawRecord(5, '登记错误', { accountId: 1, at });
  refused('update credit_records set repaired_on = happened_on where id = 5').toThrow('a withdrawn record stands');
  expect(credit.factsOf(7).map(({ id }) => id)).toEqual(['record:4', 'record:3']);
  expect(() =>
    db.exec(`insert into credit_records (object_id, kind, happened_on, source, document_number, summary, entered_by, entered_at)
    values (7, 'tax', '2026-02-01', '示例税务局', '', '', 1, '${at}')`),
  ).toThrow(/CHECK/);
  db.close();
});

test('升级后原有附件照旧，撤下的仍是撤下，仍不能改、不能删；通报函也可以存附件', () => {
  const opened = openDatabase(join(folder, 'attachments.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  migrate(
    db,
    migrations.filter(({ version }) => version < 290),
    () => undefined,
  );
  const columns = 'subject, subject_id, file_name, media_type, pages, size, sha256, attached_at, attached_by, content';
  const attach = (id: number, subject: string) =>
    db.exec(`insert into attachments (id, ${columns})
      values (${id}, '${subject}', 4, '示例.png', 'image/png', 1, 2, '${'a'.repeat(64)}', '${at}', 1, x'0102')`);
  db.exec(
    `insert into accounts (id, login, name, password_hash, is_operator, created_at) values (1, 'a', '示例甲', 'x', 1, '${at}')`,
  );
  attach(3, 'talk');
  attach(5, 'talk');
  expect(() => attach(6, 'letter')).toThrow('CHECK');
  db.exec(
    `insert into attachment_withdrawals (attachment_id, reason, withdrawn_at, withdrawn_by) values (5, '示例', '${at}', 1)`,
  );
  migrate(db, migrations, () => undefined);
  const kept = createAttachmentsRepo(db);
  expect(kept.of('talk', 4).map(({ id, withdrawn }) => [id, withdrawn?.reason])).toEqual([
    [3, undefined],
    [5, '示例'],
  ]);
  expect([...(kept.content(3)?.bytes ?? [])]).toEqual([1, 2]);
  attach(6, 'letter');
  expect(kept.countOf('letter', 4)).toBe(1);
  expect(() => db.exec('update attachments set subject_id = 9')).toThrow('do not change');
  expect(() => db.exec('delete from attachments')).toThrow('are kept');
  db.close();
});
