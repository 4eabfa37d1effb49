import type { Action } from '../../shared/features/actions.ts';
import { gradeOf } from '../../shared/features/grading/grade.ts';
import type { CreditFact } from '../../shared/kernel/credit-facts.ts';
import type { Context } from './context.ts';
import { creditFactsOf, creditFactsOfAll } from './credit-facts.ts';
import { following } from './follow-up.ts';
import { officePack } from './office-pack.ts';

export interface Regraded {
  readonly graded: number;
  /** Of them, whose letter is another than before, or who had none. */
  readonly changed: number;
}

/**
 * Grades these enterprises anew within the caller's transaction, for a record, list entry, repair or manual grade that was
 * written or changed (动态管理，实时更新, 制度 第四条). `cause` is the command that made it necessary.
 */
export function regradeObjects(ctx: Context, objectIds: readonly number[], cause: Action): Regraded {
  const nationalGrades = ctx.grading.nationalGrades();
  const store = storing(ctx, cause, false);
  for (const id of new Set(objectIds)) store(id, nationalGrades.get(id) ?? null, creditFactsOf(ctx, id));
  return store.counts();
}

/** The same of the whole roster, for a pack, a model or national grades that changed. */
export function regradeAll(ctx: Context, cause: Action): Regraded {
  const nationalGrades = ctx.grading.nationalGrades();
  const store = storing(ctx, cause, true);
  for (const { objectId, facts } of creditFactsOfAll(ctx)) {
    store(objectId, nationalGrades.get(objectId) ?? null, facts);
  }
  store.end();
  return store.counts();
}

/** Stores each grade and lets measures and warnings follow it; `whole` = every enterprise comes, then `end`. */
function storing(ctx: Context, cause: Action, whole: boolean) {
  const pack = officePack(ctx);
  const version = { packId: pack.id, packVersion: pack.version, gradedAt: ctx.now };
  const change = { cause, byId: ctx.account?.id ?? 0 };
  const counts = { graded: 0, changed: 0 };
  const followUp = following(ctx, pack, { whole });
  const store = (objectId: number, nationalGrade: string | null, facts: readonly CreditFact[]) => {
    const grading = gradeOf(pack, { nationalGrade, facts, today: ctx.today });
    if (!grading.ok) throw new Error(`national grade on file: ${JSON.stringify(grading.details)}`);
    counts.graded += 1;
    const stored = { ...grading.value, nationalGrade, ...version };
    const before = ctx.grading.storeGrade(objectId, stored, change);
    if (before !== stored.grade) counts.changed += 1;
    followUp.follow(objectId, facts, { before, after: stored.grade });
  };
  return Object.assign(store, { counts: (): Regraded => counts, end: followUp.end });
}
