import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../electron/app/create-app.ts';
import { type House, openHouse } from '../../electron/app/house.ts';
import { sourcePlaces, sourceWorker } from '../../electron/app/places.ts';
import type { AppRouter } from '../../electron/app/router.ts';
import { withCookies } from '../../electron/desktop/cookie-jar.ts';
import { listen } from '../../electron/loopback/listen.ts';
import type { Bridge } from '../../shared/kernel/bridge.ts';
import { password, sampleAccounts, sampleBureau } from '../support/office.ts';

/** A browser's view of the program through one host: paths in, responses out. */
interface Host {
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

function openSampleHouse(): { house: House; data: string } {
  const data = mkdtempSync(join(tmpdir(), 'mingqian-host-'));
  const options = {
    places: sourcePlaces(data),
    workerEntry: sourceWorker,
    passwordCost: 2 ** 10,
    restart: () => undefined,
  };
  const opened = openHouse(options);
  if (!opened.ok) throw new Error(opened.code);
  return { house: opened.value, data };
}

async function inProcess(): Promise<Host> {
  const { house, data } = openSampleHouse();
  const browser = withCookies(() => house.app);
  return {
    send: (path, init) => browser.fetch(new Request(`http://office.test${path}`, init)),
    close: async () => {
      await house.close();
      rmSync(data, { recursive: true });
    },
  };
}

/** HTTP with a browser's cookies: fetch in Node keeps none, so the jar of the desktop host keeps them here. */
async function overHttp(): Promise<Host> {
  const { house, data } = openSampleHouse();
  const token = 'token-of-this-run';
  const host = await listen(() => house.app, { port: 0, token });
  const plain: App = { fetch: (request) => fetch(request) };
  const browser = withCookies(() => plain);
  return {
    send: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      return browser.fetch(new Request(`${host.address}${path}`, { ...init, headers }));
    },
    close: async () => {
      await host.close();
      await house.close();
      rmSync(data, { recursive: true });
    },
  };
}

/** The desktop program itself, main and preload, on a typed stand-in for electron. */
async function overIpc(): Promise<Host> {
  const { app, quit, recorded } = await import('../support/electron-stand-in.ts');
  await import('../../electron/main.ts');
  await import('../../electron/preload.ts');
  const bridge = recorded.exposed.get('mingqian') as Bridge;
  return {
    send: async (path, init = {}) => {
      const body = init.body == null ? null : new Uint8Array(await new Response(init.body).arrayBuffer());
      const reply = await bridge.call({
        url: `app://mingqian${path}`,
        method: init.method ?? 'GET',
        headers: [...new Headers(init.headers)],
        body,
      });
      return new Response(reply.body as Uint8Array<ArrayBuffer>, {
        status: reply.status,
        headers: reply.headers.map(([name, value]): [string, string] => [name, value]),
      });
    },
    close: async () => {
      await quit();
      rmSync(app.appData, { recursive: true });
    },
  };
}

describe.each([
  ['in process', inProcess],
  ['over HTTP', overHttp],
  ['over IPC', overIpc],
])('the program %s', (_name, open) => {
  let host: Host;
  const client = () =>
    createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: 'http://page.test/api',
          fetch: (url, init) => {
            const { pathname, search } = new URL(String(url));
            return host.send(pathname + search, init as RequestInit);
          },
        }),
      ],
    });

  beforeAll(async () => {
    host = await open();
  });
  afterAll(() => host.close());

  test('从空库设置、登录、认得登录的人', async () => {
    const page = client();
    expect(await page.office.state.query()).toMatchObject({ isSetUp: false, account: null });
    const setUp = await page.office.setUp.mutate({ ...sampleBureau, accounts: Object.values(sampleAccounts) });
    expect(setUp).toMatchObject({ ok: true });
    expect(await page.office.signIn.mutate({ login: 'admin', password })).toMatchObject({ ok: true });
    expect(await page.office.state.query()).toMatchObject({ isSetUp: true, account: { name: '示例管理' } });
  });

  test('拒绝是值，带代码和详情；输入有误说明哪一项', async () => {
    const added = await client().office.addAccount.mutate(sampleAccounts.operator);
    expect(added).toMatchObject({ ok: false, code: 'LOGIN_TAKEN', details: { login: 'operator' } });
    const short = client().office.addAccount.mutate({ ...sampleAccounts.operator, login: 'third', password: 'short' });
    await expect(short).rejects.toMatchObject({
      data: { code: 'BAD_REQUEST', problems: [{ field: 'password', sentence: '密码至少10个字符' }] },
    });
  });

  test('文件进出原样，拒绝的上传给出原因', async () => {
    const headers = { 'x-password': encodeURIComponent('迁移口令-0123456789') };
    const sealed = await host.send('/files/office/move-out', { headers });
    expect(sealed.status).toBe(200);
    expect(sealed.headers.get('content-disposition')).toContain(encodeURIComponent('明签迁移文件'));
    const bytes = new Uint8Array(await sealed.arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(0, 7))).toBe('MQMOVE1');
    const altered = bytes.slice();
    altered[bytes.length - 1] = (altered[bytes.length - 1] ?? 0) ^ 1;
    const refused = await host.send('/uploads/office/move-in', { method: 'POST', headers, body: altered });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ ok: false, code: 'WRONG_MOVE_PASSWORD' });
  });

  test('退出后什么也读不到', async () => {
    const page = client();
    await page.office.signOut.mutate();
    await expect(page.office.accounts.query()).rejects.toThrow('NOT_SIGNED_IN');
    expect((await host.send('/files/office/move-out')).status).toBe(409);
  });

  test('没有的文件答404，任何其他地址都是页面', async () => {
    expect((await host.send('/assets/none.js')).status).toBe(404);
    expect((await host.send('/..%2f..%2fpackage.json')).status).toBe(404);
  });
});
