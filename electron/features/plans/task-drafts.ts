import { classesOf } from '../../../shared/features/plans/figures.ts';
import type { PlanItem } from '../../../shared/features/plans/plan-items.ts';
import { roundsOf } from '../../../shared/features/plans/rounds.ts';
import { concerns, draftTask } from '../../../shared/features/plans/task-draft.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { eitherOf, type PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { festivalsFor } from './festivals.ts';
import type { StoredItem } from './plan-items.repo.ts';
import { ownDepartment } from './plan-words.ts';

/** What the tasks of an item are filled in with: clause by clause with its part of the roster, and its dated rounds. */
export function taskDraftOf(ctx: Context, { id, item }: StoredItem) {
  const draft = draftTask(item, ownDepartment(ctx), officePack(ctx).inspectionBasis.text);
  const made = ctx.plans.tasksOfItem(id);
  const isRepeated = item.quota?.rounds != null;
  const clauses = item.quota?.clauses ?? [];
  const filters = clauses.map((clause) => boundFilter(ctx, classesOf(clause, item)));
  return {
    ...draft,
    // One class's part of the roster is not to stand in for another's that is not bound.
    poolFilter: (filters.length === 1 ? filters[0] : null) ?? draft.poolFilter,
    quotas: draft.quotas.map((quota, index) => ({
      ...quota,
      /** Null where the classes are not bound to the roster, or not in a way that one filter can say. */
      poolFilter: filters[index] ?? null,
      madeNumbers: isRepeated
        ? []
        : made.filter(({ clause, isOwn }) => !isOwn || clause === quota.of).map(({ number }) => number),
    })),
    isRepeated,
    rounds: roundsMade(ctx, item, made),
  };
}

/** Rounds that should be under way by today and have no task, of the items of approved plans that concern this office. */
export function dueRounds(ctx: Context) {
  const own = ownDepartment(ctx);
  const plans = ctx.plans.plans().filter(({ state, year }) => state === 'approved' && year >= yearOf(ctx.today) - 1);
  return plans.flatMap((plan) =>
    ctx.plans
      .items(plan.id)
      .filter(({ item, cancelledBy }) => item.quota?.rounds != null && cancelledBy === null)
      .filter(({ item }) => plan.kind === 'own' || item.participants.all || concerns(item, own) !== null)
      .flatMap(({ id, item }) =>
        roundsMade(ctx, item, ctx.plans.tasksOfItem(id))
          .filter(({ isDue }) => isDue)
          .map(({ title, fromOn, toOn }) => ({
            planId: plan.id,
            itemId: id,
            name: item.texts.name,
            title,
            fromOn,
            toOn,
          })),
      ),
  );
}

function roundsMade(ctx: Context, item: PlanItem, made: readonly { number: string; round: string }[]) {
  return roundsOf(item, festivalsFor(ctx)).map((round) => {
    const numbers = made.filter(({ round: title }) => title === round.title).map(({ number }) => number);
    const isDue = numbers.length === 0 && round.fromOn !== null && round.fromOn <= ctx.today;
    return { ...round, numbers, isDue, isPast: round.toOn !== null && round.toOn < ctx.today };
  });
}

function boundFilter(ctx: Context, names: readonly string[]): PoolFilter | null {
  const filters = new Map([...ctx.plans.classFilters()].map(([name, filter]) => [nameKey(name), filter]));
  const bound = names.flatMap((name) => filters.get(nameKey(name)) ?? []);
  return bound.length === 0 || bound.length < names.length ? null : eitherOf(bound);
}
