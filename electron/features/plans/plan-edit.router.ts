import { moved, type PlacedRow, renumbered, rowsWithout } from '../../../shared/features/plans/amend.ts';
import { figuresOf } from '../../../shared/features/plans/figures.ts';
import { itemFromList, rowForYear } from '../../../shared/features/plans/own-draft.ts';
import { MoveItem, NewOwnPlan, RemoveItem, SaveItem, TypedItem } from '../../../shared/features/plans/plan-schemas.ts';
import type { WarningCode } from '../../../shared/features/plans/plan-warnings.ts';
import { warningReason } from '../../../shared/features/plans/warning-text.ts';
import { sayQuota } from '../../../shared/kernel/quota-reading.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { classPools } from './class-pools.ts';
import { festivalsFor } from './festivals.ts';
import { itemsInForce, placedRows, planToWrite, readRows, storeRows, typedRow } from './plan-rows.ts';

/** A draft is made and corrected in the program: 本局计划 item by item, a joint plan cell by cell. */
export const planEditCalls = {
  createOwn: command('plans.create', { may: ['operator'] })
    .input(NewOwnPlan)
    .mutation(({ ctx, input }) => {
      const { year, title, copyFrom } = input;
      const source = copyFrom === null ? null : ctx.plans.planById(copyFrom);
      if (copyFrom !== null && source?.kind !== 'own') return refuse('NOT_FOUND', { what: '要沿用的计划' });
      const rows =
        source === null ? [] : itemsInForce(ctx, source.id).map(({ item }) => rowForYear(item, source.year, year));
      const planId = ctx.plans.insertPlan(
        { kind: 'own', year, title, file: null, items: readRows(ctx, { year }, numberedFromOne(rows)) },
        ctx.account?.id ?? 0,
        ctx.now,
      );
      return noted({ planId }, title, { year, items: rows.length, copiedFrom: source?.title ?? '' });
    }),

  saveItem: command('plans.edit', { may: ['operator'] })
    .input(SaveItem)
    .mutation(({ ctx, input }) => {
      const found = planToWrite(ctx, input.planId);
      if (!found.ok) return found;
      const plan = found.value;
      const stored = itemsInForce(ctx, plan.id);
      const before = stored.find(({ id }) => id === input.itemId);
      if (input.itemId !== null && before === undefined) return refuse('NOT_FOUND', { what: '计划事项' });
      const last = Math.max(0, ...stored.map(({ item }) => item.row));
      const row = typedRow(input.item, before?.item.row ?? last + 1, before?.item.merged);
      const rows: readonly PlacedRow[] = placedRows(stored).map((placed) =>
        placed.id === input.itemId ? { id: placed.id, row } : placed,
      );
      storeRows(ctx, plan, renumbered(input.itemId === null ? [...rows, { id: null, row }] : rows));
      return noted(null, `${plan.title}：${row.cells.name}`, { isNew: before === undefined });
    }),

  removeItem: command('plans.edit', { may: ['operator'] })
    .input(RemoveItem)
    .mutation(({ ctx, input }) => {
      const found = planToWrite(ctx, input.planId);
      if (!found.ok) return found;
      const plan = found.value;
      const stored = itemsInForce(ctx, plan.id);
      const item = stored.find(({ id }) => id === input.itemId);
      if (item === undefined) return refuse('NOT_FOUND', { what: '计划事项' });
      ctx.plans.deleteItem(item.id);
      storeRows(ctx, plan, renumbered(rowsWithout(stored, [item.id])));
      return noted(null, `${plan.title}：${item.item.texts.name}`, { removed: item.item.cells });
    }),

  moveItem: command('plans.edit', { may: ['operator'] })
    .input(MoveItem)
    .mutation(({ ctx, input }) => {
      const found = planToWrite(ctx, input.planId);
      if (!found.ok) return found;
      const plan = found.value;
      storeRows(ctx, plan, renumbered(moved(placedRows(itemsInForce(ctx, plan.id)), input.itemId, input.by)));
      return noted(null, plan.title, { moved: input.itemId, by: input.by });
    }),

  /** How an item reads while it is being typed, and what it asks of today's roster. */
  readTyped: query()
    .input(TypedItem)
    .query(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.planId) ?? notFound('抽查计划');
      const [read] = readRows(ctx, plan, [typedRow(input.item, 1)]);
      if (read === undefined) return null;
      const { item, warnings } = read;
      return {
        reading: item.quota === null ? null : sayQuota(item.quota),
        period: item.period,
        figures: figuresOf(item, classPools(ctx), festivalsFor(ctx)),
        problems: warnings.filter(({ code }) => TYPED_PROBLEMS.includes(code)).map(warningReason),
      };
    }),

  /** Items of the 随机抽查事项清单 in force, as items of an own plan (细则 第五条). */
  listItems: query().query(({ ctx }) => {
    const agency = ctx.office.bureau()?.name ?? '';
    return ctx.plans.checkItems.current(ctx.today).map((item) => itemFromList(item, agency));
  }),
};

/** What is said while one types; the rest is said of the whole plan. */
const TYPED_PROBLEMS: readonly WarningCode[] = ['QUOTA_NOT_UNDERSTOOD', 'PERIOD_NOT_UNDERSTOOD', 'PERIOD_OTHER_YEAR'];

function numberedFromOne<Row extends { row: number }>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => ({ ...row, row: index + 1 }));
}
