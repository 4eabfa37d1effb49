import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { type WarningLevel, type WarningState, warningLevelTitles, warningStateTitles } from './warning-rules.ts';

const needed = (label: string) => z.string().trim().min(1, `请填写${label}`).max(500, `${label}不超过500个字`);

/** Filters of the list of warnings; an empty one keeps everything. */
export const WarningFilter = z.object({
  text: z.string().trim().max(100).default(''),
  state: z
    .enum(Object.keys(warningStateTitles) as [WarningState, ...WarningState[]])
    .nullable()
    .default(null),
  level: z
    .enum(Object.keys(warningLevelTitles) as [WarningLevel, ...WarningLevel[]])
    .nullable()
    .default(null),
  ruleId: z.string().default(''),
  objectId: z.int().nullable().default(null),
});
export type WarningFilter = z.infer<typeof WarningFilter>;

/** The keys of the list's columns, and `standing`: what waits first, the urgent before the others. */
export const warningSorts = [
  'standing',
  'level',
  'name',
  'grade',
  'rule',
  'grounds',
  'opened',
  'state',
  'advice',
  'article',
  'code',
] as const;

export const WarningList = WarningFilter.extend({
  sort: z.enum(warningSorts).default('standing'),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(2_000).default(50),
});
export type WarningList = z.infer<typeof WarningList>;

export const WarningSelection = z.union([
  z.object({ ids: z.array(z.int()).min(1, '请选择预警').max(100_000) }),
  z.object({ filter: WarningFilter, except: z.array(z.int()).max(100_000) }),
]);
export type WarningSelection = z.infer<typeof WarningSelection>;

export const HandleWarnings = z.object({ selection: WarningSelection, note: needed('处置情况') });

/** 暂不处置: why, and the last day it may rest. */
export const AcknowledgeWarnings = z.object({
  selection: WarningSelection,
  note: needed('理由'),
  untilOn: z.string().refine(isLocalDate, '请填写暂不处置到哪一天'),
});
