import { addDays } from '../../shared/kernel/local-date.ts';
import { licenceDays, warningFollower } from '../features/supervision/follow-warnings.ts';
import type { Context } from './context.ts';
import { creditFactsOf, creditFactsOfAll } from './credit-facts.ts';
import { readAhead, readEach } from './follow-up.ts';
import { officePack } from './office-pack.ts';
import type { Step } from './run-command.ts';

export interface Scanned {
  readonly objects: number;
  readonly opened: number;
  readonly closed: number;
}

/** The warnings were not brought up to this day and this pack yet. */
export function areWarningsStale(ctx: Context): boolean {
  const last = ctx.supervision.warnings.lastScan();
  const { id, version } = officePack(ctx);
  return last === null || last.scannedOn < ctx.today || last.packId !== id || last.packVersion !== version;
}

/**
 * Brings the warnings up to the day, step by step, within the caller's transaction. The days alone touch those whose warning
 * stands and those whose licence ends; `whole` asks every enterprise anew.
 */
export function* scanningWarnings(ctx: Context, whole: boolean): Generator<Step, Scanned> {
  const pack = officePack(ctx);
  const follower = warningFollower(ctx, pack);
  const read = whole ? readAhead(ctx) : readEach(ctx);
  const { objects, total } = whole ? everything(ctx) : touched(ctx, addDays(ctx.today, licenceDays(pack)));
  for (const { objectId, facts } of objects) {
    const enterprise = read.enterprise(objectId);
    if (enterprise === null) continue;
    follower.follow(objectId, {
      enterprise,
      facts,
      licences: read.licences(objectId),
      standing: read.standing(objectId),
      lists: read.lists(objectId),
    });
    yield { done: follower.counts().objects, total };
  }
  follower.enterScan();
  return { ...follower.counts() };
}

/** What the turn of the day does to warnings; nothing where they are up to it already. */
export function warningsOnDay(ctx: Context): void {
  if (!areWarningsStale(ctx)) return;
  const steps = scanningWarnings(ctx, false);
  while (steps.next().done !== true);
}

function everything(ctx: Context) {
  return { objects: creditFactsOfAll(ctx), total: ctx.rosters.countObjects() };
}

function touched(ctx: Context, licencesUntil: string) {
  const ids = ctx.supervision.followed.touchedByDays(licencesUntil);
  const objects = ids.values().map((objectId) => ({ objectId, facts: creditFactsOf(ctx, objectId) }));
  return { objects, total: ids.length };
}
