import { z } from 'zod';
import { compareLists } from '../../../shared/features/plans/check-item-diff.ts';
import { lacksOf } from '../../../shared/features/plans/check-item-lacks.ts';
import {
  ConfirmCheckItems,
  DescribeCheckList,
  OrderCheckItems,
  RemoveCheckItem,
  SaveCheckItem,
} from '../../../shared/features/plans/check-item-schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { listIn, takeOut, writeItem } from './check-item-write.ts';

const OfList = z.object({ listId: z.int() });
const may = { may: ['operator'] } as const;

/** The draft of a list: written in, given up, sent for approval. */
export const draftCalls = {
  describe: command('plans.write-list', may)
    .input(DescribeCheckList)
    .mutation(({ ctx, input: { listId, title, ordinaryLimitBp } }) => {
      const list = draftOf(ctx, listId);
      if (!list.ok) return list;
      ctx.plans.checkItems.describe(listId, title, ordinaryLimitBp);
      return noted(null, title, { ordinaryLimitBp });
    }),

  saveItem: command('plans.write-list', may)
    .input(SaveCheckItem)
    .mutation(({ ctx, input: { listId, code, item, because } }) => {
      const list = draftOf(ctx, listId);
      if (!list.ok) return list;
      const written = writeItem(ctx, list.value, code, item, because);
      if (!written.ok) return written;
      return noted({ code: written.value }, list.value.title, {
        ...{ code: written.value, name: item.name, isNew: code === null, because },
      });
    }),

  removeItem: command('plans.write-list', may)
    .input(RemoveCheckItem)
    .mutation(({ ctx, input: { listId, code, because } }) => {
      const list = draftOf(ctx, listId);
      if (!list.ok) return list;
      const barred = takeOut(ctx, list.value, code, because);
      if (barred !== null) return barred;
      return noted(null, list.value.title, { code, removed: true, because });
    }),

  /** Puts an item of the version in force back that the draft had taken out. */
  restoreItem: command('plans.write-list', may)
    .input(z.object({ listId: z.int(), code: z.string() }))
    .mutation(({ ctx, input: { listId, code } }) => {
      const list = draftOf(ctx, listId);
      if (!list.ok) return list;
      const repo = ctx.plans.checkItems;
      const { basedOn, title } = list.value;
      const isThere = repo.items(listId).some((item) => item.code === code);
      if (isThere || basedOn === null || !repo.items(basedOn).some((item) => item.code === code)) {
        return refuse('NOT_FOUND', { what: `取消的事项${code}` });
      }
      repo.restoreItem(listId, basedOn, code);
      repo.setChange(listId, code, null);
      return noted(null, title, { code, restored: true });
    }),

  orderItems: command('plans.write-list', may)
    .input(OrderCheckItems)
    .mutation(({ ctx, input: { listId, codes } }) => {
      const list = draftOf(ctx, listId);
      if (!list.ok) return list;
      ctx.plans.checkItems.orderItems(listId, codes);
      return noted(null, list.value.title, { order: ctx.plans.checkItems.items(listId).map(({ code }) => code) });
    }),

  drop: command('plans.drop-list', may)
    .input(OfList)
    .mutation(({ ctx, input: { listId } }) => {
      const list = listIn(ctx, listId, 'draft');
      if (!list.ok) return list;
      ctx.plans.checkItems.drop(listId);
      return noted(null, list.value.title, { items: list.value.items });
    }),

  /** 送审: complete, and not the same as the version in force. */
  submit: command('plans.submit-list', may)
    .input(OfList)
    .mutation(({ ctx, input: { listId } }) => {
      const list = draftOf(ctx, listId);
      if (!list.ok) return list;
      const repo = ctx.plans.checkItems;
      const { title, basedOn, ordinaryLimitBp } = list.value;
      const items = repo.items(listId);
      if (items.length === 0) return refuse('LIST_EMPTY', { title });
      const lacks = lacksOf(items, ordinaryLimitBp).filter(({ weight }) => weight === 'missing');
      if (lacks.length > 0) return refuse('LIST_INCOMPLETE', { lacks });
      if (basedOn !== null && repo.listById(basedOn)?.ordinaryLimitBp === ordinaryLimitBp) {
        const difference = compareLists(repo.items(basedOn), items, []);
        if (difference.items.length === 0 && !difference.isReordered) return refuse('LIST_UNCHANGED', { title });
      }
      repo.submit(listId, ctx.account?.id ?? 0, ctx.now);
      return noted(null, title, { items: items.length });
    }),

  /** What a file that was read would write into the draft; null when the preview is gone. */
  stage: query()
    .input(z.object({ stageId: z.int() }))
    .query(({ ctx, input }) => ctx.plans.checkItems.stages.find(ctx.account?.id ?? 0, input.stageId)),

  confirmImport: command('plans.import-list', { ...may, backup: 'import' })
    .input(ConfirmCheckItems)
    .mutation(({ ctx, input: { stageId, because } }) => {
      const accountId = ctx.account?.id ?? 0;
      const stage = ctx.plans.checkItems.stages.find(accountId, stageId);
      if (stage === null) return refuse('LIST_STAGE_GONE');
      const list = draftOf(ctx, stage.listId);
      if (!list.ok) return list;
      const rows = stage.staged.rows.filter(({ isSame }) => !isSame);
      for (const { code, item } of rows) {
        const written = writeItem(ctx, list.value, code, item, because);
        if (!written.ok) return written;
      }
      ctx.plans.checkItems.stages.drop(accountId);
      const added = rows.filter(({ code }) => code === null).length;
      const { fileName, fileSha256, listId } = stage;
      return noted({ listId, added, changed: rows.length - added }, list.value.title, {
        ...{ fileName, fileSha256, added, changed: rows.length - added, because },
      });
    }),
};

/** The draft to write in; the asker counts as one of its drafters from now on. */
function draftOf(ctx: Context, listId: number) {
  const list = listIn(ctx, listId, 'draft');
  if (list.ok) ctx.plans.checkItems.addDrafter(listId, ctx.account?.id ?? 0);
  return list;
}
