import { type ChiSquare, chiSquare } from '../../kernel/chi-square.ts';

/** Enterprises that fared alike in the lots they took part in. `expected` and `variance` of each, in millionths. */
export interface ChanceGroup {
  readonly objects: number;
  readonly pools: number;
  readonly expected: number;
  readonly variance: number;
  readonly drawn: number;
  readonly must: number;
}

const MILLION = 1_000_000;
/** With fewer expected repeats the statistic has hardly any value but one. */
const FEWEST_REPEATS = 5;

/**
 * Enterprises with the same chances all along are compared with each other: Q = sum over the groups of sum (c - mean)^2 / variance, chi-square
 * with one degree less than members in each. One group in every lot gives the Q of draw.md. Null while fewer than five
 * enterprises are to be expected twice.
 */
export function objectChiSquare(fared: readonly ChanceGroup[]): ChiSquare | null {
  const groups = new Map<number, { count: number; sum: number; squares: number; variance: number }>();
  let repeats = 0;
  for (const { objects, expected, variance, drawn } of fared) {
    // Sum of p_d p_e over the pairs of lots: (e² - sum p²) / 2, where sum p² is about e - v.
    repeats += (objects * ((expected / MILLION) ** 2 - (expected - variance) / MILLION)) / 2;
    if (variance === 0) continue;
    const key = expected * 2 ** 26 + variance;
    const group = groups.get(key) ?? { count: 0, sum: 0, squares: 0, variance: variance / MILLION };
    group.count += objects;
    group.sum += objects * drawn;
    group.squares += objects * drawn * drawn;
    groups.set(key, group);
  }
  let statistic = 0;
  let degrees = 0;
  for (const { count, sum, squares, variance } of groups.values()) {
    statistic += (squares - (sum * sum) / count) / variance;
    degrees += count - 1;
  }
  return degrees === 0 || repeats < FEWEST_REPEATS ? null : chiSquare(statistic, degrees);
}

export interface TimesDrawn {
  readonly times: number;
  readonly objects: number;
  /** How many chance would give, to the tenth. */
  readonly expected: number;
}

/** How many enterprises were chosen never, once, twice …, beside what chance gives: each lot like the others of the same enterprise. */
export function timesDrawn(fared: readonly ChanceGroup[]): readonly TimesDrawn[] {
  const alike = new Map<number, { count: number; pools: number; chance: number }>();
  const found: number[] = [];
  for (const { objects, pools, expected, drawn } of fared) {
    if (pools === 0) continue;
    found[drawn] = (found[drawn] ?? 0) + objects;
    const key = expected * 1_000 + pools;
    const group = alike.get(key) ?? { count: 0, pools, chance: Math.min(1, expected / MILLION / pools) };
    group.count += objects;
    alike.set(key, group);
  }
  const expected: number[] = [];
  for (const { count, pools, chance } of alike.values()) {
    for (const [times, share] of binomial(pools, chance).entries())
      expected[times] = (expected[times] ?? 0) + count * share;
  }
  const most = Math.max(found.length, expected.findLastIndex((count) => count >= 0.05) + 1);
  return Array.from({ length: most }, (_, times) => ({
    times,
    objects: found[times] ?? 0,
    expected: Math.round((expected[times] ?? 0) * 10) / 10,
  }));
}

/** The chances of 0, 1, … successes. */
function binomial(trials: number, chance: number): readonly number[] {
  let chances = [1];
  for (let trial = 0; trial < trials; trial += 1) {
    chances = Array.from(
      { length: trial + 2 },
      (_, k) => (chances[k] ?? 0) * (1 - chance) + (chances[k - 1] ?? 0) * chance,
    );
  }
  return chances;
}
