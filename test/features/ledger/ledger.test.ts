import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '../../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
});
afterAll(() => office.close());

test('核对纸面校验值：相符为未改动，不符指出是哪一条', async () => {
  const head = await office.as('reviewer').ledger.head.query();
  const grouped = head.hash.toUpperCase().replace(/(.{4})/g, '$1 ');
  const same = await office.as('reviewer').ledger.verify.mutate({ printed: [{ seq: head.seq, hash: grouped }] });
  expect(same).toMatchObject({ ok: true, value: { finding: null } });

  const other = await office
    .as('reviewer')
    .ledger.verify.mutate({ printed: [{ seq: head.seq, hash: 'a'.repeat(64) }] });
  expect(other).toMatchObject({ ok: true, value: { finding: { code: 'LEDGER_HEAD_DIFFERS', seq: head.seq } } });
  const beyond = await office.as('reviewer').ledger.verify.mutate({ printed: [{ seq: 9_999, hash: 'a'.repeat(64) }] });
  expect(beyond).toMatchObject({ ok: true, value: { finding: { code: 'LEDGER_GAP', expected: 9_999 } } });
});

test('按内容和操作查找，翻页不重不漏', async () => {
  const client = office.as('admin');
  const all = await client.ledger.lines.query({});
  const [first, second] = [
    await client.ledger.lines.query({ limit: 3 }),
    await client.ledger.lines.query({ limit: 3, offset: 3 }),
  ];
  expect([...first, ...second]).toEqual(all.slice(0, 6));
  const filter = { action: 'office.sign-in', text: '示例经办' };
  const found = await client.ledger.lines.query(filter);
  expect(found.map((line) => line.actor)).toEqual(['示例经办']);
  expect((await client.ledger.summary.query(filter)).total).toBe(1);
});

test('电脑时钟调回，台账标出，顺序不变', async () => {
  expect((await office.as('admin').ledger.summary.query({})).clockSetBack).toBe(0);
  office.setNow('2026-09-01T01:00:00.000Z');
  await office.as('operator').ledger.verify.mutate({});
  const [newest, before] = await office.as('operator').ledger.lines.query({ limit: 2 });
  expect(newest).toMatchObject({ clockWentBack: true, seq: (before?.seq ?? 0) + 1 });
  expect((await office.as('admin').ledger.summary.query({})).clockSetBack).toBe(1);
});
