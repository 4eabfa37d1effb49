import { describe, expect, test } from 'vitest';
import { readPlan, writePlan } from '../../../shared/features/draws/plan-file.ts';
import type { Candidate, DrawInputs } from '../../../shared/features/draws/pool.ts';
import { assessDraw, prepareDraw } from '../../../shared/features/draws/prepare.ts';
import { previewOf } from '../../../shared/features/draws/preview.ts';
import { changesBetween } from '../../../shared/features/draws/preview-changes.ts';
import type { RosterOfficer } from '../../../shared/features/draws/team.ts';
import { settingOf } from '../../support/draw-setting.ts';

const candidate = (n: number, part: Partial<Candidate> = {}): Candidate => ({
  id: n,
  code: `9115078400000${String(n).padStart(4, '0')}X`,
  name: `示例${n}`,
  isActive: true,
  grade: 'A',
  visitsOfItem: 0,
  extraVisits: 0,
  visits: 0,
  ...part,
});
const officer = (n: number, part: Partial<RosterOfficer> = {}): RosterOfficer => ({
  id: `ZF00${n}`,
  name: `示例${n}`,
  department: '工信',
  leader: true,
  scopes: [],
  base: 0,
  bars: [],
  ...part,
});
const inputs = (part: Partial<DrawInputs> = {}): DrawInputs => ({
  quota: { kind: 'ratio', bp: 400, atLeast: true },
  leadDepartment: '工信',
  candidates: Array.from({ length: 100 }, (_, n) => candidate(n)),
  officers: [officer(1), officer(2)],
  recusals: [],
  itemCap: 1,
  totalCaps: { '*': null },
  ...part,
});
const prepared = (setting = settingOf(1), given = inputs()) => {
  const result = prepareDraw(setting, given);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result.value;
};
const graded = settingOf(1, { quota: 'graded' });

describe('抽取户数', () => {
  test('统一比例按排除后的户数计算，向上取整', () => {
    const candidates = Array.from({ length: 100 }, (_, n) => candidate(n, { isActive: n >= 10 }));
    expect(prepared(settingOf(1), inputs({ candidates })).strata).toEqual([
      { name: '*', poolSize: 90, excluded: 10, mustCount: 0, quota: { bp: 400, atLeast: 0 }, sampleSize: 4 },
    ]);
  });

  test('分级比例合计不足计划下限时，不冻结，指出差多少、提高哪一级', () => {
    const candidates = Array.from({ length: 100 }, (_, n) => candidate(n, { grade: n < 90 ? 'A' : 'B' }));
    const low = { ...graded, ratios: { A: 100, B: 100, C: 100, D: 100 } };
    expect(prepareDraw(low, inputs({ candidates }))).toMatchObject({
      code: 'SHORT_OF_PLAN',
      details: { planned: 4, graded: 2, raise: 'B', raises: [{ grade: 'B', bp: 2_100 }] },
    });
    expect(prepared(graded, inputs({ candidates })).strata.map(({ sampleSize }) => sampleSize)).toEqual([5, 1]);
  });

  test('没有等级的对象不能按等级抽取', () => {
    const candidates = [candidate(1), candidate(2, { grade: null }), candidate(3, { grade: null })];
    expect(prepareDraw(graded, inputs({ candidates }))).toMatchObject({
      code: 'UNGRADED',
      details: { name: '示例2', count: 2 },
    });
    expect(prepared(settingOf(1), inputs({ candidates })).sampleSize).toBe(1);
  });

  test('“2家”不分等级', () => {
    const given = inputs({ quota: { kind: 'count', count: 2 } });
    expect(prepared(graded, given).strata).toMatchObject([{ name: '*', sampleSize: 2 }]);
  });
});

describe('排除', () => {
  test('同一事项已查、总次数已满、不在存续状态，各有代码', () => {
    const candidates = [
      candidate(1, { visitsOfItem: 1, visits: 1 }),
      candidate(2, { visits: 2 }),
      candidate(3, { isActive: false }),
      candidate(4, { visits: 1 }),
    ];
    const { objects, plan } = prepared(settingOf(1), inputs({ candidates, totalCaps: { '*': 2 } }));
    expect(objects.map(({ excluded }) => excluded)).toEqual(['CAP-ITEM', 'CAP-ALL', 'STATUS', null]);
    expect(plan.exclude?.map(([, reason]) => reason)).toEqual(['CAP-ITEM', 'CAP-ALL', 'STATUS']);
  });

  test('按等级抽取时，总次数上限按等级', () => {
    const candidates = [candidate(1, { visits: 1 }), candidate(2, { visits: 1, grade: 'D' })];
    const { objects } = prepared(graded, inputs({ candidates, totalCaps: { '*': null, A: 1, D: 2 } }));
    expect(objects.map(({ excluded }) => excluded)).toEqual(['CAP-ALL', null]);
  });

  test('全部排除、没有对象，不能冻结', () => {
    const candidates = [candidate(1, { isActive: false })];
    expect(prepareDraw(settingOf(1), inputs({ candidates }))).toMatchObject({
      code: 'POOL_EMPTY_AFTER_EXCLUSION',
    });
    expect(prepareDraw(settingOf(1), inputs({ candidates: [] }))).toMatchObject({ code: 'POOL_EMPTY' });
  });

  test('必检须在名单内', () => {
    expect(prepareDraw(settingOf(1, { must: ['X'] }), inputs())).toMatchObject({
      code: 'MUST_UNKNOWN',
      details: { code: 'X' },
    });
  });

  test('编号不是大写字母和数字的，冻结时拒绝', () => {
    expect(prepareDraw(settingOf(1), inputs({ candidates: [candidate(1, { code: '示例' })] }))).toMatchObject({
      code: 'ID_NOT_ASCII',
    });
  });
});

describe('人员', () => {
  test('证件过期等不能参加的列明原因；事项范围为空的可任各项', () => {
    const officers = [
      officer(1),
      officer(2, { scopes: ['安全'] }),
      officer(3, { bars: ['执法证已过期'] }),
      officer(4, { scopes: ['工业'] }),
    ];
    const value = prepared(settingOf(1, { scope: '工业' }), inputs({ officers }));
    expect(value.officers.map(({ scopes }) => scopes)).toEqual([['工业'], ['工业']]);
    expect(value.barred.map(({ id, bars }) => [id, bars])).toEqual([
      ['ZF002', ['事项范围不含“工业”']],
      ['ZF003', ['执法证已过期']],
    ]);
    expect(value.seats.map(({ candidates }) => candidates)).toEqual([2, 2]);
  });

  test('某户的席位因回避无人可任，指出是哪一户', () => {
    const { code, name } = candidate(7);
    const recusals = [{ officer: 'ZF001', object: code, reason: 'R1' }];
    expect(prepareDraw(settingOf(1), inputs({ recusals }))).toMatchObject({
      code: 'SEAT_WITHOUT_OFFICER',
      details: { objectName: name },
    });
  });

  test('每人上限排不满时，冻结前就说明原因', () => {
    expect(prepareDraw(settingOf(1, { officerCap: 1 }), inputs())).toMatchObject({ code: 'SEATS_TOO_MANY' });
  });

  test('名单外的回避不写入冻结文件', () => {
    const recusals = [
      { officer: 'ZF001', object: '不在名单', reason: 'R1' },
      { officer: 'ZF009', object: candidate(1).code, reason: 'R1' },
    ];
    expect(prepared(settingOf(1), inputs({ recusals })).recusals).toEqual([]);
  });
});

test('方案写成规范的plan.json，引擎原样读回', () => {
  const setting = { ...settingOf(1, { jointDepartments: ['应急'] }), must: [candidate(5).code] };
  const officers = [officer(1), officer(2), officer(3, { department: '应急' })];
  const { plan } = prepared(setting, inputs({ officers }));
  const text = writePlan(plan);
  expect(readPlan('plan.json', text)).toMatchObject({
    ok: true,
    value: {
      strata: [{ name: '*', quota: { bp: 400 }, must: [candidate(5).code] }],
      team: [{ dept: '工信', leader: true }, { dept: '工信' }],
      joint: { extra: [{ dept: '应急' }] },
    },
  });
});

test('批次顺序不要人员', () => {
  const value = prepared(settingOf(1, { mode: 'batch' }), inputs({ officers: [] }));
  expect([value.officers, value.seats, value.sampleSize]).toEqual([[], [], 100]);
});

describe('排人的预先核算', () => {
  const four = [1, 2, 3, 4].map((n) => officer(n, { leader: n <= 2 }));
  const recusedFrom = (n: number, ...ids: number[]) =>
    ids.map((id) => ({ officer: `ZF00${id}`, object: candidate(n).code, reason: 'R1' }));
  const twenty = { quota: { kind: 'count', count: 20 } as const, officers: four };

  test('抽取三百户以上也逐席核算：上限不够就说差多少', () => {
    const given = inputs({
      candidates: Array.from({ length: 1_000 }, (_, n) => candidate(n)),
      quota: { kind: 'count', count: 600 },
      officers: four,
    });
    expect(prepared(settingOf(1, { officerCap: 300 }), given).feasibility).toEqual({ kind: 'sure' });
    expect(prepareDraw(settingOf(1, { officerCap: 299 }), given)).toMatchObject({
      code: 'SEATS_TOO_MANY',
      details: { cause: expect.stringContaining('还差') },
    });
  });

  test('回避集中的对象可能一起抽到时先提醒，不拒绝', () => {
    // 示例1 must stay away from twenty objects: 示例2 alone can lead there, and at ten at most.
    const recusals = Array.from({ length: 20 }, (_, n) => recusedFrom(n, 1)).flat();
    const value = prepared(settingOf(1, { officerCap: 10 }), inputs({ ...twenty, recusals }));
    expect(value.feasibility).toMatchObject({ kind: 'likely', shortage: { need: 20, canSupply: 10 } });
    expect(value.recusedGroups).toMatchObject([{ candidates: [1, 3], lacking: null }]);
    const few = prepared(settingOf(1, { officerCap: 10 }), inputs({ ...twenty, recusals: recusals.slice(0, 10) }));
    expect(few.feasibility).toEqual({ kind: 'sure' });
  });

  test('必检的对象一定在内，因它们排不满的不能冻结', () => {
    const recusals = Array.from({ length: 20 }, (_, n) => recusedFrom(n, 1)).flat();
    const must = Array.from({ length: 11 }, (_, n) => candidate(n).code);
    const setting = settingOf(1, { officerCap: 10, must });
    expect(prepareDraw(setting, inputs({ ...twenty, recusals }))).toMatchObject({ code: 'SEATS_TOO_MANY' });
  });

  test('凑不齐检查组的先列出，排除后可以冻结', () => {
    const recusals = [...recusedFrom(3, 1, 2), ...recusedFrom(5, 3)];
    const refused = prepareDraw(settingOf(1), inputs({ ...twenty, recusals }));
    expect(refused).toMatchObject({
      code: 'SEAT_WITHOUT_OFFICER',
      details: { objectName: '示例3', seat: '工信组长席位', count: 1 },
    });
    const exclude = [{ code: candidate(3).code, reason: 'NO-TEAM' as const, note: '' }];
    const { plan, recusedGroups } = prepared(settingOf(1, { exclude }), inputs({ ...twenty, recusals }));
    expect(plan.exclude).toEqual([[candidate(3).code, 'NO-TEAM']]);
    expect(recusedGroups).toMatchObject([{ codes: [candidate(5).code], lacking: null }]);
  });
});

test('以其他原因排除的须写明', () => {
  const exclude = [{ code: candidate(1).code, reason: 'OTHER' as const, note: '' }];
  expect(prepareDraw(settingOf(1, { exclude }), inputs())).toMatchObject({
    code: 'EXCLUDE_WITHOUT_NOTE',
    details: { name: '示例1' },
  });
  const listed = [{ ...exclude[0]!, reason: 'SUPERIOR' as const }];
  expect(prepared(settingOf(1, { exclude: listed }), inputs()).plan.exclude).toEqual([[candidate(1).code, 'SUPERIOR']]);
});

test('改动前后逐组对照；没有变化就不说', () => {
  const given = inputs({
    candidates: Array.from({ length: 100 }, (_, n) => candidate(n, { grade: n < 90 ? 'A' : 'C' })),
  });
  const before = previewOf(assessDraw(graded, given));
  const raised = { ...graded, ratios: { ...graded.ratios, C: 5_000 } };
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(before, previewOf(assessDraw(raised, given)))).toEqual([
    { what: 'C级', from: '名单10户、必检0户、抽取2户', to: '名单10户、必检0户、抽取5户' },
    { what: '合计抽取', from: '7户', to: '10户' },
  ]);
});
