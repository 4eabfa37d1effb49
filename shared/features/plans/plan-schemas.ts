import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { directions } from './own-plan.ts';
import { PLAN_COLUMN_KEYS, type PlanColumn } from './plan-columns.ts';
import { itemKinds } from './task.ts';

const day = (label: string) => z.string().refine(isLocalDate, `请选择${label}`);
const opinion = z.string().trim().max(500, '意见不超过500个字');
const longText = z.string().max(4_000, '不超过4000个字');
const Id = z.int();
const year = z.int('请填写计划年度').min(2000).max(2099);

const cells = Object.fromEntries(PLAN_COLUMN_KEYS.map((column) => [column, longText])) as Record<
  PlanColumn,
  typeof longText
>;

const ItemFields = z.object({
  cells: z.object(cells),
  own: z
    .object({
      category: z.string().trim().max(60, '不超过60个字'),
      kind: z.enum(itemKinds).nullable(),
      direction: z.enum(directions).nullable(),
      basis: z.string().trim().max(1_000, '不超过1000个字'),
    })
    .nullable(),
  estimate: z.int('预估户数须为整数').min(0).max(999_999).nullable(),
});
/** An item as it is typed in the program; a row of a joint plan that goes on with the one above may leave its name blank. */
export const ItemInput = ItemFields.refine(({ own, cells: { name } }) => own === null || name.trim() !== '', {
  path: ['cells', 'name'],
  message: '请填写事项名称',
});
export type ItemInput = z.infer<typeof ItemInput>;

/** An item while it is being typed; it may still be empty. */
export const TypedItem = z.object({ planId: Id, item: ItemFields });

export const NewOwnPlan = z.object({
  year,
  title: z.string().trim().min(1, '请填写计划名称').max(120, '不超过120个字'),
  /** Its items are taken over with their dates moved to the new year. */
  copyFrom: Id.nullable(),
});
export const SaveItem = z.object({ planId: Id, itemId: Id.nullable(), item: ItemInput });
export const MoveItem = z.object({ planId: Id, itemId: Id, by: z.union([z.literal(-1), z.literal(1)]) });
export const RemoveItem = z.object({ planId: Id, itemId: Id });

export const Submit = z.object({ id: Id, opinion: opinion.default('') });
export const Return = z.object({ id: Id, opinion: opinion.min(1, '请写明退回意见') });
export const Approve = z.object({
  id: Id,
  opinion: opinion.default(''),
  /** As the paper that approves it says; the day it is entered where left out. */
  approvedOn: day('批准日期').optional(),
  documentNumber: z.string().trim().max(60, '文号不超过60个字').default(''),
});
export const PublishPlan = z.object({
  id: Id,
  publishedOn: day('公布日期'),
  place: z.string().trim().min(1, '请填写公布的地方').max(120, '不超过120个字'),
});

export const ProposeAmendment = z.object({
  planId: Id,
  reason: z.string().trim().min(1, '请写明调整理由').max(500, '理由不超过500个字'),
});
export const ChangeItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), amendmentId: Id, item: ItemInput }),
  z.object({ kind: z.literal('change'), amendmentId: Id, itemId: Id, item: ItemInput }),
  z.object({ kind: z.literal('cancel'), amendmentId: Id, itemId: Id }),
]);
export const RemoveChange = z.object({ amendmentId: Id, changeId: Id });

export const PlanOfDay = z.object({ id: Id, on: day('日期').optional() });
