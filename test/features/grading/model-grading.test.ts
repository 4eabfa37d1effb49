import { afterAll, beforeAll, expect, test } from 'vitest';
import { creditKinds } from '../../../shared/kernel/credit-facts.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { addRecord, recordWorkbook, stageRecords } from '../../support/credit-office.ts';
import { freezeOf, openDrawOffice } from '../../support/draw-office.ts';
import { exportedRows } from '../../support/exported-rows.ts';
import { must } from '../../support/outcomes.ts';
import { fc } from '../../support/properties.ts';
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

test('首次评定就被一票否决的，变动经过写明否决，不只写得分', async () => {
  const { rosters } = it.office.as('operator');
  const firm = { name: '示例首评有限公司', code: makeUscc('91150784', 99), kind: '企业', status: '存续' } as const;
  const entry = { ...firm, aboveScale: false, priority: false };
  must(await rosters.addObject.mutate({ entry, reason: '示例入库' }));
  const { lines } = await rosters.objects.query({ text: firm.name });
  const id = lines[0]?.id ?? 0;
  await it.record(id, { kind: 'serious-violation', severity: 'serious', documentNumber: '示严〔2026〕8号' });
  const { history } = await grading().object.query({ id });
  expect(history.map(({ fromGrade, toGrade }) => [fromGrade, toGrade])).toEqual([[null, 'C']]);
  expect(history[0]?.reasons.map(({ text }) => text).join('')).toMatch(/一票否决：.*定为较高风险/);
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

/** Every enterprise's grade as it is stored, but for when it was last worked out. */
const stored = async () =>
  (await grading().list.query({ sort: 'code' })).lines.map(({ objectId, current }) => [
    objectId,
    { ...current, gradedAt: '' },
  ]);

test('性质：不论先后办了什么、过了多少天，存下的等级都与重新评定一遍的相同', async () => {
  let today = '2027-04-01';
  const anyStep = fc.record({
    what: fc.constantFrom('add', 'add', 'correct', 'end', 'repair', 'withdraw', 'manual', 'withdraw-manual', 'day'),
    which: fc.nat(30),
    kind: fc.constantFrom(...creditKinds.slice(0, 20)),
    ago: fc.constantFrom(0, 1, 28, 29, 31, 180, 365, 366, 730),
    outcome: fc.constantFrom('good' as const, 'bad' as const, null),
    grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    // Over ends of months and a 29th of February.
    days: fc.constantFrom(1, 27, 30, 31, 92, 151),
  });
  const [steps = []] = fc.sample(fc.array(anyStep, { minLength: 40, maxLength: 40 }), 1);
  const operator = () => it.office.as('operator');
  const taken: string[] = [];
  for (const [place, { what, which, kind, ago, outcome, grade, days }] of steps.entries()) {
    const objectId = it.ids[which % 3] ?? 0;
    const { lines } = await operator().credit.records.list.query({ standing: 'current', limit: 100 });
    const record = lines[which % Math.max(1, lines.length)];
    const id = record?.id ?? 0;
    const { records } = operator().credit;
    const documentNumber = `示文${place}号`;
    const said = { kind, happenedOn: addDays(today, -ago), source: '示例机关', documentNumber, outcome, summary: '' };
    let done: { readonly ok: boolean } = { ok: true };
    if (what === 'add') done = await records.add.mutate({ ...said, objectId, severity: 'ordinary', amountFen: ago });
    if (what === 'correct') {
      const content = { ...said, kind: record?.kind ?? kind };
      done = await records.correct.mutate({ id, content, reason: '示例' });
    }
    if (what === 'end') done = await records.end.mutate({ id, endedOn: today });
    if (what === 'repair') done = await records.repair.mutate({ id, on: today, reason: '示例' });
    if (what === 'withdraw') done = await records.withdraw.mutate({ id, reason: '示例' });
    if (what === 'manual') {
      const proposal = { objectId, toGrade: grade, reason: '示例', expiresOn: addDays(today, days) };
      const proposed = await operator().grading.proposeManual.mutate(proposal);
      if (proposed.ok) {
        await it.attach('grade-change', proposed.value.id);
        done = await grading().decideManual.mutate({ id: proposed.value.id, decision: 'approve' });
      } else done = proposed;
    }
    if (what === 'withdraw-manual') {
      const [change] = await grading().manualChangesOf.query({ objectId });
      done = await grading().withdrawManual.mutate({ id: change?.id ?? 0, reason: '示例' });
    }
    if (what === 'day') {
      today = addDays(today, days);
      await it.on(today);
    }
    if (done.ok) taken.push(what);
    const kept = await stored();
    must(await operator().grading.regrade.mutate());
    expect([place, what, await stored()]).toEqual([place, what, kept]);
  }
  // What was tried was not all refused.
  expect(new Set(taken).size).toBeGreaterThan(4);
});

test('性质：导入又撤销，等级、得分、理由都与导入前相同', async () => {
  const before = await stored();
  const { lines } = await grading().list.query({ sort: 'code' });
  const rows = lines.flatMap(({ code }, index) => [
    {
      kind: '行政处罚',
      code,
      source: '示例机关',
      documentNumber: `示罚${index}号`,
      happenedOn: '2027-03-31',
      severity: '严重',
    },
    { kind: '严重违法失信', code, source: '示例机关', documentNumber: `示严${index}号`, happenedOn: '2026-02-28' },
  ]);
  const stageId = await stageRecords(it.office, await recordWorkbook(rows));
  const { batchId } = must(await it.office.as('operator').credit.imports.confirm.mutate({ stageId }));
  expect(await stored()).not.toEqual(before);
  must(await it.office.as('operator').credit.imports.undo.mutate({ id: batchId, reason: '给错了文件' }));
  expect(await stored()).toEqual(before);
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
