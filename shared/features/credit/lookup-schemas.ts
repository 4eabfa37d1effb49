import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { lookupMatters } from './lookups.ts';

const Day = z.string().refine(isLocalDate, '请选择日期');

/** What is asked of every lookup, whatever it belongs to. */
export const LookupWords = z.object({
  purpose: z.string().trim().min(1, '请填写查询用途').max(200, '查询用途不超过200个字'),
  askedBy: z.string().trim().min(1, '请填写由谁提出查询').max(60, '不超过60个字'),
});

export const NewLookupInput = LookupWords.extend({
  objectId: z.int(),
  matter: z.enum(lookupMatters),
  subject: z.string().trim().min(1, '请填写办理的事项').max(100, '事项不超过100个字'),
  inspectionId: z.int().nullable().default(null),
});
export type NewLookupInput = z.infer<typeof NewLookupInput>;

/** Several inspections at once: those of a task, or some chosen ones. */
export const LookUpInspections = LookupWords.extend({ inspectionIds: z.array(z.int()).min(1).max(500) });
export type LookUpInspections = z.infer<typeof LookUpInspections>;

export const LookupQuery = z.object({
  text: z.string().trim().max(60).default(''),
  matter: z.enum(lookupMatters).nullable().default(null),
  adverse: z.boolean().nullable().default(null),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
});
export type LookupQuery = z.infer<typeof LookupQuery>;
