import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import { openSupervisedOffice, type SupervisedOffice } from '../../support/supervision.ts';

let market: SupervisedOffice;
let talkId: number;

beforeAll(async () => {
  market = await openSupervisedOffice('jixi-2021');
});
afterAll(() => market.office.close());

const talks = () => market.office.as('operator').supervision.talks;
const talk = (id = talkId) => talks().talk.query({ talkId: id });
const notice = {
  kindId: 'prompt',
  reason: '限期整改不到位',
  meetOn: '2026-09-10',
  meetAt: '09:30',
  place: '示例会议室',
  attendees: '法定代表人',
  contact: '示例经办 0470-6820000',
};
const codeOf = (result: { readonly ok: boolean; readonly code?: string }) => (result.ok ? 'done' : result.code);

test('谁认定、谁约谈：其他部门认定的失信行为，本机关不约谈', async () => {
  const recordId = await market.record(market.ids[0], { kind: 'dishonest', source: '示例生态环境局' });
  const refused = await talks().issue.mutate({ ...notice, objectId: market.ids[0], recordId });
  expect(refused).toMatchObject({ code: 'TALK_NOT_OURS', details: { determinedBy: '示例生态环境局' } });
});

test('通知书有文号，写明时间、地点、事由和参加人员；不写信用等级', async () => {
  const told = { ...notice, objectId: market.ids[0], reason: '信用等级评为D级' };
  expect(codeOf(await talks().issue.mutate(told))).toBe('GRADE_ON_PAPER');
  for (const unfounded of [{ followsId: 999 }, { entryId: 999 }]) {
    expect(codeOf(await talks().issue.mutate({ ...notice, objectId: market.ids[0], ...unfounded }))).toBe('NOT_FOUND');
  }
  const issued = must(await talks().issue.mutate({ ...notice, objectId: market.ids[0] }));
  talkId = issued.talkId;
  expect(issued.number).toBe('额工信约谈〔2026〕1号');
});

test('没有送达不能登记记录', async () => {
  expect(codeOf(await talks().record.mutate({ ...held, talkId }))).toBe('STEP_NOT_DUE');
});

const held = {
  heldOn: '2026-09-10',
  fromAt: '09:30',
  toAt: '10:20',
  place: '示例会议室',
  attended: '示例法定代表人',
  interviewers: '示例经办、示例审核',
  questions: [{ asked: '整改情况如何？', answered: '尚未完成。' }],
  demands: '九月底前完成整改',
  rectifyBy: '2026-09-30',
};

test('约谈记录记入信用记录（鸡西方案第18项），整改期限列入待办', async () => {
  const serve = { talkId, servedOn: '2026-09-07', manner: 'direct', receiver: '示例签收人' } as const;
  must(await talks().serve.mutate(serve));
  await market.on('2026-09-10');
  const { recordId } = must(await talks().record.mutate({ ...held, talkId }));
  const record = await market.office.as('operator').credit.records.record.query({ id: recordId ?? 0 });
  expect(record).toMatchObject({ kind: 'daily-supervision', documentNumber: '额工信约谈〔2026〕1号', outcome: null });
  const { dues } = await market.office.as('operator').home.summary.query();
  expect(dues).toContainEqual(expect.objectContaining({ what: '核查整改', on: '2026-09-30' }));
});

test('有整改要求的要有期限', async () => {
  const open = { ...held, talkId, rectifyBy: null };
  await expect(talks().record.mutate(open)).rejects.toThrow();
});

test('提示约谈后整改未到位的，提示启动警示约谈；再次约谈接着原来的一次', async () => {
  await market.on('2026-10-09');
  must(await talks().close.mutate({ talkId, checkedOn: '2026-10-09', outcome: 'not-done', finding: '仍有两项未改' }));
  expect((await talk()).advice).toContain('启动警示约谈');
  const again = { ...notice, kindId: 'warning', meetOn: '2026-10-12', objectId: market.ids[0], followsId: talkId };
  const { talkId: next } = must(await talks().issue.mutate(again));
  expect(await talk(next)).toMatchObject({ follows: '额工信约谈〔2026〕1号', kind: { name: '警示约谈' } });
  expect((await talk()).advice).toBeNull();
  talkId = next;
});

test('未到场的如实登记，不能再补记录，可以再次通知', async () => {
  const serve = { talkId, servedOn: '2026-10-09', manner: 'left', receiver: '示例门卫' } as const;
  must(await talks().serve.mutate(serve));
  const absence = { talkId, absentOn: '2026-10-12', isExcused: false, note: '电话无人接听' };
  expect(codeOf(await talks().miss.mutate(absence))).toBe('DAY_NOT_YET');
  await market.on('2026-10-12');
  must(await talks().miss.mutate(absence));
  expect(await talk()).toMatchObject({ state: 'absent', advice: expect.stringContaining('再次通知') });
  const late = { ...held, talkId, heldOn: '2026-10-12', rectifyBy: '2026-10-30' };
  expect(codeOf(await talks().record.mutate(late))).toBe('STEP_NOT_DUE');
});

test.skipIf(!canReadPdfs)('约谈通知书和约谈记录印出问答、整改要求和期限', async () => {
  const [first] = (await talks().list.query()).toReversed();
  const path = `/files/supervision/talks/${first?.id}`;
  const asked = solidText(await market.office.download('operator', `${path}/notice.pdf`));
  expect(asked).toContain('约谈通知书');
  expect(asked).toContain('2026年9月10日09:30');
  const record = solidText(await market.office.download('operator', `${path}/record.pdf`));
  expect(record).toContain('尚未完成。');
  expect(record).toContain('整改期限：2026-09-30以前');
});
