import type { Grade } from '../../kernel/pack-basis.ts';

/** 效果评估 (霍林郭勒方案 三（四）): whether the grades told where problems would be found. */

/** An inspection with a published result, and the grade its enterprise had when it was drawn. */
export interface GradedVisit {
  readonly grade: Grade | null;
  readonly foundProblem: boolean;
}

export interface EffectLine {
  readonly grade: Grade | null;
  readonly visits: number;
  readonly problems: number;
  /** Problems found per 100 inspections, in tenths: 12.5 is 125. Null without an inspection. */
  readonly perHundred: number | null;
}

/** By grade, best first, ungraded last (left out where there are none). Rounded to the nearest tenth, halves up. */
export function effectLines(visits: readonly GradedVisit[], grades: readonly Grade[]): readonly EffectLine[] {
  const line = (grade: Grade | null): EffectLine => {
    const own = visits.filter((visit) => visit.grade === grade);
    const problems = own.filter(({ foundProblem }) => foundProblem).length;
    return { grade, visits: own.length, problems, perHundred: perHundred(problems, own.length) };
  };
  const ungraded = line(null);
  return [...grades.map(line), ...(ungraded.visits === 0 ? [] : [ungraded])];
}

/** In tenths; null where nothing was inspected. */
export function perHundred(problems: number, visits: number): number | null {
  return visits === 0 ? null : Math.floor((problems * 2000 + visits) / (2 * visits));
}

/**
 * How well grades tell enterprises with problems from those without: of all pairs of an inspection that found a problem and one
 * that did not, in how many the first had the worse grade (a tie counts half), in thousandths. 500 = no better than a coin,
 * 1000 = always. Null where one kind is missing. Ungraded inspections are left out.
 */
export function discernment(visits: readonly GradedVisit[], grades: readonly Grade[]): number | null {
  const counts = grades.map((grade) => {
    const own = visits.filter((visit) => visit.grade === grade);
    const bad = own.filter(({ foundProblem }) => foundProblem).length;
    return { bad, good: own.length - bad };
  });
  const bad = counts.reduce((sum, one) => sum + one.bad, 0);
  const good = counts.reduce((sum, one) => sum + one.good, 0);
  if (bad === 0 || good === 0) return null;
  let better = 0;
  let halves = 0;
  for (const one of counts) {
    halves += one.bad * (2 * better + one.good);
    better += one.good;
  }
  return Math.floor((halves * 1000) / (2 * bad * good));
}
