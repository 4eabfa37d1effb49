import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { campaignStates } from './campaign.ts';
import { letterKinds } from './letter.ts';
import { summaryKinds } from './summary.ts';

const words = (label: string, most: number) =>
  z.string().trim().min(1, `请填写${label}`).max(most, `${label}不超过${most}个字`);
const optional = (most: number) => z.string().trim().max(most, `不超过${most}个字`).default('');
const day = (label: string) => z.string().refine(isLocalDate, `请选择${label}`);
const names = z.array(z.string().trim().min(1).max(60)).max(100).readonly();
const year = z.int('请填写年度').min(2000, '年度不对').max(2099, '年度不对');

export const ById = z.object({ id: z.int() });
export const RegisterId = z.object({ registerId: z.string().min(1).max(60) });

const cells = z.record(z.string().max(60), z.union([z.string().max(10_000), z.number(), z.null()]).optional());

export const NewEntry = RegisterId.extend({ cells });
export const CorrectEntry = ById.extend({ cells, reason: words('更正事由', 500) });
export const WithdrawEntry = ById.extend({ reason: words('撤回事由', 500) });
export const PublishEntry = ById.extend({ publishedOn: day('公示日期'), place: words('公示位置', 200) });
/** What a cell can be linked to: inspections and list entries, of one enterprise where it is named. */
export const LinkQuestion = z.object({ kind: z.enum(['inspection', 'list-entry']), objectId: z.int().nullable() });

export const ObjectFilter = z.object({
  aboveScale: z.boolean().optional(),
  isKey: z.boolean().optional(),
  kinds: names.optional(),
  townships: names.optional(),
  industries: names.optional(),
  tags: names.optional(),
  licences: names.optional(),
  nameHas: z.string().trim().max(60, '不超过60个字').optional(),
});

export const NewSummary = z
  .object({
    kind: z.enum(summaryKinds),
    year,
    field: optional(60),
    isInternal: z.boolean(),
    filter: ObjectFilter.default({}),
  })
  .refine(({ kind, field }) => kind !== 'field' || field !== '', { path: ['field'], message: '请选择领域' });
export type NewSummary = z.infer<typeof NewSummary>;

export const EditSummary = ById.extend({
  title: words('标题', 120),
  sections: z
    .array(z.object({ heading: z.string().trim().max(60), text: z.string().trim().max(20_000) }))
    .min(1)
    .max(40),
});
export const ReviewSummary = ById.extend({ opinion: words('意见', 500) });

export const NewLetters = z.object({
  kind: z.enum(letterKinds),
  /** One letter each. */
  addressees: z.array(words('主送单位', 100)).min(1, '请至少选一个主送单位').max(20),
  source: z.enum(['list-entry', 'register-entry', 'none']),
  sourceId: z.int().nullable(),
  objectId: z.int().nullable(),
  subjectName: words('通报对象', 200),
  title: words('标题', 120),
  body: words('正文', 10_000),
});
export const EditLetter = ById.extend({ title: words('标题', 120), body: words('正文', 10_000) });
export const ReviewLetter = ById.extend({ opinion: words('意见', 500) });
/** 发出 or 答复: when, and in what way or what was answered. */
export const DayAndText = ById.extend({ onDay: day('日期'), text: words('说明', 2_000) });
export const WithdrawLetter = ById.extend({ reason: words('撤回事由', 500) });

export const NewCampaign = z
  .object({
    name: words('名称', 100),
    field: words('领域', 60),
    fromOn: day('开始日期'),
    toOn: day('结束日期'),
    goal: words('目标', 2_000),
    basis: optional(500),
    filter: ObjectFilter,
  })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, { path: ['toOn'], message: '结束日期不能早于开始日期' });
export type NewCampaign = z.infer<typeof NewCampaign>;

export const WorkCampaign = z.object({
  campaignId: z.int(),
  objectIds: z.array(z.int()).min(1, '请至少选一户').max(1_000),
  state: z.enum(campaignStates),
  onDay: day('日期'),
  dueOn: z
    .string()
    .refine((on) => on === '' || isLocalDate(on), '请选择整改期限')
    .default(''),
  record: words('记录', 2_000),
});
export const EndCampaign = ById.extend({ outcome: words('治理成效', 5_000) });

export const SubjectList = z.object({ field: words('领域', 60), filter: ObjectFilter });
