import type { CreditFact } from '../../shared/kernel/credit-facts.ts';
import type { Context } from './context.ts';

/** How many enterprises are read at a time: enough that a query costs little, few enough to stay small. */
const CHUNK = 500;

/** What is known of one enterprise: its credit records and published inspections, oldest first. */
export function creditFactsOf(ctx: Pick<Context, 'grading'>, objectId: number): readonly CreditFact[] {
  return ctx.grading.factsBetween(objectId, objectId).get(objectId) ?? [];
}

/** The same of every enterprise of the roster, one after the other in the order of their ids; nothing else is held in memory. */
export function* creditFactsOfAll(
  ctx: Pick<Context, 'grading'>,
): Generator<{ readonly objectId: number; readonly facts: readonly CreditFact[] }> {
  let ids = ctx.grading.objectIdsAfter(0, CHUNK);
  while (ids.length > 0) {
    const last = ids.at(-1) ?? 0;
    const facts = ctx.grading.factsBetween(ids[0] ?? 0, last);
    for (const objectId of ids) yield { objectId, facts: facts.get(objectId) ?? [] };
    ids = ctx.grading.objectIdsAfter(last, CHUNK);
  }
}
