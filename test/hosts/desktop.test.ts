import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { app, quit, recorded, sendMessage } from '../support/electron-stand-in.ts';

beforeAll(async () => {
  await import('../../electron/main.ts');
});
afterAll(async () => {
  await quit();
  rmSync(app.appData, { recursive: true });
});

const window = () => {
  const first = recorded.windows[0];
  if (first === undefined) throw new Error('no window');
  return first;
};

test('窗口不给页面任何特权', () => {
  expect(window().options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
  });
  expect(window().url).toBe('app://mingqian/');
  expect(recorded.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
});

test('不认得的页面发来的消息不答', async () => {
  const message = { url: '/api/office.state', method: 'GET', headers: [], body: null };
  await expect(sendMessage('mingqian:call', 'https://evil.test/', message)).rejects.toThrow('not ours');
  await expect(sendMessage('mingqian:call', null, message)).rejects.toThrow('not ours');
  expect(await sendMessage('mingqian:call', 'app://mingqian/plans', message)).toMatchObject({ status: 200 });
  const elsewhere = { ...message, url: 'https://evil.test/api/office.state' };
  expect(await sendMessage('mingqian:call', 'app://mingqian/', elsewhere)).toMatchObject({ status: 403 });
});

test('页面只能留在程序里，只有投影可以另开窗口', () => {
  const prevented = (url: string) => {
    let stopped = false;
    window().contents.emit('will-navigate', { url, preventDefault: () => (stopped = true) });
    return stopped;
  };
  expect(prevented('https://evil.test/')).toBe(true);
  expect(prevented('file:///etc/passwd')).toBe(true);
  expect(prevented('app://mingqian.evil/')).toBe(true);
  expect(prevented('app://mingqian/plans')).toBe(false);
  const opens = (url: string) => window().contents.openHandler?.({ url });
  expect(opens('https://evil.test/')).toEqual({ action: 'deny' });
  expect(opens('app://mingqian/plans')).toEqual({ action: 'deny' });
  expect(opens('app://mingqian/projector/7')).toMatchObject({
    action: 'allow',
    overrideBrowserWindowOptions: { x: 1366, width: 1920, fullscreen: true, webPreferences: { sandbox: true } },
  });
});

test('一切权限请求都拒绝', () => {
  const answers: boolean[] = [];
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal']) {
    recorded.permissionRequest?.(null, permission, (granted) => answers.push(granted));
  }
  expect(answers).toEqual([false, false, false, false]);
});

test('自定义协议只读文件，不收数据', async () => {
  const serve = recorded.protocolHandlers.get('app');
  expect((await serve?.(new Request('app://mingqian/api/office.state', { method: 'POST', body: '{}' })))?.status).toBe(
    405,
  );
  expect((await serve?.(new Request('app://other/')))?.status).toBe(405);
});
