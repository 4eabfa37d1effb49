import { z } from 'zod';
import type { ObjectEntry } from './entries.ts';
import { objectStatuses } from './object-columns.ts';
import { Day, Names, neededText, StatedText } from './schemas.ts';

/** 批量变更: the same change of many objects. */
export const BatchChange = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('tags'), add: Names, remove: Names })
    .refine(({ add, remove }) => add.length + remove.length > 0, { path: ['add'], message: '请填写要加上或去掉的标签' })
    .refine(({ add, remove }) => add.every((tag) => !remove.includes(tag)), {
      path: ['remove'],
      message: '同一个标签不能既加上又去掉',
    }),
  z.object({
    kind: z.literal('status'),
    status: z.enum(objectStatuses),
    statusOn: Day,
    statusDocument: StatedText.optional(),
  }),
  z.object({ kind: z.literal('priority'), to: z.boolean() }),
  z.object({ kind: z.literal('aboveScale'), to: z.boolean() }),
  z.object({ kind: z.literal('town'), to: neededText('乡镇苏木') }),
  z.object({ kind: z.literal('industry'), to: neededText('行业（业务领域）') }),
]);
export type BatchChange = z.infer<typeof BatchChange>;

/** The entry after the change; the very same when there is nothing to change in it. */
export function applyBatchChange(entry: ObjectEntry, change: BatchChange): ObjectEntry {
  switch (change.kind) {
    case 'tags': {
      const kept = entry.tags.filter((tag) => !change.remove.includes(tag));
      const tags = [...kept, ...new Set(change.add.filter((tag) => !kept.includes(tag)))];
      return tags.length === entry.tags.length && tags.every((tag, index) => tag === entry.tags[index])
        ? entry
        : { ...entry, tags };
    }
    case 'status': {
      const { status, statusOn, statusDocument } = change;
      const isSame = entry.status === status && entry.statusOn === statusOn && entry.statusDocument === statusDocument;
      return isSame ? entry : { ...entry, status, statusOn, statusDocument };
    }
    default:
      return entry[change.kind] === change.to ? entry : { ...entry, [change.kind]: change.to };
  }
}

/** The change as the history and the list of batches name it. */
export function batchChangeTitle(change: BatchChange): string {
  switch (change.kind) {
    case 'tags':
      return [
        ...(change.add.length > 0 ? [`加上监管标签${quoted(change.add)}`] : []),
        ...(change.remove.length > 0 ? [`去掉监管标签${quoted(change.remove)}`] : []),
      ].join('，');
    case 'status': {
      const document = change.statusDocument === undefined ? '' : `，${change.statusDocument}`;
      return `状态改为“${change.status}”（${change.statusOn}${document}）`;
    }
    case 'priority':
      return change.to ? '改为重点企业' : '改为一般企业';
    case 'aboveScale':
      return change.to ? '改为规模以上' : '改为规模以下';
    case 'town':
      return `所属乡镇苏木改为“${change.to}”`;
    case 'industry':
      return `行业（业务领域）改为“${change.to}”`;
  }
}

function quoted(tags: readonly string[]): string {
  return tags.map((tag) => `“${tag}”`).join('、');
}
