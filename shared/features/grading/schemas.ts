import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { Grade } from '../../kernel/pack-basis.ts';

const Day = z.string().refine(isLocalDate, '请选择日期');

const Page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(100_000).default(50) };

export const gradeSorts = ['name', 'code', 'grade', 'points', 'national'] as const;
export type GradeSort = (typeof gradeSorts)[number];

/** 等级一览: what is asked for; '' asks for everything. */
export const ListGrades = z.object({
  text: z.string().trim().max(100).default(''),
  grade: z.union([Grade, z.enum(['', 'none'])]).default(''),
  basis: z.enum(['', 'national-grade', 'reference', 'model', 'no-national-grade', 'manual']).default(''),
  isRaised: z.boolean().default(false),
  sort: z.enum(gradeSorts).default('name'),
  descending: z.boolean().default(false),
  ...Page,
});
export type ListGrades = z.infer<typeof ListGrades>;

/** The grades as they stood when a draw was frozen: of its 名单, or of the whole roster. */
export const FrozenFilter = z.object({
  drawId: z.int(),
  text: z.string().trim().max(100).default(''),
  grade: z.union([Grade, z.literal('')]).default(''),
  scope: z.enum(['pool', 'roster']).default('pool'),
});
export type FrozenFilter = z.infer<typeof FrozenFilter>;
export const ListFrozen = FrozenFilter.extend(Page);
export type ListFrozen = z.infer<typeof ListFrozen>;

/** 等级变动: the newest first. `causes` names commands; the day is one of them. */
export const ListMoves = z.object({
  text: z.string().trim().max(100).default(''),
  direction: z.enum(['', 'up', 'down']).default(''),
  toGrade: z.union([Grade, z.literal('')]).default(''),
  cause: z.string().max(60).default(''),
  isNoted: z.enum(['', 'yes', 'no']).default(''),
  from: z.union([Day, z.literal('')]).default(''),
  to: z.union([Day, z.literal('')]).default(''),
  ...Page,
});
export type ListMoves = z.infer<typeof ListMoves>;

/** 知悉 of these changes, or of everything the filter finds but those of `except`. */
export const NoteMoves = z.object({
  ids: z.array(z.int()).max(2_000).default([]),
  all: ListMoves.nullable().default(null),
  except: z.array(z.int()).max(2_000).default([]),
});

export const ProposeManual = z.object({
  objectId: z.int(),
  toGrade: Grade,
  reason: z.string().trim().min(1, '请写明调整的理由').max(500, '理由不超过500个字'),
  expiresOn: Day,
});
export type ProposeManual = z.infer<typeof ProposeManual>;

export const DecideManual = z.object({
  id: z.int(),
  decision: z.enum(['approve', 'reject']),
  opinion: z.string().trim().max(500, '意见不超过500个字').default(''),
});

export const WithdrawManual = z.object({
  id: z.int(),
  reason: z.string().trim().min(1, '请写明撤回的理由').max(200, '理由不超过200个字'),
});
