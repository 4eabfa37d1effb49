import type { Db } from '../database/open.ts';
import type { Account } from '../features/office/office.repo.ts';
import type { Jobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { Repos } from './repos.ts';
import type { Sessions } from './sessions.ts';
import type { Turns } from './turns.ts';

/** What a call sees: who asks, when, and the repos of every feature. Made afresh for each request. */
export interface Context extends Repos {
  readonly db: Db;
  readonly ports: Ports;
  readonly jobs: Jobs;
  readonly sessions: Sessions;
  readonly turns: Turns;
  /** The session's secret as the host handed it over; null when nobody is signed in. */
  readonly secret: string | null;
  /** The signed-in account; null before signing in and while locked. */
  readonly account: Account | null;
  /** The account of a locked session, which may still watch the projector. */
  readonly lockedAccount: Account | null;
  /** Who opened the 查询区 in this window; nobody else is known there. */
  readonly counterAccount: Account | null;
  /** UTC instant of the request, and its local day in Asia/Shanghai. */
  readonly now: string;
  readonly today: string;
  /** Headers for the reply; only signing in and out sets any. */
  readonly reply: Headers;
}
