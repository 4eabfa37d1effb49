import { z } from 'zod';

const text = (label: string, most: number) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);

/** At least ten characters; length is what protects an offline PC. The sentence is shown beside the field. */
export const Password = z.string().min(10, '密码至少10个字符').max(128, '密码不超过128个字符');

export const NewAccount = z.object({
  name: text('姓名', 30),
  login: z
    .string()
    .trim()
    .regex(/^[a-z0-9_.-]{2,32}$/i, '登录名用2至32个字母、数字、点、横线或下划线'),
  section: z.string().trim().max(30).default(''),
  isAdmin: z.boolean().default(false),
  isOperator: z.boolean().default(false),
  isReviewer: z.boolean().default(false),
  isLeader: z.boolean().default(false),
  isPrincipal: z.boolean().default(false),
  password: Password,
});
export type NewAccount = z.infer<typeof NewAccount>;

export const SetUp = z.object({
  name: text('单位名称', 60),
  shortName: text('机关简称', 20),
  department: text('部门简称', 20),
  sections: z.array(text('股室名称', 30)).min(1, '至少填写一个股室').max(30),
  packId: text('规则包', 60),
  accounts: z.array(NewAccount).min(3, '请设置管理员、经办人、审核人和局领导').max(20),
});
export type SetUp = z.infer<typeof SetUp>;

export const SignIn = z.object({ login: text('登录名', 32), password: z.string().min(1, '请填写密码').max(128) });

export const ChangeAccount = NewAccount.omit({ password: true, login: true }).extend({
  id: z.int(),
  isActive: z.boolean(),
});

export const ChangePassword = z.object({ current: z.string().min(1, '请填写当前密码').max(128), next: Password });

export const Recover = z.object({
  code: z.string().trim().min(1, '请填写恢复码').max(80),
  login: text('登录名', 32),
  next: Password,
});

/** A list as the page shows it, to be written as a workbook. At most 100,000 rows. */
export const ListExport = z.object({
  title: text('列表名称', 60),
  columns: z
    .array(z.object({ heading: z.string().max(60), kind: z.enum(['text', 'number']) }))
    .min(1)
    .max(200),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).max(200)).max(100_000),
});

export const RecoveryCode = z.object({ code: z.string().min(1).max(80) });
