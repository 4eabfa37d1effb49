import { protocol } from 'electron';
import type { App } from '../app/create-app.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page and files by GET only; this protocol is known to lose request bodies, so calls go over IPC. */
export function servePages(app: App): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'mingqian') return new Response('', { status: 405 });
    return app.fetch(new Request(`http://mingqian.app${url.pathname}${url.search}`));
  });
}
