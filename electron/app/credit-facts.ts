import type { CreditFact } from '../../shared/kernel/credit-facts.ts';
import type { Context } from './context.ts';

/** How many enterprises are read at a time: enough that a query costs little, few enough to stay small. */
const CHUNK = 500;

type Repos = Pick<Context, 'credit' | 'grading'>;

/** What is known of one enterprise: its credit records and published inspections, in no order. */
export function creditFactsOf(ctx: Repos, objectId: number): readonly CreditFact[] {
  return factsBetween(ctx, objectId, objectId).get(objectId) ?? [];
}

/** Some enterprises of the roster and what is known of each. */
export interface FactsOfSome {
  /** In their order. */
  readonly ids: readonly number[];
  readonly factsOf: (objectId: number) => readonly CreditFact[];
}

/** The same of every enterprise of the roster, one after the other in the order of their ids; little is held in memory. */
export function* creditFactsOfAll(
  ctx: Repos,
): Generator<{ readonly objectId: number; readonly facts: readonly CreditFact[] }> {
  for (const { ids, factsOf } of creditFactsOfSome(ctx)) {
    for (const objectId of ids) yield { objectId, facts: factsOf(objectId) };
  }
}

/** The same a few hundred enterprises at a time, for who reads other things of them too. */
export function* creditFactsOfSome(ctx: Repos): Generator<FactsOfSome> {
  let ids = ctx.grading.objectIdsAfter(0, CHUNK);
  while (ids.length > 0) {
    const last = ids.at(-1) ?? 0;
    const facts = factsBetween(ctx, ids[0] ?? 0, last);
    yield { ids, factsOf: (objectId) => facts.get(objectId) ?? [] };
    ids = ctx.grading.objectIdsAfter(last, CHUNK);
  }
}

function factsBetween(ctx: Repos, from: number, to: number): ReadonlyMap<number, readonly CreditFact[]> {
  const facts = new Map<number, CreditFact[]>();
  for (const read of [ctx.credit.factsBetween(from, to), ctx.grading.inspectionsBetween(from, to)]) {
    for (const [objectId, fact] of read) {
      const known = facts.get(objectId);
      if (known === undefined) facts.set(objectId, [fact]);
      else known.push(fact);
    }
  }
  return facts;
}
