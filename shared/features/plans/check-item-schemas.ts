import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { changeReasons } from './check-items.ts';
import { PoolFilterInput } from './schemas.ts';
import { itemKinds } from './task.ts';

/** A field a draft may leave open. */
const open = (label: string, most: number) => z.string().trim().max(most, `${label}不超过${most}个字`);

export const CheckItemInput = z.object({
  name: z.string().trim().min(1, '请填写事项名称').max(120, '事项名称不超过120个字'),
  kind: z.enum(itemKinds),
  objects: open('抽查对象', 500),
  content: open('抽查内容', 2_000),
  basis: open('抽查依据', 2_000),
  methods: z.array(z.string().trim().min(1).max(30)).max(10).readonly(),
  quota: open('抽查比例', 200),
  frequency: open('抽查频次', 100),
  section: open('主管股室', 60),
  agency: open('检查主体', 120),
  inBatches: z.boolean(),
  filter: PoolFilterInput.nullable(),
});

/** 依据 of a change; the first version asks for none. */
export const ItemReason = z.object({
  reason: z.enum(changeReasons),
  note: z.string().trim().min(1, '请写明依据').max(500, '依据不超过500个字'),
});
export type ItemReason = z.infer<typeof ItemReason>;

const listId = z.int();
const because = ItemReason.nullable();

export const SaveCheckItem = z.object({
  listId,
  /** Null for a new one. */
  code: z.string().nullable(),
  item: CheckItemInput,
  because,
});
export const RemoveCheckItem = z.object({ listId, code: z.string(), because });
export const OrderCheckItems = z.object({ listId, codes: z.array(z.string()).max(1_000).readonly() });

export const DescribeCheckList = z.object({
  listId,
  title: z.string().trim().min(1, '请填写清单名称').max(120, '清单名称不超过120个字'),
  ordinaryLimitBp: z.int().min(1, '上限不能为0').max(10_000, '上限不能超过100%').nullable(),
});

export const ReviewCheckList = z.object({
  listId,
  decision: z.enum(['approve', 'return']),
  opinion: z.string().trim().max(500, '意见不超过500个字'),
  approvalNumber: z.string().trim().max(60, '批准文号不超过60个字'),
});

export const PublishCheckList = z.object({
  listId,
  publishedOn: z.string().refine(isLocalDate, '请选择公布日期'),
  approvalNumber: z.string().trim().max(60, '批准文号不超过60个字'),
});

export const ConfirmCheckItems = z.object({ stageId: z.int(), because });
