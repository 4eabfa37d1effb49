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

export const NewTask = z.object({
  planItemId: z.int(),
  title: words('任务名称', 120),
  itemKind: z.enum(itemKinds),
  poolFilter: PoolFilterInput,
  quota: TaskQuotaInput,
  jointDepartments: z.array(z.string().trim().min(1).max(30)).max(20).readonly(),
  fromOn: day('开始日期'),
  toOn: day('结束日期'),
  checkItems: words('抽查事项', 2_000),
  checkFocus: z.string().trim().max(4_000),
  methods: z.array(z.string().trim().min(1).max(30)).min(1, '请选择检查方式').max(10).readonly(),
  basis: words('执法依据', 1_000),
});
export type NewTask = z.infer<typeof NewTask>;

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
