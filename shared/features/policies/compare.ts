import { citeArticle, type PackSource, STANDING_WORDS, type Standing } from '../../kernel/pack-basis.ts';
import type { PackShape } from '../../kernel/policy-shape.ts';
import { chapters } from './chapters.ts';
import { entriesOf, keyOf } from './entries.ts';
import type { Chapter, Entry } from './fields.ts';
import { sayField } from './words.ts';

export interface FieldDifference {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** How one entry of two versions differs. */
export interface EntryDifference {
  readonly chapter: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly name: string;
  /** What an added or removed entry says, or what changed of it. */
  readonly fields: readonly FieldDifference[];
}

export const differenceTitles = { added: '新增', removed: '取消', changed: '调整' } as const;

/** Compares two packs chapter by chapter and entry by entry; of other packs also, as where an office takes up another. */
export function comparePacks(before: PackShape, after: PackShape): readonly EntryDifference[] {
  return chapters.flatMap((chapter) => [
    ...compareChapter(chapter, before, after),
    ...reordered(chapter, before, after),
  ]);
}

/** `新增2条，调整1条，取消1条。` */
export function sayDifferences(differences: readonly EntryDifference[]): string {
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const count = differences.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${differenceTitles[kind]}${count}条`];
  });
  return parts.length === 0 ? '两版内容相同。' : `${parts.join('，')}。`;
}

function compareChapter(chapter: Chapter, before: PackShape, after: PackShape): readonly EntryDifference[] {
  const [older, newer] = [byKey(chapter, before), byKey(chapter, after)];
  const here = [...newer].flatMap(([key, entry]): EntryDifference[] => {
    const old = older.get(key) ?? null;
    const fields = fieldsOf(chapter, old, entry, before, after);
    if (old !== null && fields.length === 0) return [];
    return [{ chapter: chapter.title, kind: old === null ? 'added' : 'changed', name: chapter.nameOf(entry), fields }];
  });
  const gone = [...older].flatMap(([key, entry]): EntryDifference[] => {
    if (newer.has(key)) return [];
    const fields = fieldsOf(chapter, entry, null, before, after);
    return [{ chapter: chapter.title, kind: 'removed', name: chapter.nameOf(entry), fields }];
  });
  return [...here, ...gone];
}

/** The order of entries matters where the first that fits holds; it is told once for a chapter. */
function reordered(chapter: Chapter, before: PackShape, after: PackShape): readonly EntryDifference[] {
  const [older, newer] = [byKey(chapter, before), byKey(chapter, after)];
  const was = [...older].filter(([key]) => newer.has(key));
  const is = [...newer].filter(([key]) => older.has(key));
  if (was.every(([key], index) => is[index]?.[0] === key)) return [];
  const say = (entries: readonly [string, Entry][]) => entries.map(([, entry]) => chapter.nameOf(entry)).join('、');
  const fields = [{ title: '排列顺序', before: say(was), after: say(is) }];
  return [{ chapter: chapter.title, kind: 'changed', name: '排列顺序', fields }];
}

function byKey(chapter: Chapter, pack: PackShape): ReadonlyMap<string, Entry> {
  return new Map(entriesOf(pack, chapter).map((entry) => [keyOf(chapter, entry), entry]));
}

function fieldsOf(
  chapter: Chapter,
  old: Entry | null,
  now: Entry | null,
  before: PackShape,
  after: PackShape,
): readonly FieldDifference[] {
  const said = chapter.fields.map(({ key, ...field }) => ({
    title: field.title,
    before: old === null ? '' : sayField({ key, ...field }, old[key], before, old),
    after: now === null ? '' : sayField({ key, ...field }, now[key], after, now),
  }));
  const basis = chapter.hasBasis ? [...basisOf(old, now), markOf(old, now)] : [];
  const found = [...said, ...basis].filter((field) => field.before !== field.after);
  // What no field shows, as the indicators of a model, is still told to differ.
  if (found.length === 0 && old !== null && now !== null && JSON.stringify(old) !== JSON.stringify(now)) {
    return [{ title: '内容', before: '原内容', after: '内容有调整' }];
  }
  return found;
}

function basisOf(old: Entry | null, now: Entry | null): readonly FieldDifference[] {
  const sources = [old, now].map((entry) => (entry?.source ?? null) as PackSource | null);
  const of = (say: (source: PackSource) => string) => sources.map((source) => (source === null ? '' : say(source)));
  const [citedBefore = '', citedAfter = ''] = of(citeArticle);
  const [quoteBefore = '', quoteAfter = ''] = of(({ quote }) => quote ?? '');
  return [
    { title: '依据', before: citedBefore, after: citedAfter },
    { title: '原文', before: quoteBefore, after: quoteAfter },
  ];
}

function markOf(old: Entry | null, now: Entry | null): FieldDifference {
  const [before = '', after = ''] = [old, now].map((entry) =>
    entry === null ? '' : STANDING_WORDS[entry.standing as Standing],
  );
  return { title: '标记', before, after };
}
