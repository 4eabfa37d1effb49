import { BrowserWindow, type BrowserWindowConstructorOptions, session, type WebContents } from 'electron';
import { origin } from './bridge.ts';
import { followDisplays, projectorPlace } from './projector-window.ts';

/** The page gets no Node, no ambient power, and one function from the preload. */
function secured(preload: string): BrowserWindowConstructorOptions {
  return {
    title: '明签',
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    },
  };
}

export function openMainWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({ ...secured(preload), width: 1366, height: 768, minWidth: 1024, minHeight: 600 });
  fence(window.webContents, preload);
  // The projector shows what the operator's window steers; without it it would keep the program open unseen.
  window.webContents.on('did-create-window', (projector) => window.once('closed', () => projector.destroy()));
  void window.loadURL(`${origin}/`);
  return window;
}

/** Every permission is denied: the program needs no camera, no notifications, no location. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** No navigation away, no strange windows. The projector is the one second window, on the second display if there is one. */
function fence(contents: WebContents, preload: string): void {
  const stay = (event: { preventDefault: () => void }, url: string) => {
    if (!url.startsWith(`${origin}/`)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('did-create-window', (window) => {
    fence(window.webContents, preload);
    followDisplays(window);
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (!url.startsWith(`${origin}/projector/`)) return { action: 'deny' };
    return { action: 'allow', overrideBrowserWindowOptions: { ...secured(preload), ...projectorPlace() } };
  });
}
