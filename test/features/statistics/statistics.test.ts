import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Years } from '../../../shared/features/statistics/schemas.ts';
import { completeDraw, openDrawOffice } from '../../support/draw-office.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { solidText } from '../../support/pdf.ts';

const years = Years.parse({ from: 2026, to: 2026 });
const page = { ...years, offset: 0, limit: 500 };

describe('抽取统计', () => {
  let office: Office;
  let drawId = 0;
  beforeAll(async () => {
    const opened = await openDrawOffice();
    office = opened.office;
    const operator = office.as('operator');
    const { lines } = await operator.draws.candidates.query({ taskId: opened.taskId });
    const due = lines[0]!.code;
    await completeDraw(office, opened.taskId, { isRehearsal: true });
    drawId = await completeDraw(office, opened.taskId, { must: [due] });
  }, 60_000);
  afterAll(() => office.close());

  test('只算正式、已完成的抽取：演练不算', async () => {
    const draws = await office.as('operator').statistics.draws.query(years);
    expect(draws.map(({ state, chosen, must: due }) => [state, chosen, due])).toEqual([['recorded', 1, 1]]);
  });

  test('期望合计等于抽签抽中的户数，必检另计', async () => {
    const { lines, total } = await office.as('operator').statistics.objects.query(page);
    const view = await office.as('operator').draws.byId.query({ drawId });
    const pool = view.strata[0]!.poolSize;
    expect(total).toBe(pool);
    const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
    expect(sum(({ drawn }) => drawn)).toBe(1);
    expect(sum(({ must: due }) => due)).toBe(1);
    expect(sum(({ expected }) => expected) / 1_000_000).toBeCloseTo(1, 4);
    expect(lines.filter(({ must: due }) => due === 1)).toMatchObject([{ pools: 0, expected: 0, drawn: 0 }]);
    const chosen = view.drawn.find(({ kind }) => kind === '随机');
    expect(lines[0]).toMatchObject({ name: chosen?.name, drawn: 1 });
  });

  test('按名称、按抽中次数找得到', async () => {
    const { statistics } = office.as('operator');
    const [first] = (await statistics.objects.query(page)).lines;
    const found = await statistics.objects.query({ ...page, text: first!.name, times: 1 });
    expect(found.lines.map(({ id }) => id)).toEqual([first!.id]);
    const named = await statistics.objects.query({ ...page, sort: 'code' });
    expect(named.lines.map(({ code }) => code)).toEqual(named.lines.map(({ code }) => code).toSorted());
    const lots = await statistics.lots.query({ ...years, objectId: first!.id });
    expect(lots).toMatchObject([{ drawId, outcome: '抽中' }]);
  });

  test('人员的期望合计等于席位，部门负荷与人员一致', async () => {
    const { officers, departments, seats, pairs } = await office.as('leader').statistics.officers.query(years);
    const { drawn } = await office.as('leader').draws.byId.query({ drawId });
    expect(seats).toBe(drawn.flatMap(({ team }) => team).length);
    expect(officers.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(seats, 6);
    expect(officers.reduce((sum, { led }) => sum + led, 0)).toBe(drawn.length);
    expect(pairs.reduce((sum, { together }) => sum + together, 0)).toBe(drawn.length);
    expect(departments.reduce((sum, { carried }) => sum + carried, 0)).toBe(
      officers.reduce((sum, { carried }) => sum + carried, 0),
    );
    const [busy] = officers.filter((one) => one.seats > 0);
    expect(await office.as('leader').statistics.ofOfficer.query({ ...years, code: busy!.code })).toMatchObject([
      { drawId, seats: busy!.seats },
    ]);
  });

  test('次数太少，统计表写明不能判断', async () => {
    expect((await office.as('operator').statistics.objectSummary.query(years)).verdict).toEqual({ kind: 'too-few' });
    const pdf = await office.download('operator', '/files/statistics/summary.pdf?from=2026&to=2026');
    expect(solidText(pdf)).toContain('抽取次数还太少，不能判断是否随机');
  });

  test('没有检查过的都未覆盖', async () => {
    const { statistics } = office.as('operator');
    for (const cycle of await statistics.coverage.query({ year: 2026 })) {
      const { total } = await statistics.uncovered.query({ year: 2026, objects: cycle.objects });
      expect(total).toBe(cycle.total - cycle.covered);
    }
  });

  test('不需要知道的人，未通知的不计在抽中次数里，结果写通知后公开', async () => {
    const { statistics } = office.as('admin');
    const { lines } = await statistics.objects.query(page);
    expect(lines.every((line) => line.drawn === 0 && line.must === 0)).toBe(true);
    for (const { id } of lines) {
      expect((await statistics.lots.query({ ...years, objectId: id })).map(({ outcome }) => outcome)).toEqual([null]);
    }
  });

  test('完成之后作废的，从统计中退出', async () => {
    const witnesses = [
      { name: '示例见证甲', unit: '示例纪检监察组', kind: 'discipline' as const, identity: '' },
      { name: '示例见证乙', unit: '示例企业协会', kind: 'enterprise' as const, identity: '' },
    ];
    must(await office.as('leader').draws.void.mutate({ drawId, reason: '示例作废原因', witnesses }));
    expect((await office.as('operator').statistics.objects.query(page)).total).toBe(0);
    expect((await office.as('operator').statistics.officers.query(years)).seats).toBe(0);
    const draws = await office.as('operator').statistics.draws.query(years);
    expect(draws.map(({ state }) => state)).toEqual(['void']);
  });
});

test('空的程序也有统计页：什么都没有，不出错', async () => {
  const office = await openOffice();
  const { statistics } = office.as('operator');
  expect(await statistics.draws.query(years)).toEqual([]);
  expect(await statistics.objectSummary.query(years)).toEqual({
    objects: 0,
    drawn: 0,
    verdict: { kind: 'too-few' },
    times: [],
  });
  expect(await statistics.objects.query(page)).toEqual({ lines: [], total: 0 });
  expect(await statistics.officers.query(years)).toMatchObject({ officers: [], pairs: [], seats: 0 });
  expect(await statistics.uncovered.query({ year: 2026, objects: 'key' })).toEqual({ lines: [], total: 0 });
  await office.close();
});
