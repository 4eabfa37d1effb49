import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { chapters } from './chapters.ts';
import type { ChapterKey } from './fields.ts';

const ChapterName = z.enum(chapters.map(({ key }) => key) as [ChapterKey, ...ChapterKey[]]);

export const VersionId = z.object({ id: z.int() });

/** What a new version begins as a copy of: an approved version, or a pack the program came with. */
export const DraftFrom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('version'), id: z.int() }),
  z.object({ kind: z.literal('shipped'), packId: z.string().min(1).max(60) }),
]);
export type DraftFrom = z.infer<typeof DraftFrom>;

const EntryPlace = z.object({ id: z.int(), chapter: ChapterName, key: z.string().min(1).max(200) });

/** `key` is null for an entry that is added. */
export const SaveEntry = EntryPlace.extend({
  key: z.string().min(1).max(200).nullable(),
  entry: z.record(z.string(), z.unknown()),
});
export type SaveEntry = z.infer<typeof SaveEntry>;
export const RemoveEntry = EntryPlace;
export type RemoveEntry = z.infer<typeof RemoveEntry>;
export const MoveEntry = EntryPlace.extend({ by: z.union([z.literal(-1), z.literal(1)]) });
export type MoveEntry = z.infer<typeof MoveEntry>;

export const Submit = z.object({
  id: z.int(),
  inForceOn: z.string().refine(isLocalDate, '请选择施行日期'),
  because: z.string().trim().min(1, '请填写修改理由').max(500, '修改理由不超过500个字'),
});
export type Submit = z.infer<typeof Submit>;

export const Approve = z.object({ id: z.int(), opinion: z.string().trim().max(500, '意见不超过500个字').default('') });
export const Return = z.object({
  id: z.int(),
  opinion: z.string().trim().min(1, '请写明退回理由').max(500, '意见不超过500个字'),
});

/** Two versions to be compared; `shipped:<pack>` is a pack as the program came with it. */
export const Compared = z.object({ from: z.string().max(80), to: z.string().max(80) });
