import { chapterOf } from '../../../shared/features/policies/chapters.ts';
import { entryProblems } from '../../../shared/features/policies/check-entry.ts';
import { entriesOf, entryAt, keyOf, typedEntry, withEntry } from '../../../shared/features/policies/entries.ts';
import type { Chapter } from '../../../shared/features/policies/fields.ts';
import type { PoliciesRefusals } from '../../../shared/features/policies/refusals.ts';
import type { DraftFrom, SaveEntry } from '../../../shared/features/policies/schemas.ts';
import { isOpen, type PolicyVersion, versionName } from '../../../shared/features/policies/versions.ts';
import { packProblems } from '../../../shared/kernel/policy-problems.ts';
import type { PackShape } from '../../../shared/kernel/policy-shape.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { loadPack } from '../../app/resources.ts';

type DraftRefusal = RefusalOf<PoliciesRefusals & { NOT_FOUND: { readonly what: string } }>;

export interface Draft {
  readonly version: PolicyVersion;
  readonly pack: PackShape;
}

/** A version with its content, in one of the states asked for. */
export function versionIn(ctx: Context, id: number, asked: 'open' | 'submitted'): Result<Draft, DraftRefusal> {
  const version = ctx.policies.versionById(id);
  const pack = ctx.policies.content(id);
  if (version === null || pack === null) return refuse('NOT_FOUND', { what: '规则包版本' });
  const name = versionName(version);
  if (asked === 'open' && !isOpen(version)) return refuse('POLICY_NOT_OPEN', { name });
  if (asked === 'submitted' && version.state !== 'submitted') return refuse('POLICY_NOT_SUBMITTED', { name });
  return done({ version, pack });
}

/** What a new version begins with: the content it is a copy of, under the next number of its pack. */
export function startOf(
  ctx: Context,
  from: DraftFrom,
): Result<{ pack: PackShape; basedOn: number | null }, DraftRefusal> {
  const source = from.kind === 'version' ? ctx.policies.content(from.id) : shippedPack(ctx, from.packId);
  if (source === null) return refuse('NOT_FOUND', { what: '规则包' });
  const version = ctx.policies.latestNumber(source.id) + 1;
  return done({ pack: { ...source, version }, basedOn: from.kind === 'version' ? from.id : null });
}

export function shippedPack(ctx: Pick<Context, 'ports'>, packId: string): PackShape | null {
  return loadPack(ctx.ports.places.resources, packId);
}

/** The draft with an entry as it was typed in the place of the old one, or added. */
export function withTyped(
  pack: PackShape,
  { chapter: chapterKey, key, entry: typed }: SaveEntry,
): Result<{ pack: PackShape; chapter: Chapter; name: string }, DraftRefusal> {
  const chapter = editableChapter(chapterKey);
  const was = key === null ? null : entryAt(pack, chapter, key);
  if (key !== null && was === null && chapter.form !== 'maybe') {
    return refuse('POLICY_ENTRY_GONE', { chapter: chapter.title });
  }
  if (key === null && (chapter.form === 'one' || chapter.form === 'fixed')) {
    return refuse('POLICY_ENTRY_KEPT', { chapter: chapter.title });
  }
  const entry = typedEntry(pack, chapter, was, typed);
  const name = chapter.nameOf(entry) || '新条目';
  const problems = entryProblems(chapter, entry);
  if (problems.length > 0) return refuse('POLICY_ENTRY_INVALID', { chapter: chapter.title, entry: name, problems });
  const isTwice = entriesOf(pack, chapter).some(
    (one) => keyOf(chapter, one) === keyOf(chapter, entry) && keyOf(chapter, one) !== key,
  );
  if (isTwice && chapter.form !== 'maybe') {
    const field = chapter.fields[0]?.title ?? '';
    const twice = [{ field, sentence: '与已有的一条相同。请改写。' }];
    return refuse('POLICY_ENTRY_INVALID', { chapter: chapter.title, entry: name, problems: twice });
  }
  return done({ pack: withEntry(pack, chapter, was === null ? null : key, entry), chapter, name });
}

/** A chapter whose entries are written here; the others are changed elsewhere. */
export function editableChapter(key: string): Chapter {
  const chapter = chapterOf(key);
  if (chapter === null || chapter.editedAt !== undefined) throw new Error(`no chapter to edit: ${key}`);
  return chapter;
}

/** What keeps a draft from being sent, a sentence each: `抽查比例和每年次数 · 大庆林甸：没有写明D级的抽查比例。请补上。` */
export function wholeProblems(pack: PackShape): readonly string[] {
  return packProblems(pack).map(({ chapter, entry, sentence }) => {
    const title = chapterOf(chapter)?.title ?? chapter;
    return entry === null ? `${title}：${sentence}` : `${title} · ${entry}：${sentence}`;
  });
}

/** National grades on file that a pack which uses them directly has no grade for: nobody could be graded under it. */
export function unmappedGrades(ctx: Context, pack: PackShape): readonly string[] {
  if (pack.evaluation.national !== 'direct') return [];
  const mapped = new Set(pack.grades.flatMap(({ national }) => national));
  return [...new Set(ctx.grading.nationalGrades().values())].filter((grade) => !mapped.has(grade)).sort();
}
