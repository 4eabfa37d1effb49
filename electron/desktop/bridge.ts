import type { BridgeReply, BridgeRequest } from '../../shared/kernel/bridge.ts';
import type { App } from '../app/create-app.ts';

export const origin = 'app://mingqian';
export const channel = 'mingqian:call';

/** Turns a message of the page into a request to the app, and the response into a reply. Only paths of our own origin. */
export async function answerCall(app: App, message: BridgeRequest): Promise<BridgeReply> {
  const url = new URL(message.url, origin);
  if (url.protocol !== 'app:' || url.host !== 'mingqian') return { status: 403, headers: [], body: new Uint8Array() };
  const response = await app.fetch(
    new Request(`http://mingqian.app${url.pathname}${url.search}`, {
      method: message.method,
      headers: message.headers.map(([name, value]): [string, string] => [name, value]),
      body: message.body as Uint8Array<ArrayBuffer> | null,
    }),
  );
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}

/** True for a message from a page of ours: the frame's address is checked on every message. */
export function isOurs(frameUrl: string | undefined): boolean {
  return frameUrl?.startsWith(`${origin}/`) ?? false;
}
