import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';

const sql = readFileSync(
  new URL('../../../electron/database/migrations/0120-check-items.sql', import.meta.url),
  'utf8',
);

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  // Only the rules of these tables are asked here; the accounts they refer to are not there.
  db.pragma('foreign_keys = off');
  db.exec(sql);
  db.exec(`
    insert into check_lists (id, title, drafted_by, drafted_at) values (1, '示例清单', 1, '2026-01-05T01:00:00Z');
    insert into check_list_drafters values (1, 1), (1, 2);
    insert into check_items (id, list_id, position, code, name, kind, objects, content, basis, methods, quota, frequency, section, agency, in_batches)
      values (1, 1, 1, 'SX001', '示例甲', 'key', '', '', '', '[]', '', '', '', '', 1);
    insert into check_item_changes values (1, 'SX001', 'law', '示例');
    insert into check_list_reviews (list_id, decision, opinion, by_id, at) values (1, 'return', '示例', 3, '2026-01-06T01:00:00Z');
    update check_lists set state = 'submitted', submitted_by = 2, submitted_at = '2026-01-07T01:00:00Z';`);
});

const run = (text: string) => () => db.exec(text);
const approveBy = (account: number, version = 1) =>
  `update check_lists set state = 'approved', version = ${version}, approved_by = ${account}, approved_at = '2026-01-08T01:00:00Z', approved_on = '2026-01-08'`;

describe('数据库本身不许', () => {
  test.each([
    ['送审后改事项', `update check_items set quota = '9%'`],
    ['送审后删事项', 'delete from check_items'],
    ['送审后改依据', `update check_item_changes set note = '另'`],
    ['送审后删依据', 'delete from check_item_changes'],
    ['删清单', 'delete from check_lists'],
    ['改意见', `update check_list_reviews set opinion = '另'`],
    ['删意见', 'delete from check_list_reviews'],
    ['删起草人', 'delete from check_list_drafters'],
    ['起草人批准', approveBy(1)],
    ['参与起草的人批准', approveBy(2)],
    ['跳过版次', approveBy(3, 2)],
    [
      '同时办两版',
      `insert into check_lists (title, drafted_by, drafted_at) values ('另一版', 1, '2026-01-09T01:00:00Z')`,
    ],
  ])('%s', (_, text) => {
    expect(run(text)).toThrow();
    expect(db.prepare('select state from check_lists').pluck().all()).toEqual(['submitted']);
  });

  test('批准以后改动清单，只有文号和公布日期可以补记', () => {
    run(approveBy(3))();
    for (const change of [
      `title = '另'`,
      `state = 'draft'`,
      'version = 2',
      'ordinary_limit_bp = 5',
      `approved_on = '2026-02-01'`,
    ]) {
      expect(run(`update check_lists set ${change}`)).toThrow(/does not change|CHECK/);
    }
    run(`update check_lists set approval_number = '示工信发〔2026〕1号', published_on = '2026-01-09'`)();
    expect(run(`update check_lists set published_on = '2026-01-07'`)).toThrow(/CHECK/);
  });

  test('一般检查事项定为批次顺序', () => {
    db.exec(`update check_lists set state = 'draft' where id = 1`);
    expect(run(`update check_items set kind = 'ordinary'`)).toThrow(/CHECK/);
  });
});
