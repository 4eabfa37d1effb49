import type { CreditFact } from '../../shared/kernel/credit-facts.ts';
import type { Grade } from '../../shared/kernel/pack-basis.ts';
import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import { measureFollower } from '../features/supervision/follow-measures.ts';
import { warningFollower } from '../features/supervision/follow-warnings.ts';
import type { Context } from './context.ts';

/** The letter before and after an enterprise was graded; null where it has none. */
export interface Graded {
  readonly before: Grade | null;
  readonly after: Grade | null;
}

/**
 * What follows when enterprises were graded anew, within the caller's transaction: measures as tasks, the 绿色通道, 预警.
 * Made once for a command; `follow` is called for each enterprise after its grade was stored, with the facts it was graded
 * by. `whole` reads the roster ahead, for gradings of all of it; then `end` is called last.
 */
export function following(ctx: Context, pack: PolicyPack, { whole = false }: { readonly whole?: boolean } = {}) {
  const moveMeasures = measureFollower(ctx, pack);
  const warnings = warningFollower(ctx, pack);
  const read = whole ? readAhead(ctx) : readEach(ctx);

  return {
    follow(objectId: number, facts: readonly CreditFact[], { before, after }: Graded): void {
      const known = read.enterprise(objectId);
      if (known === null) return;
      const hasMoved = after !== null && before !== after;
      const enterprise = hasMoved ? { ...known, grade: after, gradeBefore: before } : known;
      if (hasMoved) moveMeasures(objectId, enterprise, { from: before, to: after });
      warnings.follow(objectId, {
        enterprise,
        facts,
        licences: read.licences(objectId),
        standing: read.standing(objectId),
        lists: read.lists(objectId),
      });
    },

    end(): void {
      warnings.enterScan();
    },
  };
}

/** Reads of the roster, grades, licences, lists and standing warnings, one enterprise at a time. */
export function readEach({ supervision: { followed, warnings } }: Context) {
  return {
    enterprise: followed.enterprise,
    licences: followed.licencesOf,
    standing: warnings.standingOf,
    lists: followed.listsOf,
  };
}

/** The same read once for all. */
export function readAhead({ supervision: { followed, warnings } }: Context): ReturnType<typeof readEach> {
  const [enterprises, licences, lists] = [followed.enterprises(), followed.licences(), followed.listed()];
  const standing = warnings.standingByObject();
  return {
    enterprise: (id) => enterprises.get(id) ?? null,
    licences: (id) => licences.get(id) ?? [],
    standing: (id) => standing.get(id) ?? [],
    lists: (id) => lists.get(id) ?? [],
  };
}
