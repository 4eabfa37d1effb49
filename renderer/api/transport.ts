import type { Bridge } from '../../shared/kernel/bridge.ts';

declare global {
  interface Window {
    /** Put there by the desktop host's preload; absent in a browser, where plain fetch is used. */
    mingqian?: Bridge;
  }
}

/** True in the desktop program, false in a browser. */
export function isInDesktopHost(): boolean {
  return window.mingqian !== undefined;
}

const bodiless = new Set([204, 205, 304]);

/** Sends a request to the program, over the desktop bridge where there is one. `path` begins with a slash. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const bridge = window.mingqian;
  if (bridge === undefined) return fetch(path, { ...init, credentials: 'same-origin' });
  const reply = await bridge.call({
    url: new URL(path, window.location.href).href,
    method: init.method ?? 'GET',
    headers: [...new Headers(init.headers).entries()],
    body: init.body == null ? null : new Uint8Array(await new Response(init.body).arrayBuffer()),
  });
  const body = bodiless.has(reply.status) ? null : (reply.body as Uint8Array<ArrayBuffer>);
  return new Response(body, { status: reply.status, headers: reply.headers.map(([name, value]) => [name, value]) });
}
