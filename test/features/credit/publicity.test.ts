import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRecord, type CreditOffice, openCreditOffice, penaltyOf } from '../../support/credit-office.ts';
import { must } from '../../support/outcomes.ts';
import { solidText } from '../../support/pdf.ts';

let it: CreditOffice;
let ids: number[];
beforeAll(async () => {
  it = await openCreditOffice(2, '2026-09-14');
  const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-10'];
  ids = [];
  for (const happenedOn of days)
    ids.push(
      await addRecord(it.office, penaltyOf(it.ids[0] ?? 0, { happenedOn, documentNumber: `示罚${happenedOn}` })),
    );
});
afterAll(() => it.office.close());

const publicity = () => it.office.as('operator').credit.publicity;
const idOf = (n: number) => ids[n - 1] ?? 0;
const dues = async () =>
  (await it.office.as('operator').home.summary.query()).dues
    .filter(({ what }) => what === '公示信用信息')
    .map(({ subject, on, isOverdue }) => [subject, on, isOverdue]);

test('行政许可和行政处罚自决定之日起7个工作日内公示，逾期的单独列出并在首页提醒', async () => {
  // Seven working days before Monday 2026-09-14 is 2026-09-03; Sunday 2026-09-20 is worked (调休).
  expect(await publicity().overview.query()).toMatchObject({ pending: 4, overdue: 2, published: 0, stopped: 0 });
  const overdue = await publicity().list.query({ isOverdue: true, descending: false });
  expect(overdue.lines.map(({ id, dueOn, isOverdue }) => [id, dueOn, isOverdue])).toEqual([
    [idOf(1), '2026-09-10', true],
    [idOf(2), '2026-09-11', true],
  ]);
  expect(await dues()).toEqual([
    ['行政处罚2条', '2026-09-10', true],
    ['行政处罚1条', '2026-09-14', false],
    ['行政处罚1条', '2026-09-20', false],
  ]);
});

test('公示登记日期和地址，整批一起；已公示的不再登记', async () => {
  const publish = (of: number[], on = '2026-09-14') => publicity().publish.mutate({ ids: of, on, where: '示例网站' });
  expect(await publish([idOf(4)], '2026-09-15')).toMatchObject({ code: 'CREDIT_IN_FUTURE' });
  expect(await publish([idOf(4)], '2026-09-09')).toMatchObject({ code: 'CREDIT_ENDED_BEFORE' });
  expect(must(await publish([idOf(1), idOf(3)]))).toEqual({ published: 2 });
  expect(await publish([idOf(2), idOf(1)])).toMatchObject({ code: 'CREDIT_PUBLISHED' });
  expect(await publicity().overview.query()).toMatchObject({ pending: 2, overdue: 1, published: 2 });
});

test('修复后停止公示，公示过的时间和地址留在台账', async () => {
  const records = it.office.as('operator').credit.records;
  must(await records.repair.mutate({ id: idOf(1), on: '2026-09-14', reason: '示例修复决定' }));
  const stop = (id: number) => publicity().stop.mutate({ id, on: '2026-09-14', reason: '已完成信用修复' });
  expect(await stop(idOf(2))).toMatchObject({ code: 'CREDIT_NOT_PUBLISHED' });
  must(await stop(idOf(1)));
  expect(await records.record.query({ id: idOf(1) })).toMatchObject({
    publicity: 'stopped',
    publishedOn: '2026-09-14',
    publishedWhere: '示例网站',
    stoppedOn: '2026-09-14',
  });
});

test('依法不予公示的写明事由，不列入台账', async () => {
  const secret = penaltyOf(it.ids[1] ?? 0, { documentNumber: '示罚密1号', withheld: '涉及商业秘密' });
  const id = await addRecord(it.office, secret);
  expect((await it.office.as('operator').credit.records.record.query({ id })).publicity).toBe('none');
  expect((await publicity().list.query({})).total).toBe(4);
});

test('台账可以打印，写明时限、依据和每条的公示情况，不带等级', async () => {
  const reply = await it.office.fetch('leader', '/files/credit/publicity.pdf', { method: 'POST', body: '{}' });
  const text = solidText(new Uint8Array(await reply.arrayBuffer()));
  for (const part of [
    '双公示台账',
    '行政许可、行政处罚自作出决定之日起7个工作日内',
    '逾期未公示',
    '停止公示',
    '示罚2026-09-01',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/[A-D]级/);
});
