import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFirms, complain, type Firm, gradeFirms } from '../../support/follow-up.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;
let firms: Firm[];

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  firms = await addFirms(office, 3);
  await gradeFirms(office, [
    [firm(1), '优'],
    [firm(2), '良'],
    [firm(3), '良'],
  ]);
});
afterAll(() => office.close());

const firm = (n: number): Firm => {
  const found = firms[n - 1];
  if (found === undefined) throw new Error(`no firm ${n}`);
  return found;
};
const warnings = () => office.as('operator').supervision.warnings;
async function standing(n: number, ruleId: string) {
  const all = await warnings().ofObject.query({ objectId: firm(n).id });
  return all.find((one) => one.ruleId === ruleId && one.state !== 'closed') ?? null;
}
async function move(day: string) {
  office.setNow(`${day}T01:00:00.000Z`);
  await office.restart();
}

test('没有风险的企业没有预警', async () => {
  const { lines, total } = await warnings().list.query({ state: 'open' });
  expect([lines, total]).toEqual([[], 0]);
  expect((await warnings().overview.query()).isStale).toBe(false);
});

test('90天内第三次投诉举报，当时就发出预警，写明三件投诉和怎么办', async () => {
  await complain(office, firm(1), '2026-07-01');
  await complain(office, firm(1), '2026-08-01');
  expect(await standing(1, 'complaints')).toBeNull();
  await complain(office, firm(1), '2026-08-20');
  const warning = await standing(1, 'complaints');
  expect(warning).toMatchObject({ state: 'open', level: 'urgent', opens: 'talk', openedOn: '2026-09-07' });
  expect(warning?.grounds.map(({ on }) => on)).toEqual(['2026-08-20', '2026-08-01', '2026-07-01']);
  expect(warning?.advice).toContain('约谈');
  expect(warning?.article.length).toBeGreaterThan(0);
});

test('处置后不再提示；又有新的投诉，重新预警', async () => {
  const id = (await standing(1, 'complaints'))?.id ?? 0;
  must(await warnings().handle.mutate({ selection: { ids: [id] }, note: '已电话核实并约谈' }));
  expect(await standing(1, 'complaints')).toMatchObject({ state: 'handled', note: '已电话核实并约谈' });
  await complain(office, firm(1), '2026-09-01');
  expect(await standing(1, 'complaints')).toMatchObject({ id, state: 'open', note: null });
  const { steps } = await warnings().one.query({ id });
  expect(steps.map(({ step }) => step)).toEqual(['opened', 'handled', 'reopened']);
});

test('等级下降发出预警，等级回升自动解除并留作历史', async () => {
  await gradeFirms(office, [[firm(2), '差']], '2026-08-10');
  const warning = await standing(2, 'grade-fell');
  expect(warning).toMatchObject({ opens: 'measure', grade: 'D' });
  expect(warning?.grounds[0]?.title).toBe('等级由B级降为D级');
  await gradeFirms(office, [[firm(2), '良']], '2026-08-20');
  expect(await standing(2, 'grade-fell')).toBeNull();
  const [closed] = await warnings().ofObject.query({ objectId: firm(2).id });
  expect(closed).toMatchObject({ id: warning?.id, state: 'closed', closedOn: '2026-09-07' });
});

test('暂不处置要写理由和截止日，截止日须在今天之后', async () => {
  const id = (await standing(1, 'complaints'))?.id ?? 0;
  const selection = { ids: [id] };
  expect(
    await warnings().acknowledge.mutate({ selection, note: '同一件事的重复投诉', untilOn: '2026-09-07' }),
  ).toMatchObject({ code: 'DAY_BEFORE' });
  must(await warnings().acknowledge.mutate({ selection, note: '同一件事的重复投诉', untilOn: '2026-09-15' }));
  expect(await standing(1, 'complaints')).toMatchObject({ state: 'acknowledged', untilOn: '2026-09-15' });
});

test('许可证将到期、窗口过去、暂不处置期满，由每天的更新带来', async () => {
  const entry = { name: firm(3).name, code: firm(3).code, kind: '企业', status: '存续' } as const;
  const licences = [{ name: '示例许可证', number: '示0001', until: '2026-11-20' }];
  const change = {
    id: firm(3).id,
    entry: { ...entry, aboveScale: true, priority: false, licences },
    reason: '补录许可',
  };
  must(await office.as('operator').rosters.changeObject.mutate(change));
  await move('2026-09-16');
  expect(await warnings().overview.query()).toMatchObject({ isStale: false, lastScannedOn: '2026-09-16' });
  // 60 days from 2026-09-16 do not reach 2026-11-20 yet.
  expect(await standing(3, 'licence-expiring')).toBeNull();
  expect(await standing(1, 'complaints')).toMatchObject({ state: 'open' });

  await move('2026-09-21');
  const licence = await standing(3, 'licence-expiring');
  expect(licence?.grounds).toEqual([
    { id: 'licence:示例许可证 示0001 2026-11-20', title: '示例许可证 示0001将到期', on: '2026-11-20' },
  ]);

  // 90 days after 2026-08-20 only two complaints are left in the window.
  await move('2026-11-18');
  expect(await standing(1, 'complaints')).toBeNull();
});

test('列入异常名录的企业，建议列入黑名单；移出后建议自动撤回', async () => {
  const record = {
    objectId: firm(3).id,
    kind: 'abnormal-list',
    source: '示例市场监管局',
    happenedOn: '2026-11-01',
  } as const;
  must(await office.as('operator').credit.records.add.mutate(record));
  const suggestions = (await warnings().ofObject.query({ objectId: firm(3).id })).filter(
    ({ opens }) => opens === 'list',
  );
  expect(suggestions).toMatchObject([{ name: '建议列入黑名单', state: 'open' }]);
  expect(suggestions[0]?.advice).toContain('告知');
  expect((await warnings().overview.query()).suggestions).toBe(1);
  const recordId = Number(suggestions[0]?.grounds[0]?.id.replace('record:', ''));
  must(await office.as('operator').credit.records.end.mutate({ id: recordId, endedOn: '2026-11-18' }));
  expect((await warnings().overview.query()).suggestions).toBe(0);
});

test('注销的企业不再预警', async () => {
  expect(await standing(3, 'licence-expiring')).not.toBeNull();
  const entry = {
    name: firm(3).name,
    code: firm(3).code,
    kind: '企业',
    status: '注销',
    statusOn: '2026-11-18',
  } as const;
  const change = { id: firm(3).id, entry: { ...entry, aboveScale: true, priority: false }, reason: '已注销' };
  must(await office.as('operator').rosters.changeObject.mutate(change));
  must(await warnings().scan.mutate({ whole: true }));
  expect(await standing(3, 'licence-expiring')).toBeNull();
});

test('只有经办人处置，局领导也可以更新', async () => {
  expect(
    await office.as('leader').supervision.warnings.handle.mutate({ selection: { ids: [1] }, note: '示例' }),
  ).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  must(await office.as('leader').supervision.warnings.scan.mutate({}));
});
