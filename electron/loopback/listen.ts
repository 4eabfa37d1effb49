import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { App } from '../app/create-app.ts';
import { doorReply } from './door.ts';

export interface Listening {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves `app` on 127.0.0.1 only, behind the door. Port 0 takes a free one. `app` is asked for anew with each request. */
export async function listen(app: () => App, { port, token }: { port: number; token: string }): Promise<Listening> {
  let authority = '';
  const listener = getRequestListener(async (request) => doorReply(request, authority, token) ?? app().fetch(request), {
    overrideGlobalObjects: false,
  });
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: `http://${authority}`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
