import { z } from 'zod';
import { sayDifference } from '../../../shared/features/plans/check-item-diff.ts';
import { PublishCheckList, ReviewCheckList } from '../../../shared/features/plans/check-item-schemas.ts';
import { isLocalDate, yearOf } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { draftCalls } from './check-item-draft.ts';
import { differenceOf, itemLines, listSha256, versionInWords } from './check-item-words.ts';
import { listIn } from './check-item-write.ts';

const ById = z.object({ id: z.int() });
const operator = { may: ['operator'] } as const;

/** 随机抽查事项清单: its versions, the draft, and the way from 送审 to 公布. 细则 第五条. */
export const checkItemsRouter = router({
  /** The list in force on a day, today where none is asked for, and the version being worked on. */
  inForce: query()
    .input(z.object({ on: z.string().refine(isLocalDate).nullable() }))
    .query(({ ctx, input }) => {
      const on = input.on ?? ctx.today;
      const list = ctx.plans.checkItems.inForceOn(on);
      const items = list === null ? [] : itemLines(ctx, ctx.plans.checkItems.items(list.id));
      return { on, list, items, open: ctx.plans.checkItems.openList() };
    }),

  versions: query().query(({ ctx }) => ctx.plans.checkItems.lists()),

  version: query()
    .input(ById)
    .query(({ ctx, input }) => versionInWords(ctx, ctx.plans.checkItems.listById(input.id) ?? notFound('清单'))),

  /** How two versions differ, in words; whichever was asked for first, the earlier one stands before. */
  compare: query()
    .input(z.object({ from: z.int(), to: z.int() }))
    .query(({ ctx, input }) => {
      const { before, after } = pairOf(ctx, input.from, input.to) ?? notFound('清单');
      const difference = differenceOf(ctx, before, after);
      return { before, after, difference, summary: sayDifference(difference) };
    }),

  /** A draft that begins as a copy of the version in force (动态管理). */
  draft: command('plans.draft-list', operator).mutation(({ ctx }) => {
    const open = ctx.plans.checkItems.openList();
    if (open !== null) return refuse('LIST_OPEN_ALREADY', { title: open.title, state: open.state });
    const base = ctx.plans.checkItems.inForceOn(ctx.today);
    const accountId = ctx.account?.id ?? 0;
    const title = `${ctx.office.bureau()?.name ?? ''}随机抽查事项清单（${yearOf(ctx.today)}年版）`;
    const draft = { title, basedOn: base?.id ?? null, ordinaryLimitBp: base?.ordinaryLimitBp ?? null };
    const listId = ctx.plans.checkItems.insertDraft(draft, accountId, ctx.now);
    ctx.plans.checkItems.addDrafter(listId, accountId);
    return noted({ listId }, title, { basedOnVersion: base?.version ?? null });
  }),

  ...draftCalls,

  /** 批准 or 退回, by a 局领导 who neither drafted nor sent it (细则 第五条: 报局领导批准后公布). */
  review: command('plans.review-list', { may: ['leader'], backup: 'publication' })
    .input(ReviewCheckList)
    .mutation(({ ctx, input: { listId, decision, opinion, approvalNumber } }) => {
      const list = listIn(ctx, listId, 'submitted');
      if (!list.ok) return list;
      const { title } = list.value;
      const accountId = ctx.account?.id ?? 0;
      if (ctx.plans.checkItems.drafters(listId).some(({ id }) => id === accountId)) {
        return refuse('OWN_LIST', { title, name: ctx.account?.name ?? '' });
      }
      if (decision === 'return' && opinion === '') return refuse('LIST_OPINION_MISSING');
      ctx.plans.checkItems.addReview(listId, decision, opinion, accountId, ctx.now);
      if (decision === 'return') {
        ctx.plans.checkItems.giveBack(listId);
        return noted({ version: null }, title, { decision, opinion });
      }
      const number = approvalNumber === '' ? null : approvalNumber;
      ctx.plans.checkItems.approve(listId, { accountId, at: ctx.now, on: ctx.today, number });
      const version = ctx.plans.checkItems.listById(listId)?.version ?? null;
      const items = ctx.plans.checkItems.items(listId);
      return noted({ version }, title, {
        decision,
        opinion,
        version,
        items: items.length,
        listSha256: listSha256(items),
      });
    }),

  /** 登记公布: the day it was made public, and the number of the approving document. */
  publish: command('plans.publish-list', operator)
    .input(PublishCheckList)
    .mutation(({ ctx, input: { listId, publishedOn, approvalNumber } }) => {
      const list = listIn(ctx, listId, 'approved');
      if (!list.ok) return list;
      const { title, approvedOn } = list.value;
      if (approvedOn !== null && publishedOn < approvedOn) return refuse('PUBLISHED_BEFORE_APPROVED', { approvedOn });
      if (publishedOn > ctx.today) return refuse('PUBLISHED_IN_FUTURE', { publishedOn });
      ctx.plans.checkItems.publish(listId, publishedOn, approvalNumber === '' ? null : approvalNumber);
      return noted(null, title, { publishedOn, approvalNumber });
    }),
});

/** Two versions, the earlier one first; null where one is not there. */
export function pairOf(ctx: Context, one: number, other: number) {
  const before = ctx.plans.checkItems.listById(Math.min(one, other));
  const after = ctx.plans.checkItems.listById(Math.max(one, other));
  return before === null || after === null ? null : { before, after };
}
