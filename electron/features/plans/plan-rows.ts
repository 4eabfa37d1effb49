import { type PlacedRow, rowsWithout } from '../../../shared/features/plans/amend.ts';
import { type PlanRow, readPlanRows } from '../../../shared/features/plans/plan-items.ts';
import type { ItemInput } from '../../../shared/features/plans/plan-schemas.ts';
import { tidyLines } from '../../../shared/kernel/normalise.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import type { ReadItem, StoredItem } from './plan-items.repo.ts';
import type { Plan } from './plans.repo.ts';

/** The plan while it may be changed; else why not. */
export function draftPlan(ctx: Context, id: number) {
  const plan = ctx.plans.planById(id);
  if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
  const { title, state } = plan;
  if (state === 'draft') return done(plan);
  return state === 'submitted' ? refuse('PLAN_SUBMITTED', { title }) : refuse('PLAN_NOT_DRAFT', { title });
}

/** The plan to write in; who asks may then not approve it. */
export function planToWrite(ctx: Context, id: number) {
  const plan = draftPlan(ctx, id);
  if (plan.ok) ctx.plans.addHand({ planId: id, amendmentId: null }, ctx.account?.id ?? 0);
  return plan;
}

/** The items in force of a plan, cancelled ones left out. */
export function itemsInForce(ctx: Context, planId: number): readonly StoredItem[] {
  return ctx.plans.items(planId).filter(({ cancelledBy }) => cancelledBy === null);
}

export function placedRows(items: readonly StoredItem[]): readonly PlacedRow[] {
  return rowsWithout(items, []);
}

/** Reads the rows in their order: what a row continues depends on those above it. */
export function readRows(ctx: Context, plan: Pick<Plan, 'year'>, rows: readonly PlanRow[]): readonly ReadItem[] {
  const { departments } = officePack(ctx);
  const { items, warnings } = readPlanRows(rows, { year: plan.year, departments, sheet: '' });
  return items.map((item) => ({ item, warnings: warnings.filter(({ row }) => row === item.row) }));
}

/** Stores the rows of a draft in their order; rows without an id are new. */
export function storeRows(ctx: Context, plan: Plan, rows: readonly PlacedRow[]): void {
  const read = readRows(
    ctx,
    plan,
    rows.map(({ row }) => row),
  );
  for (const [index, { id }] of rows.entries()) {
    const item = read[index];
    if (item === undefined) continue;
    if (id === null) ctx.plans.insertItem(plan.id, index + 1, item);
    else ctx.plans.updateItem(id, index + 1, item);
  }
}

/** A row as the form gave it. `row` numbers it among those of its plan. */
export function typedRow({ cells, own, estimate }: ItemInput, row: number, merged: PlanRow['merged'] = []): PlanRow {
  const tidied = Object.entries(cells).map(([column, text]) => [column, tidyLines(text)]);
  return { row, cells: Object.fromEntries(tidied) as PlanRow['cells'], merged, own, estimate };
}
