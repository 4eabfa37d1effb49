import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createInspectionsRepo,
  type InspectionsRepo,
} from '../../../electron/features/inspections/inspections.repo.ts';
import type { PastInspectionDraft } from '../../../shared/features/inspections/past-inspections.ts';
import { type InspectedOffice, openInspectedOffice } from '../../support/inspected-office.ts';

let office: InspectedOffice;
let repo: InspectionsRepo;

beforeAll(async () => {
  office = await openInspectedOffice();
  repo = createInspectionsRepo(office.db);
  // Objects 1 to 3 were drawn for item 1 in 2026; 4 was not.
  office.db.exec(`
    insert into objects (id, code, uscc, name, name_key, initials, kind, address, person_in_charge, phone, industry, township,
      registered_by, status, is_above_scale, is_key, tags, created_at, updated_at)
    select 4, '91150784MA0N00004D', '91150784MA0N00004D', '示例酒业公司', '示例酒业公司', '', kind, address, person_in_charge, phone,
      industry, township, registered_by, status, is_above_scale, is_key, tags, created_at, updated_at
      from objects where id = 1`);
});
afterAll(() => office.close());

// Each test on the office as it was.
beforeEach(() => void office.db.exec('begin'));
afterEach(() => void office.db.exec('rollback'));

const past: PastInspectionDraft = {
  objectId: 4,
  objectName: '示例酒业公司',
  itemName: '工业企业安全生产检查',
  inspectedOn: '2026-03-10',
  isOwn: true,
  department: '工信',
  team: [
    { officerId: 1, name: '示例甲', certificate: '15078401001' },
    { officerId: null, name: '示例外援', certificate: '' },
  ],
  result: 'no-problem',
  documentNumber: '',
  isPublished: true,
  note: '',
};
const put = (change: Partial<PastInspectionDraft> = {}) =>
  repo.past.insert({ ...past, ...change }, { at: '2026-09-07T01:00:00.000Z', by: 2 });
const other = { isOwn: false, department: '应急' };

describe('频次上限计算全部检查（国办发〔2024〕54号）', () => {
  test('以往检查计入当年，其他部门的也计入，别的年度不计', () => {
    put();
    put({ ...other, inspectedOn: '2026-05-06', itemName: '危险化学品检查' });
    put({ inspectedOn: '2025-05-06' });
    expect(repo.visits(2026).get(4)).toEqual({ all: 2, items: [1] });
    expect(repo.visits(2025).get(4)).toEqual({ all: 1, items: [1] });
    expect(repo.visits(2026).get(1)).toEqual({ all: 1, items: [1] });
  });

  test('事项同名即为同一事项，全角半角、空格和圆点不计，跨年度计划也认', () => {
    office.db.exec(`
      insert into plans (id, kind, year, title, made_by, made_at) select 2, 'own', 2025, title, made_by, made_at from plans where id = 1;
      insert into plan_items (id, plan_id, position, name, reading, warnings) values
        (2, 2, 3, '工业企业 安全生产检查', '{}', '[]'), (3, 2, 4, '节能监察（示例）', '{}', '[]')`);
    put({ itemName: '节能监察(示例)' });
    expect(repo.visits(2026).get(4)).toEqual({ all: 1, items: [3] });
    expect(repo.visits(2026).get(1)).toEqual({ all: 1, items: [1, 2] });
  });

  test('计划调整后改了名称的事项，与原来的是同一事项', () => {
    office.db.exec(`
      insert into plan_amendments (id, plan_id, serial, reason, proposed_by, proposed_at)
        values (1, 1, 1, '示例调整', 2, '2026-06-01T01:00:00.000Z');
      insert into plan_items (id, plan_id, position, name, reading, warnings, amendment_id, replaces)
        values (2, 1, 1, '规上工业企业安全生产检查', '{}', '[]', 1, 1)`);
    put();
    put({ itemName: '规上工业企业安全生产检查', inspectedOn: '2026-03-11' });
    expect(repo.visits(2026).get(4)?.items.toSorted()).toEqual([1, 1, 2, 2]);
    expect(repo.visits(2026).get(1)?.items.toSorted()).toEqual([1, 2]);
  });

  test('同一天同一部门查了几个事项，算一次检查、每个事项各一次', () => {
    put();
    put({ itemName: '示例另一事项' });
    put({ ...other });
    expect(repo.visits(2026).get(4)).toEqual({ all: 2, items: [1, 1] });
  });

  test('撤销的不计', () => {
    repo.past.revoke(put(), { at: '2026-09-07T02:00:00.000Z', by: 2, reason: '误登记' });
    expect(repo.visits(2026).has(4)).toBe(false);
  });
});

describe('执法人员的年度检查量', () => {
  test('本系统抽取的与以往的相加，名录外的人员不计', () => {
    put();
    expect([...repo.seatsThisYear(2026)]).toEqual([
      [1, 4],
      [2, 3],
    ]);
  });

  test('一次进门查几个事项，只算一次', () => {
    put();
    put({ itemName: '示例另一事项' });
    expect(repo.seatsThisYear(2026).get(1)).toBe(4);
    put({ inspectedOn: '2026-03-11' });
    expect(repo.seatsThisYear(2026).get(1)).toBe(5);
  });
});

describe('覆盖', () => {
  test('最近一次检查日期取最晚的一天；抽中而未公示的视为未完成（细则第十三条）', () => {
    put({ inspectedOn: '2024-06-01' });
    put({ inspectedOn: '2025-06-01' });
    expect([...repo.lastInspectedOn()]).toEqual([[4, '2025-06-01']]);
  });

  test('未公示的、其他部门的和撤销的都不算覆盖', () => {
    put({ isPublished: false });
    put({ ...other, inspectedOn: '2026-04-01' });
    repo.past.revoke(put({ inspectedOn: '2026-05-01' }), { at: '2026-09-07T02:00:00.000Z', by: 2, reason: '误登记' });
    expect(repo.lastInspectedOn().size).toBe(0);
    expect(repo.objectsCovered(2026)).toBe(3);
    put({ inspectedOn: '2026-06-01' });
    expect(repo.objectsCovered(2026)).toBe(4);
    expect(repo.objectsCovered(2025)).toBe(0);
  });

  test('本系统公示过的检查也在内，更正后以更正的日期为准', () => {
    office.db.exec(`
      insert into publications values (1, '2026-09-20', '2026-09-20T01:00:00.000Z', 2, 0, '${'e'.repeat(64)}'),
                                      (2, '2026-09-21', '2026-09-21T01:00:00.000Z', 2, 1, '${'f'.repeat(64)}');`);
    const insert = office.db.prepare(`
      insert into inspection_results (inspection_id, version, state, inspected_on, completed_on, methods, result, problems, findings,
        evidence, refusals, refusal_times, disposal, disposal_note, reason, entered_by, entered_at, reviewed_by, reviewed_at,
        signed_by, signed_at, publication_id)
      values (1, ?, 'published', ?, '2026-09-16', '["on-site"]', 'no-problem', '[]', '正常', '', '[]', 0, 'none', '', ?, 2, '', 3, '', ?, ?, ?)`);
    insert.run(1, '2026-09-15', null, null, null, 1);
    expect(repo.lastInspectedOn().get(1)).toBe('2026-09-15');
    insert.run(2, '2026-09-14', '日期有误', 5, '2026-09-21T01:00:00.000Z', 2);
    expect(repo.lastInspectedOn().get(1)).toBe('2026-09-14');
  });
});

describe('登记只增不改', () => {
  test('不能改动、不能删除，撤销一次后定格', () => {
    const id = put();
    const run = (sql: string) => () => office.db.prepare(sql).run();
    expect(run(`update past_inspections set inspected_on = '2026-03-11' where id = ${id}`)).toThrow('never changed');
    expect(run(`delete from past_inspections where id = ${id}`)).toThrow('never deleted');
    expect(run(`update past_inspection_team set officer_name = '某人'`)).toThrow('never changed');
    repo.past.revoke(id, { at: '2026-09-07T02:00:00.000Z', by: 2, reason: '误登记' });
    expect(() => repo.past.revoke(id, { at: '2026-09-08T02:00:00.000Z', by: 2, reason: '再撤' })).toThrow(
      'not changed',
    );
    expect(repo.past.byId(id)?.revoked).toEqual({ at: '2026-09-07T02:00:00.000Z', by: '示例经办', reason: '误登记' });
  });

  test('同一户同一天同一部门的同一事项只登记一次，撤销后可以重新登记', () => {
    const id = put();
    expect(() => put()).toThrow('UNIQUE');
    repo.past.revoke(id, { at: '2026-09-07T02:00:00.000Z', by: 2, reason: '误登记' });
    expect(put()).toBeGreaterThan(id);
  });
});
