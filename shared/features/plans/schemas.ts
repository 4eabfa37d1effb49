import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { itemKinds } from './task.ts';

const words = (label: string, most: number) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);
const names = z.array(z.string().trim().min(1).max(60)).max(100).readonly();
const day = (label: string) => z.string().refine(isLocalDate, `请选择${label}`);

export const PoolFilterInput = z.object({
  aboveScale: z.boolean().optional(),
  isKey: z.boolean().optional(),
  kinds: names.optional(),
  townships: names.optional(),
  industries: names.optional(),
  tags: names.optional(),
  licences: names.optional(),
  nameHas: z.string().trim().max(60, '不超过60个字').optional(),
});

export const TaskQuotaInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: z.int('户数须为整数').min(1, '户数不能为0').max(999_999) }),
  z.object({ kind: z.literal('ratio'), bp: z.int().min(1, '比例不能为0').max(10_000), atLeast: z.boolean() }),
]);

const taskFields = {
  title: words('任务名称', 120),
  itemKind: z.enum(itemKinds),
  poolFilter: PoolFilterInput,
  jointDepartments: z.array(z.string().trim().min(1).max(30)).max(20).readonly(),
  fromOn: day('开始日期'),
  toOn: day('结束日期'),
  checkItems: words('抽查事项', 2_000),
  checkFocus: z.string().trim().max(4_000),
  methods: z.array(z.string().trim().min(1).max(30)).min(1, '请选择检查方式').max(10).readonly(),
  basis: words('执法依据', 1_000),
};

/** A task of a plan's item. */
export const NewTask = z.object({
  planItemId: z.int(),
  ...taskFields,
  quota: TaskQuotaInput,
  /** Which clause of the item, by its words; where it is left out, the first one that has no task and that the quota meets. */
  clause: z.string().max(200).optional(),
  /** Which dated round of the item, by its title. */
  round: z.string().max(60).default(''),
  /** 综合查一次: items of plans visited for together with it. */
  furtherItemIds: z.array(z.int()).max(9, '一次最多合并十项').readonly().default([]),
});
export type NewTask = z.infer<typeof NewTask>;

/** Several tasks in one step: all clauses of an item, or its rounds. */
export const NewTasks = z.object({ tasks: z.array(NewTask).min(1, '请至少选一项').max(100, '一次最多下达100个任务') });

/** A 临时 task (细则 第三条), to be approved before it is drawn. */
export const ProposedTask = z.object({
  origin: z.enum(['complaint', 'assigned', 'data']),
  source: z.object({
    reference: words('来文文号或来电登记', 120),
    receivedOn: day('收到日期'),
    handedBy: words('转来单位或登记人', 60),
    alleges: words('反映的问题', 1_000),
  }),
  ...taskFields,
  /** 定向: the objects to be inspected, every one of them; empty draws from the filter by the quota. */
  objectIds: z.array(z.int()).max(200, '定向检查一次不超过200户').readonly(),
  quota: TaskQuotaInput.nullable(),
  /** The 专项治理 it carries out. */
  campaignId: z.int().nullable().default(null),
});
export type ProposedTask = z.infer<typeof ProposedTask>;

export const CancelTask = z.object({ id: z.int(), reason: words('取消的理由', 200) });

export const ConfirmPlanImport = z.object({
  stageId: z.int(),
  /** Asked of the user where the title does not say it. */
  year: z.int('请填写计划年度').min(2000).max(2099),
});

export const BindClass = z.object({ name: words('类别名称', 60), poolFilter: PoolFilterInput });

export const SetOccasion = z.object({
  year: z.int().min(2000).max(2099),
  name: words('时间节点', 20),
  fromOn: day('开始日期'),
  toOn: day('结束日期'),
});

/** The pool of a task that is there, or of one a form is about to make; one page of its names. */
export const PoolQuestion = z.object({
  of: z.union([
    z.object({ taskId: z.int() }),
    z.object({
      poolFilter: PoolFilterInput,
      quota: TaskQuotaInput.nullable(),
      jointDepartments: z.array(z.string().trim().min(1).max(30)).max(20).readonly(),
      /** Items of plans visited for, the task's own first; none for a 临时 task. */
      planItemIds: z.array(z.int()).max(10).readonly(),
      objectIds: z.array(z.int()).max(200).readonly(),
    }),
  ]),
  isGraded: z.boolean().default(false),
  text: z.string().trim().max(60).default(''),
  reason: z.string().max(20).nullable().default(null),
  offset: z.int().min(0).default(0),
  limit: z.int().min(0).max(1_000_000).default(0),
});
export type PoolQuestion = z.infer<typeof PoolQuestion>;
