import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, type Jar } from '../../../electron/commands/in-process-client.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { type Office, openOffice, password } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
/** A window of its own, so that the others stay signed in. */
let window: Jar;
const code = makeUscc('91150784', 700);
const person = '示例负责人·张';

const counter = () => clientOf(office.app, window).credit.counter;

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  const entry = {
    name: '示例柜台有限公司',
    code,
    kind: '企业',
    status: '存续',
    principal: person,
    phone: '13800001234',
    aboveScale: true,
    priority: false,
  } as const;
  must(await office.as('operator').rosters.addObject.mutate({ entry, reason: '示例入库' }));
  must(await office.as('operator').grading.regrade.mutate());
  window = { cookie: '' };
  must(await clientOf(office.app, window).office.signIn.mutate({ login: 'operator', password }));
});
afterAll(() => office.close());

test('没有打开的查询区不回答', async () => {
  expect(await counter().ask.mutate({ code, person })).toMatchObject({ code: 'COUNTER_CLOSED' });
});

test('打开后这个窗口只剩查询区，别的窗口照常', async () => {
  must(await counter().open.mutate());
  const state = await clientOf(office.app, window).office.state.query();
  expect(state).toMatchObject({ account: null, isAtCounter: true, lockedLogin: null });
  await expect(clientOf(office.app, window).rosters.objects.query({ text: '', limit: 5 })).rejects.toThrow();
  await expect(clientOf(office.app, window).credit.counter.queries.query()).rejects.toThrow();
  expect(await clientOf(office.app, window).grading.regrade.mutate()).toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect((await office.as('operator').office.state.query()).account?.login).toBe('operator');
});

test('代码和负责人都对才显示，而且只是本企业的公开信息，不含等级和个人信息', async () => {
  const shown = must(await counter().ask.mutate({ code: ` ${code.toLowerCase()} `, person: '示例负责人•张' }));
  expect(shown?.record.enterprise).toMatchObject({ name: '示例柜台有限公司', code });
  const text = JSON.stringify(shown);
  expect(text).not.toMatch(/等级|[ABCD]级|13800001234|138\*|张/);
});

test('代码不在名录和姓名不符，答复是一样的；都记下来', async () => {
  expect(must(await counter().ask.mutate({ code, person: '另一人' }))).toBeNull();
  expect(must(await counter().ask.mutate({ code: makeUscc('91150784', 701), person }))).toBeNull();
  const queries = await office.as('reviewer').credit.counter.queries.query();
  expect(queries.map(({ outcome, objectName }) => [outcome, objectName])).toEqual([
    ['not-matched', ''],
    ['not-matched', '示例柜台有限公司'],
    ['shown', '示例柜台有限公司'],
  ]);
});

test('打印的是这一次显示的报告；返回以后不能再打印', async () => {
  const shown = must(await counter().ask.mutate({ code, person }));
  const path = `/files/credit/counter/${shown?.ticket}/report.pdf`;
  const get = (jar: Jar, address = path) =>
    office.app.fetch(new Request(`http://office.test${address}`, { headers: { cookie: jar.cookie } }));
  const printed = await get(window);
  expect(printed.status).toBe(200);
  if (canReadPdfs) {
    const text = solidText(new Uint8Array(await printed.arrayBuffer()));
    expect(text).toContain('示例柜台有限公司');
    expect(text).toContain(shown?.number.replace(/\s/g, '') ?? '');
    expect(text).not.toMatch(/信用等级|[ABCD]级|13800001234/);
  }
  expect((await office.as('reviewer').credit.counter.queries.query())[0]?.prints).toBe(1);
  const other: Jar = { cookie: '' };
  must(await clientOf(office.app, other).office.signIn.mutate({ login: 'operator', password }));
  expect((await get(other)).status).toBe(409);
  must(await counter().leave.mutate({}));
  expect((await get(window)).status).toBe(409);
});

test('一再输错就停一会儿', async () => {
  for (let n = 0; n < 3; n += 1) must(await counter().ask.mutate({ code, person: `某${n}` }));
  expect(await counter().ask.mutate({ code, person })).toMatchObject({ code: 'COUNTER_PAUSED' });
  office.setNow('2026-09-07T01:11:00.000Z');
  expect(must(await counter().ask.mutate({ code, person }))?.number).toMatch(/^额工信信报〔2026〕/);
});

test('闲置再久也不变成普通的锁定，须用密码退出', async () => {
  office.setNow('2026-09-07T03:00:00.000Z');
  expect(await clientOf(office.app, window).office.state.query()).toMatchObject({ isAtCounter: true });
  expect(
    await clientOf(office.app, window).office.signIn.mutate({ login: 'operator', password: '不对' }),
  ).toMatchObject({ code: 'WRONG_PASSWORD' });
  expect(await clientOf(office.app, window).office.state.query()).toMatchObject({ isAtCounter: true });
  must(await clientOf(office.app, window).office.signIn.mutate({ login: 'operator', password }));
  expect(await clientOf(office.app, window).office.state.query()).toMatchObject({ isAtCounter: false });
  expect(await counter().ask.mutate({ code, person })).toMatchObject({ code: 'COUNTER_CLOSED' });
});

test('台账里查询区的操作不算在开启它的人名下', async () => {
  const lines = await clientOf(office.app, window).ledger.lines.query({
    action: 'credit.ask-counter',
    text: '',
    offset: 0,
    limit: 1,
  });
  expect(lines[0]?.actor).toBe('查询区（示例经办开启）');
});
