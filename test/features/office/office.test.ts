import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../../electron/commands/in-process-client.ts';
import { type Office, openOffice, password, sampleAccounts, sampleBureau } from '../../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
});
afterAll(() => office.close());

test('首次设置只能做一次', async () => {
  const again = await office.anyone.office.setUp.mutate({ ...sampleBureau, accounts: Object.values(sampleAccounts) });
  expect(again).toMatchObject({ ok: false, code: 'ALREADY_SET_UP' });
});

test('未登录者读不到账号，也做不了任何事', async () => {
  await expect(office.anyone.office.accounts.query()).rejects.toThrow('NOT_SIGNED_IN');
  expect(await office.anyone.ledger.verify.mutate({})).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
});

test('越权操作被拒绝，说明谁可以办，并记入台账', async () => {
  const refused = await office.as('operator').office.addAccount.mutate({
    ...sampleAccounts.operator,
    login: 'second',
  });
  expect(refused).toMatchObject({
    ok: false,
    code: 'NOT_ALLOWED',
    details: { action: '新增账号', may: ['admin'], who: ['示例管理（管理员）'] },
  });
  const [newest] = await office.as('admin').ledger.lines.query({ limit: 1 });
  expect(newest).toMatchObject({ action: 'office.refused', actor: '示例经办', subject: '新增账号' });
});

test('管理员不得兼任业务角色；每个角色至少留一人', async () => {
  const accounts = await office.as('admin').office.accounts.query();
  const [admin, reviewer] = ['admin', 'reviewer'].map((login) => accounts.find((account) => account.login === login));
  if (admin === undefined || reviewer === undefined) throw new Error('sample accounts');
  const both = await office.as('admin').office.changeAccount.mutate({ ...admin, isOperator: true });
  expect(both).toMatchObject({ ok: false, code: 'ROLES_CLASH', details: { name: '示例管理' } });
  const nobodyLeft = await office.as('admin').office.changeAccount.mutate({ ...reviewer, isActive: false });
  expect(nobodyLeft).toMatchObject({ ok: false, code: 'ROLE_MISSING', details: { role: 'reviewer' } });
});

test('连续五次输错密码锁定五分钟，再错时间加长', async () => {
  const attempt = (typed: string) => office.anyone.office.signIn.mutate({ login: 'leader', password: typed });
  for (let left = 4; left >= 0; left -= 1) {
    expect(await attempt('错误的密码')).toMatchObject({ ok: false, code: 'WRONG_PASSWORD', details: { left } });
  }
  expect(await attempt(password)).toMatchObject({
    code: 'ACCOUNT_LOCKED',
    details: { until: '2026-09-07T01:05:00.000Z' },
  });
  office.setNow('2026-09-07T01:05:01.000Z');
  expect(await attempt('错误的密码')).toMatchObject({ ok: false, code: 'WRONG_PASSWORD' });
  expect(await attempt(password)).toMatchObject({
    code: 'ACCOUNT_LOCKED',
    details: { until: '2026-09-07T01:20:01.000Z' },
  });
  office.setNow('2026-09-07T01:20:02.000Z');
  expect(await attempt(password)).toMatchObject({ ok: true });
});

test('十分钟无操作即锁定，后台刷新不算操作', async () => {
  const fresh = await openOffice({ today: '2026-09-07' });
  fresh.setNow('2026-09-07T01:09:00.000Z');
  await fresh.fetch('operator', '/api/office.state', { headers: { 'x-background': '1' } });
  fresh.setNow('2026-09-07T01:10:01.000Z');
  expect(await fresh.as('operator').office.state.query()).toMatchObject({ account: null, lockedLogin: 'operator' });
  await expect(fresh.as('operator').office.accounts.query()).rejects.toThrow('LOCKED');
  await fresh.close();
});

test('恢复码重设密码后作废，换发新码', async () => {
  const fresh = await openOffice();
  const wrong = await fresh.anyone.office.recover.mutate({
    code: 'AAAAA-AAAAA',
    login: 'admin',
    next: '全新的密码-0001',
  });
  expect(wrong).toMatchObject({ ok: false, code: 'WRONG_RECOVERY_CODE' });
  const typed = fresh.recoveryCode.toLowerCase().replaceAll('-', ' ');
  const recovered = await fresh.anyone.office.recover.mutate({ code: typed, login: 'admin', next: '全新的密码-0001' });
  if (!recovered.ok) throw new Error(recovered.code);
  expect(recovered.value.recoveryCode).not.toBe(fresh.recoveryCode);
  const again = await fresh.anyone.office.recover.mutate({ code: typed, login: 'admin', next: '全新的密码-0002' });
  expect(again).toMatchObject({ ok: false, code: 'WRONG_RECOVERY_CODE' });
  const signIn = (typedPassword: string) =>
    fresh.anyone.office.signIn.mutate({ login: 'admin', password: typedPassword });
  expect(await signIn(password)).toMatchObject({ ok: false });
  expect(await signIn('全新的密码-0001')).toMatchObject({ ok: true });
  await fresh.close();
});

test('恢复码同时用两次，只有一次有效', async () => {
  const fresh = await openOffice();
  const recover = (login: string) =>
    fresh.anyone.office.recover.mutate({ code: fresh.recoveryCode, login, next: '全新的密码-0001' });
  const outcomes = await Promise.all([recover('admin'), recover('leader')]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ code: 'RECOVERY_CODE_USED' });
  await fresh.close();
});

test('改密码后其他地方的登录失效；在这里猜密码也计次', async () => {
  const fresh = await openOffice();
  const elsewhere = clientOf(fresh.app, { cookie: '' });
  expect(await elsewhere.office.signIn.mutate({ login: 'operator', password })).toMatchObject({ ok: true });
  const here = fresh.as('operator');
  const change = (current: string) => here.office.changePassword.mutate({ current, next: '全新的密码-0001' });
  expect(await change('猜的密码')).toMatchObject({ code: 'WRONG_PASSWORD', details: { left: 4 } });
  expect(await change(password)).toMatchObject({ ok: true });
  await expect(elsewhere.office.accounts.query()).rejects.toThrow('NOT_SIGNED_IN');
  expect(await here.office.accounts.query()).toHaveLength(5);
  await fresh.close();
});

test('没有的登录名不写进台账：可能是错填的密码', async () => {
  const fresh = await openOffice();
  await fresh.anyone.office.signIn.mutate({ login: 'my-secret', password: '任意' });
  const [newest] = await fresh.as('admin').ledger.lines.query({ limit: 1 });
  expect(newest).toMatchObject({ action: 'office.sign-in-failed', subject: '（没有的登录名）' });
  await fresh.close();
});

test('停用的账号立即退出，不能再登录', async () => {
  const fresh = await openOffice();
  const added = await fresh
    .as('admin')
    .office.addAccount.mutate({ ...sampleAccounts.operator, login: 'second', name: '示例二号' });
  if (!added.ok) throw new Error(added.code);
  const second = (await fresh.as('admin').office.accounts.query()).find((account) => account.login === 'second');
  if (second === undefined) throw new Error('added');
  await fresh.as('admin').office.changeAccount.mutate({ ...second, isActive: false });
  expect(await fresh.anyone.office.signIn.mutate({ login: 'second', password })).toMatchObject({
    code: 'WRONG_PASSWORD',
  });
  await fresh.close();
});

test('迁移文件带走全部数据，口令不对或文件被改动都不动原数据', async () => {
  const [from, to] = [await openOffice(), await openOffice()];
  const secret = { 'x-password': encodeURIComponent('迁移口令-0123456789') };
  const sealed = await (await from.fetch('admin', '/files/office/move-out', { headers: secret })).arrayBuffer();
  const send = async (body: ArrayBuffer, headers: Record<string, string>) =>
    (await to.fetch('admin', '/uploads/office/move-in', { method: 'POST', body, headers })).json();
  const before = await to.as('admin').ledger.head.query();
  expect(await send(sealed, { 'x-password': 'wrong-password' })).toMatchObject({
    ok: false,
    code: 'WRONG_MOVE_PASSWORD',
  });
  const altered = new Uint8Array(sealed.slice(0));
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
  expect(await send(altered.buffer, secret)).toMatchObject({ ok: false, code: 'WRONG_MOVE_PASSWORD' });
  expect(await send(new TextEncoder().encode('not ours').buffer, secret)).toMatchObject({ code: 'NOT_A_MOVE_FILE' });
  expect(await to.as('admin').ledger.head.query()).toEqual(before);

  const head = await from.as('admin').ledger.head.query();
  expect(await send(sealed, secret)).toMatchObject({
    ok: true,
    value: { bureau: sampleBureau.name, entries: head.seq },
  });
  await to.settled();
  expect(existsSync(join(to.data, 'replaced'))).toBe(true);
  await from.close();
  await to.close();
});

test('每次操作在台账里留一条，首尾相连', async () => {
  const fresh = await openOffice();
  const before = await fresh.as('reviewer').ledger.head.query();
  const verified = await fresh.as('reviewer').ledger.verify.mutate({});
  expect(verified).toMatchObject({ ok: true, value: { finding: null } });
  const [newest] = await fresh.as('reviewer').ledger.lines.query({ limit: 1 });
  expect(newest).toMatchObject({
    seq: before.seq + 1,
    action: 'ledger.verify',
    actor: '示例审核',
    clockWentBack: false,
  });
  await fresh.close();
});
