import { z } from 'zod';

/** What every entry of a policy pack and of an indicator model rests on, and the letters both give. */

export const GRADES = ['A', 'B', 'C', 'D'] as const;
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

/** Where an entry comes from. `quote` is the article's own wording, checked against the source text. */
export const PackSource = z.strictObject({
  document: z.string().min(1),
  article: z.string().min(1),
  quote: z.string().min(1).optional(),
});
export type PackSource = z.infer<typeof PackSource>;

/** rule = the source says it; example = taken from elsewhere to start with (示例); unverified = to be checked before use (待核). */
export const Standing = z.enum(['rule', 'example', 'unverified']);
export type Standing = z.infer<typeof Standing>;

export const STANDING_WORDS: Readonly<Record<Standing, string>> = { rule: '原文', example: '示例', unverified: '待核' };

export const Basis = { source: PackSource, standing: Standing };
export const PackId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** `制度第五条`; the form reasons and screens use. */
export function citeArticle({ document, article }: PackSource): string {
  return `${document}${article}`;
}

export function isWithoutRepeats(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** Every source entry of a pack, wherever it stands in it. */
export function sourcesOf(pack: unknown): { source: PackSource; standing: Standing }[] {
  if (pack === null || typeof pack !== 'object') return [];
  const own = 'source' in pack && 'standing' in pack ? BasisOf.safeParse(pack) : null;
  return [...(own?.success === true ? [own.data] : []), ...Object.values(pack).flatMap(sourcesOf)];
}

const BasisOf = z.object(Basis);
