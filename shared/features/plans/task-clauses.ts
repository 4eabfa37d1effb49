import type { RefusalOf, Result } from '../../kernel/result.ts';
import { done, refuse } from '../../kernel/result.ts';
import type { PlansRefusals } from './refusals.ts';
import { meetsPlan, sayTaskQuota, type TaskQuota } from './task.ts';

/** One clause of an item's quota: whom it is about, in the plan's words (empty = every object of the item), and how many. */
export interface ItemClause {
  readonly of: string;
  readonly quota: TaskQuota;
}

/** A task that an item has already, alone or visited for along with another. */
export interface MadeTask {
  readonly number: string;
  readonly clause: string;
  readonly round: string;
  readonly isOwn: boolean;
}

interface Wanted {
  /** Left out = the first clause without a task that the quota meets. */
  readonly clause?: string | undefined;
  readonly round: string;
  readonly quota: TaskQuota;
}

type ClauseRefusal = RefusalOf<Pick<PlansRefusals, 'ITEM_HAS_TASKS' | 'QUOTA_BELOW_PLAN' | 'NOT_OF_THE_ITEM'>>;

/**
 * The clause a task of an item carries out. Each clause has one task, or one a round where the plan names a frequency;
 * none asks less than the plan. A quota without a figure asks nothing and has one task.
 */
export function clauseOf(
  { clauses, isRepeated }: { readonly clauses: readonly ItemClause[]; readonly isRepeated: boolean },
  made: readonly MadeTask[],
  wanted: Wanted,
): Result<string, ClauseRefusal> {
  const has = (of: string) => made.filter((task) => isTaskOf(task, of, wanted.round, isRepeated));
  const numbersOf = (tasks: readonly MadeTask[]) => tasks.map(({ number }) => number);
  if (!isRepeated && made.length >= Math.max(1, clauses.length)) {
    return refuse('ITEM_HAS_TASKS', { numbers: numbersOf(made) });
  }
  if (clauses.length === 0) return done('');
  const named = clauses.filter(({ of }) => wanted.clause === undefined || of === wanted.clause);
  if (named.length === 0) return refuse('NOT_OF_THE_ITEM', { what: wanted.clause ?? '' });
  const free = named.filter(({ of }) => has(of).length === 0);
  if (free.length === 0) return refuse('ITEM_HAS_TASKS', { numbers: numbersOf(named.flatMap(({ of }) => has(of))) });
  const met = free.find(({ quota }) => meetsPlan(wanted.quota, [quota]));
  if (met === undefined) return refuse('QUOTA_BELOW_PLAN', { asked: free.map(({ quota }) => sayTaskQuota(quota)) });
  return done(met.of);
}

/** Without a frequency a task visited for along with another carries out the whole item; with one, a task counts in its round only. */
function isTaskOf(task: MadeTask, clause: string, round: string, isRepeated: boolean): boolean {
  if (isRepeated) return round !== '' && task.isOwn && task.round === round && task.clause === clause;
  return !task.isOwn || task.clause === clause;
}
