import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';

/**
 * A typed stand-in for the parts of `electron` that electron/main.ts and desktop/ use, for machines without its binary.
 * It records what the program asks of Electron; tests send messages through it as a page would.
 */
// Electron sets it in a packaged program; the packaging test says where.
if (process.env.STAND_IN_RESOURCES !== undefined) {
  Object.assign(process, { resourcesPath: process.env.STAND_IN_RESOURCES });
}

type Handler = (event: { senderFrame: { url: string } | null }, ...args: unknown[]) => unknown;

export const recorded = {
  handlers: new Map<string, Handler>(),
  schemes: [] as Electron.CustomScheme[],
  protocolHandlers: new Map<string, (request: Request) => Promise<Response> | Response>(),
  windows: [] as { options: Electron.BrowserWindowConstructorOptions; url: string; contents: StandInContents }[],
  exposed: new Map<string, unknown>(),
  errors: [] as string[],
  exitCode: null as number | null,
  permissionRequest: null as ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | null,
};

/** A message through the channel, as structured clone would carry it. */
export async function sendMessage(channel: string, senderUrl: string | null, ...args: unknown[]): Promise<unknown> {
  const handler = recorded.handlers.get(channel);
  if (handler === undefined) throw new Error(`nothing handles ${channel}`);
  const senderFrame = senderUrl === null ? null : { url: senderUrl };
  return structuredClone(await handler({ senderFrame }, ...structuredClone(args)));
}

class StandInContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: 'allow' | 'deny' }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.openHandler = handler;
  }
}

class StandInApp extends EventEmitter {
  isPackaged = process.env.STAND_IN_PACKAGED === '1';
  readonly appData = process.env.STAND_IN_APP_DATA ?? mkdtempSync(join(tmpdir(), 'mingqian-desktop-'));
  getPath(): string {
    return this.appData;
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) recorded.exitCode = 0;
  }
  exit(code: number): void {
    recorded.exitCode = code;
  }
}

export const app = new StandInApp();

/** Quits as a user does and waits until the program lets it. */
export async function quit(): Promise<void> {
  app.quit();
  while (recorded.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  /** Where it was put and whether it fills the display, in the order it was asked. */
  readonly moves: (boolean | Electron.Rectangle)[] = [];
  private readonly entry: (typeof recorded.windows)[number];
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.entry = { options, url: '', contents: this.webContents };
    recorded.windows.push(this.entry);
  }
  async loadURL(url: string): Promise<void> {
    this.entry.url = url;
  }
  focus(): void {}
  setFullScreen(isFull: boolean): void {
    this.moves.push(isFull);
  }
  setBounds(bounds: Electron.Rectangle): void {
    this.moves.push(bounds);
  }
  destroy(): void {
    this.emit('closed');
  }
}

export const ipcMain = { handle: (channel: string, handler: Handler) => recorded.handlers.set(channel, handler) };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => recorded.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    recorded.protocolHandlers.set(scheme, handler),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: NonNullable<typeof recorded.permissionRequest>) => {
      recorded.permissionRequest = handler;
    },
    setPermissionCheckHandler: () => undefined,
  },
};

class StandInScreen extends EventEmitter {
  readonly primary = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } };
  external: { id: number; bounds: Electron.Rectangle }[] = [
    { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } },
  ];
  getPrimaryDisplay() {
    return this.primary;
  }
  getAllDisplays() {
    return [this.primary, ...this.external];
  }
}

export const screen = new StandInScreen();

export const dialog = { showErrorBox: (_title: string, text: string) => recorded.errors.push(text) };
export const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => recorded.exposed.set(name, value) };
export const ipcRenderer = {
  invoke: (channel: string, ...args: unknown[]) => sendMessage(channel, 'app://mingqian/', ...args),
};
