import { createTRPCClient, httpLink } from '@trpc/client';
import type { App } from '../app/create-app.ts';
import type { AppRouter } from '../app/router.ts';

const origin = 'http://office.test';

/** The session cookie of one signed-in person. */
export interface Jar {
  cookie: string;
}

/** A typed client over `app.fetch`, keeping the session cookie as a browser would. For the demo and for tests. */
export function clientOf(app: App, jar: Jar) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${origin}/api`,
        fetch: async (url, init) => {
          const response = await fetchWith(app, jar, String(url), init as RequestInit);
          const set = response.headers.get('set-cookie');
          if (set !== null) jar.cookie = set.split(';')[0] ?? '';
          return response;
        },
      }),
    ],
  });
}

export type Client = ReturnType<typeof clientOf>;

/** A request as that person's browser would send it; `path` may be a path or a whole address. */
export function fetchWith(app: App, jar: Jar, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (jar.cookie !== '') headers.set('cookie', jar.cookie);
  return app.fetch(new Request(new URL(path, origin), { ...init, headers }));
}
