import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRecord } from '../../support/credit-office.ts';
import { freezeOf, openDrawOffice } from '../../support/draw-office.ts';
import { exportedRows } from '../../support/exported-rows.ts';
import { must } from '../../support/outcomes.ts';
import { openSupervisedOffice, type SupervisedOffice } from '../../support/supervision.ts';

let it: SupervisedOffice;
beforeAll(async () => {
  it = await openSupervisedOffice('holingol-2024');
});
afterAll(() => it.office.close());

const grading = () => it.office.as('reviewer').grading;
const explained = async (objectId: number) => {
  const found = await grading().explanation.query({ objectId });
  if (found === null) throw new Error('not graded');
  return found;
};

test('按模型评定的，逐项得分合计为总分，每项写明规则、依据和计入的记录', async () => {
  const [one] = it.ids;
  const before = await explained(one);
  expect(before).toMatchObject({ basis: 'model', model: { id: 'holingol-risk', scale: 100 } });
  await it.record(one, {
    kind: 'penalty',
    happenedOn: '2026-09-01',
    severity: 'serious',
    amountFen: 30_000_000,
    summary: '示例',
    documentNumber: '示罚〔2026〕3号',
  });
  const { parts, points, overflow, reasons, grade } = await explained(one);
  expect(parts.reduce((sum, part) => sum + part.points, 0) - overflow).toBe(points);
  const penalty = parts.find(({ id }) => id === 'penalty-count');
  expect(penalty).toMatchObject({ points: 0, path: ['违法失信', '行政处罚'] });
  expect(penalty?.rule).toMatch(/^累计：近24个月的行政处罚，每件扣40%/);
  expect(penalty?.facts).toMatchObject([{ happenedOn: '2026-09-01', share: 1000 }]);
  expect(reasons.map(({ text }) => text).join('')).toContain('“处罚次数与轻重”扣16.2分');
  expect([before.grade, grade]).toEqual(['A', 'B']);
  const { lines } = await grading().moves.query({});
  expect(lines[0]).toMatchObject({ fromGrade: 'A', toGrade: 'B', changedBy: '示例经办' });
  expect(lines[0]?.why.map(({ text }) => text).join('')).toContain('新计入2026-09-01行政处罚');
});

test('测算写明哪条记录影响最大、修复后如何、以后哪一天自己变', async () => {
  const found = await grading().whatIf.query({ objectId: it.ids[0] });
  expect(found?.facts[0]).toMatchObject({
    happenedOn: '2026-09-01',
    without: { grade: 'A' },
    repaired: { grade: 'A' },
  });
  expect(found?.later[0]).toMatchObject({ on: '2027-04-01' });
  expect(found?.later.at(-1)).toMatchObject({ on: '2028-09-01', grade: 'A' });
});

test('记录逐月衰减，到了那一天自动复核，只复核到日的企业', async () => {
  const { points, nextChangeOn } = await explained(it.ids[0]);
  expect(nextChangeOn).toBe('2027-04-01');
  await it.on('2027-03-31');
  expect((await explained(it.ids[0])).points).toBe(points);
  await it.on('2027-04-01');
  const { lines } = await grading().list.query({ sort: 'code' });
  const [one, two] = [it.ids[0], it.ids[1]].map((id) => lines.find(({ objectId }) => objectId === id)?.current);
  expect(one?.points).toBeGreaterThan(points ?? 0);
  expect([one?.gradedAt.slice(0, 10), two?.gradedAt.slice(0, 10)]).toEqual(['2027-04-01', '2026-09-07']);
});

test('冻结名单时留下全部等级的快照，以后等级再变，仍看得到当时的等级和理由', async () => {
  const { office, taskId } = await openDrawOffice();
  must(await office.as('operator').grading.regrade.mutate());
  const { lines, total } = await office.as('operator').grading.list.query({ limit: 500 });
  const { drawId } = must(await office.as('operator').draws.freeze.mutate(freezeOf(taskId)));
  const first = lines[0];
  const objectId = first?.objectId ?? 0;
  await addRecord(office, { objectId, kind: 'abnormal-list', source: '示例', happenedOn: '2026-09-01' });
  const snapshot = await office.as('leader').grading.snapshot.query({ drawId, objectId });
  expect(snapshot).toMatchObject({ objects: total, packId: first?.current?.packId, packVersion: 1, modelId: null });
  expect(snapshot?.grade).toMatchObject({ grade: first?.current?.grade, reasons: first?.current?.reasons });
  expect(await office.as('leader').grading.snapshot.query({ drawId: drawId + 1, objectId })).toBeNull();
  const frozen = await office.as('leader').grading.frozen.query({ drawId, scope: 'roster', limit: 500 });
  expect(frozen?.total).toBe(total);
  expect(frozen?.lines.find((line) => line.objectId === objectId)?.grade).toBe(first?.current?.grade);
  expect(frozen?.grades.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(total);
  const pool = await office.as('leader').grading.frozen.query({ drawId });
  const view = await office.as('leader').draws.byId.query({ drawId });
  expect((pool?.total ?? 0) + (pool?.ungraded ?? 0)).toBe(view.poolSize + view.excluded.length);
  const one = { drawId, scope: 'roster', text: first?.code ?? '' } as const;
  const rows = await exportedRows(
    office,
    'leader',
    'grading',
    await office.as('leader').grading.exports.frozen.mutate(one),
  );
  expect(rows.map(([name, code]) => [name, code])).toEqual([[first?.name, first?.code]]);
  await expect(office.as('admin').grading.frozen.query({ drawId })).rejects.toThrow('NOT_ALLOWED');
  await office.close();
});
