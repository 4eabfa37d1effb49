import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app, BrowserWindow, quit, recorded, screen, sendMessage } from '../support/electron-stand-in.ts';

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

describe('投影窗口', () => {
  const beamer = { id: 3, bounds: { x: 1366, y: 0, width: 1024, height: 768 } };
  const plug = (...displays: (typeof beamer)[]) => {
    const isMore = displays.length > screen.external.length;
    screen.external = displays;
    screen.emit(isMore ? 'display-added' : 'display-removed');
  };
  const opened = () => {
    const projector = new BrowserWindow({});
    window().contents.emit('did-create-window', projector);
    return projector;
  };

  test('没有第二块屏幕时开在操作窗口旁，插上后移过去并铺满', () => {
    screen.external = [];
    const place = window().contents.openHandler?.({ url: 'app://mingqian/projector/7' });
    expect(place).toMatchObject({ overrideBrowserWindowOptions: { width: 1280, height: 720 } });
    const projector = opened();
    plug(beamer);
    expect(projector.moves).toEqual([false, beamer.bounds, true]);
  });

  test('拔掉后退出全屏回到主屏，再插上又移过去', () => {
    screen.external = [beamer];
    const projector = opened();
    plug();
    expect(projector.moves).toEqual([false, { x: 43, y: 4, width: 1280, height: 720 }]);
    plug(beamer);
    expect(projector.moves.slice(2)).toEqual([false, beamer.bounds, true]);
  });

  test('投影仪换了分辨率，窗口跟着铺满', () => {
    screen.external = [beamer];
    const projector = opened();
    const wider = { ...beamer, bounds: { ...beamer.bounds, width: 1920, height: 1080 } };
    screen.external = [wider];
    screen.emit('display-metrics-changed');
    expect(projector.moves).toEqual([false, wider.bounds, true]);
  });

  test('关掉以后不再听屏幕的变动；里面也只能留在程序里', () => {
    screen.external = [];
    const projector = opened();
    projector.destroy();
    plug(beamer);
    expect(projector.moves).toEqual([]);
    expect(projector.webContents.openHandler?.({ url: 'https://evil.test/' })).toEqual({ action: 'deny' });
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
