import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import { refuse } from '../../shared/kernel/result.ts';
import type { Db } from '../database/open.ts';
import { createComingIntoForce } from './coming-into-force.ts';
import type { Context } from './context.ts';
import { createFiles, type FilesEnv } from './files.ts';
import { createGradingDay } from './grading-day.ts';
import { createJobs } from './jobs.ts';
import { adoptShippedPack } from './office-pack.ts';
import { pageResponse } from './pages.ts';
import type { Ports } from './ports.ts';
import { createRepos } from './repos.ts';
import { appRouter, fileRoutes } from './router.ts';
import { sessionSecretIn } from './session-cookie.ts';
import { createSessions } from './sessions.ts';
import { createTurns } from './turns.ts';

export interface App {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Background refreshes of the page carry this header; they are not activity and do not put off the idle lock. */
const backgroundHeader = 'x-background';

/** Bodies in MB by path, counted as they come: a move file may be larger than any workbook, a call is small. */
const largestBodies = [
  ['/uploads/*', 512],
  ['/files/*', 64],
  ['/api/*', 8],
] as const;

/** The whole program less a host: calls under /api, files under /files and /uploads, the page everywhere else. */
export function createApp(db: Db, ports: Ports): App {
  const repos = createRepos(db);
  const sessions = createSessions(ports);
  const jobs = createJobs(ports.log);
  const turns = createTurns();
  const comingIntoForce = createComingIntoForce();
  adoptShippedPack({ ...repos, ports });
  const keepGradesOfTheDay = createGradingDay(ports.log);

  function contextOf(request: Request): Context {
    const now = ports.now();
    const secret = sessionSecretIn(request.headers.get('cookie'));
    const session = sessions.find(secret, !request.headers.has(backgroundHeader));
    const holder = session === null ? null : repos.office.accountById(session.accountId);
    const account = holder?.isActive === true ? holder : null;
    return {
      ...repos,
      db,
      ports,
      jobs,
      sessions,
      turns,
      secret,
      account: session?.locked === true ? null : account,
      lockedAccount: session?.locked === true && !session.atCounter ? account : null,
      counterAccount: session?.atCounter === true ? account : null,
      now,
      today: localDayOf(now),
      reply: new Headers(),
    };
  }

  const hono = new Hono<FilesEnv>();
  hono.onError((error, c) => {
    const reference = referenceOf(ports);
    ports.log(`${reference} ${error.stack ?? error.message}`);
    return c.json({ ok: false, code: 'BUG', details: { reference } }, 500);
  });
  for (const [path, mostMb] of largestBodies) {
    const onError = (c: HonoContext) => c.json(refuse('UPLOAD_TOO_LARGE', { mostMb }), 409);
    hono.use(path, bodyLimit({ maxSize: mostMb * 1_048_576, onError }));
  }
  hono.all('/api/*', async (c) => {
    const ctx = contextOf(c.req.raw);
    await comingIntoForce(ctx);
    await keepGradesOfTheDay(ctx);
    return fetchRequestHandler({
      endpoint: '/api',
      req: c.req.raw,
      router: appRouter,
      // A query whose input is too long for an address comes by POST.
      allowMethodOverride: true,
      createContext: () => ctx,
      onError({ error, path }) {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return;
        const reference = referenceOf(ports);
        ctx.reply.set('x-reference', reference);
        ports.log(`${reference} ${path ?? ''} ${error.cause?.stack ?? error.stack ?? error.message}`);
      },
      responseMeta: () => ({ headers: ctx.reply }),
    });
  });
  hono.use('*', async (c, next) => {
    const ctx = contextOf(c.req.raw);
    await keepGradesOfTheDay(ctx);
    c.set('ctx', ctx);
    await next();
  });
  hono.route('/', createFiles(fileRoutes));
  hono.get('*', (c) => pageResponse(ports.places.pages, new URL(c.req.url).pathname));
  return { fetch: async (request) => hono.fetch(request) };
}

/** A short number the user can read out, to be found again in the log. */
function referenceOf(ports: Ports): string {
  return Buffer.from(ports.randomBytes(4)).toString('hex').toUpperCase();
}
