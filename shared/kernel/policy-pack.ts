import type { z } from 'zod';
import type { Grade } from './pack-basis.ts';
import type { DeadlineId, GradeRule, RatioPreset, Term } from './policy-entries.ts';
import { packProblems } from './policy-problems.ts';
import { PackShape } from './policy-shape.ts';

/**
 * A rule set as data: one pack per source under resources/policies. An office picks a pack and edits a copy;
 * every decision stores the pack's id and version. Ratios are basis points, terms working days.
 */
export const PolicyPack = PackShape.superRefine((pack, issues) => {
  for (const { chapter, entry, sentence } of packProblems(pack)) {
    issues.addIssue({ code: 'custom', path: [chapter], message: entry === null ? sentence : `${entry}：${sentence}` });
  }
});
export type PolicyPack = z.infer<typeof PolicyPack>;

/** The term of a step; every pack has each of them. */
export function termOf(pack: Pick<PolicyPack, 'deadlines'>, id: DeadlineId): Term {
  const term = pack.deadlines.find((candidate) => candidate.id === id);
  if (term === undefined) throw new Error(`pack without term ${id}`);
  return term;
}

/** The ratios the office draws with unless an operator changes them. */
export function presetInUse(pack: Pick<PolicyPack, 'ratioPresets' | 'defaultPreset'>): RatioPreset {
  const preset = pack.ratioPresets.find(({ id }) => id === pack.defaultPreset);
  if (preset === undefined) throw new Error(`pack without preset ${pack.defaultPreset}`);
  return preset;
}

/** What screens and papers call a grade: `A级`, `低风险`; a letter the pack no longer has keeps its letter. */
export function gradeTitle(
  { grades }: { readonly grades: readonly Pick<GradeRule, 'grade' | 'title'>[] },
  grade: Grade,
) {
  return grades.find((rule) => rule.grade === grade)?.title ?? `${grade}级`;
}
