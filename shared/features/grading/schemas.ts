import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { recordKinds } from './credit-records.ts';

const Day = z.string().refine(isLocalDate, '请选择日期');

export const NewRecord = z.object({
  objectId: z.int(),
  kind: z.enum(recordKinds),
  happenedOn: Day,
  source: z.string().trim().min(1, '请填写来源').max(100, '来源不超过100个字'),
  documentNumber: z.string().trim().max(100, '文号不超过100个字').default(''),
  summary: z.string().trim().max(500, '摘要不超过500个字').default(''),
});
export type NewRecord = z.infer<typeof NewRecord>;

export const EndRecord = z.object({ recordId: z.int(), endedOn: Day });
