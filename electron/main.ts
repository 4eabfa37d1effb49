import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, ipcMain } from 'electron';
import type { BridgeRequest } from '../shared/kernel/bridge.ts';
import { type House, type HousePlaces, newestBackup, openHouse } from './app/house.ts';
import { openMessage } from './app/open-messages.ts';
import { answerCall, channel, isOurs } from './desktop/bridge.ts';
import { withCookies } from './desktop/cookie-jar.ts';
import { registerScheme, servePages } from './desktop/protocol.ts';
import { denyPermissions, openMainWindow } from './desktop/window.ts';

/** The desktop host. Its bundle lies in dist/, beside the preload, the workers and the page. */
const dist = import.meta.dirname;
const resources = app.isPackaged ? process.resourcesPath : join(dist, '../resources');
const places: HousePlaces = {
  data: join(app.getPath('appData'), 'mingqian'),
  resources,
  pages: join(dist, 'pages'),
  migrations: app.isPackaged ? join(resources, 'migrations') : join(dist, '../electron/database/migrations'),
};

let house: House | null = null;

registerScheme();
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => mainWindow?.focus());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', closeFirst);
} else {
  app.quit();
}
await app.whenReady();
house = open();
const browser = withCookies(() => house?.app ?? { fetch: async () => new Response('', { status: 503 }) });
denyPermissions();
servePages(browser);
ipcMain.handle(channel, (event, message: BridgeRequest) => {
  if (!isOurs(event.senderFrame?.url)) throw new Error('a message from a page that is not ours');
  return answerCall(browser, message);
});
const mainWindow = openMainWindow(join(dist, 'preload.cjs'));

function open(): House | null {
  const workerEntry = (name: string) => pathToFileURL(join(dist, 'workers', `${name}.worker.js`));
  const opened = openHouse({ places, workerEntry, restart: () => void reopen() });
  if (opened.ok) return opened.value;
  dialog.showErrorBox('明签打不开', openMessage(opened, newestBackup(places.data)));
  app.exit(1);
  return null;
}

async function reopen(): Promise<void> {
  await house?.close();
  house = open();
}

/** The database is backed up and closed before the process ends. */
function closeFirst(event: { preventDefault: () => void }): void {
  if (house === null) return;
  event.preventDefault();
  const closing = house;
  house = null;
  void closing.close().then(() => app.quit());
}
