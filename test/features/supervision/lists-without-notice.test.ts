import type Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../../electron/database/migrate.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { must } from '../../support/outcomes.ts';
import { fc } from '../../support/properties.ts';

/** Whatever is tried, by steps in any order or by plain SQL: who stands on an adverse list was told before. */
let db: Database.Database;

beforeAll(() => {
  const opened = openDatabase(':memory:', 10_000);
  db = must(opened);
  migrate(db, readMigrations('electron/database/migrations'), () => undefined);
  db.exec(`
    insert into accounts (id, name, login, password_hash, is_operator, is_leader, created_at)
      values (1, '示例经办', 'operator', 'x', 1, 0, '2026-09-01T00:00:00.000Z'), (2, '示例分管', 'leader', 'x', 0, 1, '2026-09-01T00:00:00.000Z');
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township, registered_by,
        status, is_above_scale, is_key, tags, created_at, updated_at)
      values (1, '91150784000000001X', '91150784000000001X', '示例企业', 'a', 'slqy', '企业', '', '', '', '', '', '', '存续', 1, 0, '[]', 'x', 'x');
    insert into supervision_numbers (kind, year, serial, number)
      select 'list-decision', 2026, value, 'N' || value from (with recursive n(value) as (select 1 union all select value + 1 from n where value < 60) select value from n);
  `);
});
afterAll(() => db.close());

const days = ['2026-09-01', '2026-09-03', '2026-09-10', '2026-09-20'];
const day = fc.constantFrom(...days);
const who = fc.constantFrom(1, 2);
const id = fc.constantFrom(1, 2, 3);
const number = fc.integer({ min: 1, max: 60 }).map((n) => `N${n}`);
const verb = fc.constantFrom('insert into', 'insert or replace into', 'insert or ignore into');

const entry = fc.tuple(verb, id, fc.constantFrom('good', 'bad'), day, who).map(
  ([
    how,
    key,
    polarity,
    on,
    by,
  ]) => `${how} list_entries (id, list_id, list_name, polarity, object_id, object_code, object_name, ground_id,
      ground_text, ground_article, ground_standing, facts, defence_days, pack_id, pack_version, proposed_on, proposed_by, proposed_at)
    values (${key}, 'black', '黑名单', '${polarity}', 1, 'c', '示例企业', 'g', '情形', '第一条', 'rule', '事实', ${polarity === 'bad' ? 5 : 'null'},
      'p', 1, '${on}', ${by}, '${on}')`,
);
const notice = fc
  .tuple(verb, id, number, day, who)
  .map(
    ([how, key, no, on, by]) =>
      `${how} list_notices (entry_id, number, issued_on, issued_by, issued_at) values (${key}, '${no}', '${on}', ${by}, '${on}')`,
  );
const service = fc.tuple(verb, id, day, day, who).map(
  ([
    how,
    key,
    on,
    until,
    by,
  ]) => `${how} list_services (entry_id, served_on, manner, receiver, defence_until, is_estimate, entered_by, entered_at)
    values (${key}, '${on}', 'direct', '示例', '${until}', 0, ${by}, '${on}')`,
);
const defence = fc.tuple(verb, id, fc.constantFrom('none', 'waived', 'accepted', 'refused'), day, day, who).map(
  ([
    how,
    key,
    outcome,
    received,
    on,
    by,
  ]) => `${how} list_defences (entry_id, outcome, received_on, statement, opinion, closed_on, entered_by, entered_at)
    values (${key}, '${outcome}', ${outcome === 'none' ? 'null' : `'${received}'`}, '陈述', '意见', '${on}', ${by}, '${on}')`,
);
const decision = fc.tuple(verb, id, fc.constantFrom('listed', 'not-listed'), number, day, who).map(
  ([
    how,
    key,
    outcome,
    no,
    on,
    by,
  ]) => `${how} list_decisions (entry_id, outcome, number, opinion, decided_on, decided_by, decided_at)
    values (${key}, '${outcome}', '${no}', '意见', '${on}', ${by}, '${on}')`,
);
const tampering = fc
  .tuple(id, id, day)
  .map(([one, other, on]) => [
    `update list_entries set polarity = 'bad', defence_days = 5 where id = ${one}`,
    `update list_entries set id = ${other} where id = ${one}`,
    `update list_decisions set outcome = 'listed' where entry_id = ${one}`,
    `update list_decisions set entry_id = ${other} where entry_id = ${one}`,
    `update list_defences set outcome = 'refused' where entry_id = ${one}`,
    `update list_services set defence_until = '${on}' where entry_id = ${one}`,
    `delete from list_notices where entry_id = ${one}`,
    `delete from list_defences where entry_id = ${one}`,
    `delete from list_entries where id = ${one}`,
  ]);
const attempt = fc.oneof(
  ...[entry, notice, service, defence, decision].map((one) => one.map((statement) => [statement])),
  tampering,
);

/** Listed, adverse, and not told, heard and decided by another, one after the other. */
const untold = `
  select e.id from list_entries e join list_decisions d on d.entry_id = e.id and d.outcome = 'listed'
    left join list_notices n on n.entry_id = e.id left join list_services s on s.entry_id = e.id
    left join list_defences h on h.entry_id = e.id
   where e.polarity = 'bad' and (n.entry_id is null or s.entry_id is null or h.entry_id is null or h.outcome = 'accepted'
      or d.decided_by = e.proposed_by or n.issued_on < e.proposed_on or s.served_on < n.issued_on or d.decided_on < h.closed_on
      or (h.outcome = 'none' and h.closed_on <= s.defence_until))`;

let listedAtAll = 0;

test('没有告知、没有听取陈述申辩的，任何步骤和任何SQL都不能使其列入不利名单', () => {
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 5, maxLength: 40 }), (attempts) => {
      db.exec('savepoint attempt');
      try {
        for (const statement of attempts.flat()) {
          try {
            db.exec(statement);
          } catch {
            // Refused by the schema; the next is tried on what stands.
          }
        }
        expect(db.prepare(untold).all()).toEqual([]);
        listedAtAll +=
          db.prepare<[], number>(`select count(*) from list_decisions where outcome = 'listed'`).pluck().get() ?? 0;
      } finally {
        db.exec('rollback to attempt; release attempt');
      }
    }),
    { numRuns: 400 },
  );
  expect(listedAtAll).toBeGreaterThan(0);
});

test('逐步办理的可以列入不利名单，少一步都不能', () => {
  const steps = [
    `insert into list_entries (id, list_id, list_name, polarity, object_id, object_code, object_name, ground_id, ground_text, ground_article,
       ground_standing, facts, defence_days, pack_id, pack_version, proposed_on, proposed_by, proposed_at)
     values (9, 'black', '黑名单', 'bad', 1, 'c', '示例企业', 'g', '情形', '第一条', 'rule', '事实', 5, 'p', 1, '2026-09-01', 1, 'x')`,
    `insert into list_notices values (9, 'N1', '2026-09-01', 1, 'x')`,
    `insert into list_services values (9, '2026-09-01', 'direct', '示例', '2026-09-08', 0, 1, 'x')`,
    `insert into list_defences values (9, 'none', null, '', '期满', '2026-09-09', 1, 'x')`,
    `insert into list_decisions values (9, 'listed', 'N2', '同意', '2026-09-10', null, null, 2, 'x')`,
  ];
  for (let left = 0; left < steps.length - 1; left++) {
    db.exec('savepoint attempt');
    const run = () => steps.filter((_, index) => index !== left).forEach((statement) => void db.exec(statement));
    expect(run).toThrow();
    db.exec('rollback to attempt; release attempt');
  }
  for (const statement of steps) db.exec(statement);
  expect(db.prepare('select outcome from list_decisions where entry_id = 9').pluck().get()).toBe('listed');
});
