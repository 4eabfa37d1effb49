import { hash } from 'node:crypto';
import { compareLists, type ListDifference } from '../../../shared/features/plans/check-item-diff.ts';
import { lacksOf } from '../../../shared/features/plans/check-item-lacks.ts';
import { readItemQuota, sayItemQuota } from '../../../shared/features/plans/check-item-quota.ts';
import {
  type CheckItem,
  type CheckList,
  checkItemFields,
  checkItemText,
} from '../../../shared/features/plans/check-items.ts';
import type { Context } from '../../app/context.ts';

/** Items as the page shows them: the texts, what the quota reader makes of them, and today's objects where they are bound. */
export function itemLines(ctx: Context, items: readonly CheckItem[]) {
  return items.map((item) => ({
    ...item,
    reading: sayItemQuota(readItemQuota(item)),
    poolSize: item.filter === null ? null : ctx.rosters.countPool(item.filter),
  }));
}

/** A version with all that is known of it: opinions, what is missing, what differs from the version it began as. */
export function versionInWords(ctx: Context, list: CheckList) {
  const items = ctx.plans.checkItems.items(list.id);
  const reviews = ctx.plans.checkItems.reviews(list.id);
  const drafters = ctx.plans.checkItems.drafters(list.id);
  const base = list.basedOn === null ? null : ctx.plans.checkItems.listById(list.basedOn);
  return {
    list,
    items: itemLines(ctx, items),
    lacks: lacksOf(items, list.ordinaryLimitBp),
    reviews,
    drafters: drafters.map(({ name }) => name),
    /** The asker wrote in it and may not rule on it. */
    isOwn: drafters.some(({ id }) => id === ctx.account?.id),
    wasReturned: reviews.at(-1)?.decision === 'return',
    base,
    difference: base === null ? null : differenceOf(ctx, base, list),
  };
}

/** How two versions differ, the earlier one first, with the reasons entered in between. */
export function differenceOf(ctx: Context, before: CheckList, after: CheckList): ListDifference {
  const { items, changesBetween } = ctx.plans.checkItems;
  return compareLists(items(before.id), items(after.id), changesBetween(before.id, after.id));
}

/** Over every field of every item in order: two lists that say the same have the same. */
export function listSha256(items: readonly CheckItem[]): string {
  const lines = items.map((item) =>
    JSON.stringify([item.code, ...checkItemFields.map((field) => checkItemText(item, field))]),
  );
  return hash('sha256', lines.join('\n'), 'hex');
}
