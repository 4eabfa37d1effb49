import type { App } from '../app/create-app.ts';

/**
 * `app` as one browser sees it: the cookies it sets are kept and sent again. Electron's IPC and custom protocol carry
 * none by themselves. The page never sees them.
 */
export function withCookies(app: () => App): App {
  const cookies = new Map<string, string>();
  return {
    async fetch(request) {
      const headers = new Headers(request.headers);
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await app().fetch(new Request(request, { headers }));
      for (const set of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = set.split(/;\s*/);
        const at = pair.indexOf('=');
        if (attributes.includes('Max-Age=0')) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    },
  };
}
