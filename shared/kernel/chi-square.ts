/** Statistics for samples without replacement (draw.md, Fairness and statistics); p-values are upper tails. */

/** A chi-square statistic with its degrees of freedom and the chance of one at least so large. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/** Below this a draw is not taken for fair. */
export const ALARM = 1e-4;

export function chiSquare(statistic: number, degrees: number): ChiSquare {
  return { statistic, degrees, p: chiSquareTail(statistic, degrees) };
}

/**
 * Totals of members that have equal chances in every round: chi-square with one degree less than there are members.
 * `spread` is the sum over the rounds of the members' squared distances from the round's mean, observed or expected.
 */
export function exchangeableQ(totals: readonly number[], spread: number): number {
  return ((totals.length - 1) * squaresAround(totals)) / spread;
}

/** Q = (N-1)/N * sum (c_i - Rp)^2 / (Rp(1-p)): chi-square with N-1 degrees of freedom (plain Pearson is wrong here). */
export function inclusionQ(counts: readonly number[], rounds: number, sampleSize: number): number {
  const p = sampleSize / counts.length;
  return exchangeableQ(counts, rounds * counts.length * p * (1 - p));
}

/**
 * How often any two of N were in one sample: chi-square with N(N-1)/2 - 1 degrees of freedom. `together` is by pair (0,1), (0,2) …
 * (1,2) …; `counts` by member. What single members explain and what only pairs do vary on their own, each with its own variance.
 */
export function pairQ(
  together: readonly number[],
  counts: readonly number[],
  rounds: number,
  sampleSize: number,
): number {
  const [n, size] = [counts.length, sampleSize];
  const chance = (size * (size - 1) * (n - size) * (n - size - 1)) / (n * (n - 1) * (n - 2) * (n - 3));
  const sums = new Array<number>(n).fill(0);
  const pairs = pairsOf(n);
  for (const [index, [one, other]] of pairs.entries()) {
    sums[one]! += together[index]!;
    sums[other]! += together[index]!;
  }
  const all = together.reduce((sum, count) => sum + count, 0);
  const middle = (2 * all) / ((n - 1) * (n - 2));
  const squares = pairs.reduce((sum, [one, other], index) => {
    return sum + (together[index]! - (sums[one]! + sums[other]!) / (n - 2) + middle) ** 2;
  }, 0);
  return inclusionQ(counts, rounds, sampleSize) + squares / (rounds * chance);
}

/** The pairs of N members in the order (0,1), (0,2) … (1,2) …. */
export function pairsOf(members: number): (readonly [number, number])[] {
  return Array.from({ length: members }, (_, one) =>
    Array.from({ length: members - one - 1 }, (_, next) => [one, one + 1 + next] as const),
  ).flat();
}

/** How often each of N stood at each rank: chi-square with (N-1)² degrees of freedom, for rows and columns have fixed sums. */
export function rankQ(ranks: readonly (readonly number[])[]): number {
  return (ranks.reduce((sum, row) => sum + evenness(row), 0) * (ranks.length - 1)) / ranks.length;
}

/** Pearson's statistic of counts that should be equal. */
export function evenness(counts: readonly number[]): number {
  return squaresAround(counts) / meanOf(counts);
}

/** P(X >= x) for chi-square, by the regularised incomplete gamma function. */
export function chiSquareTail(x: number, degrees: number): number {
  const a = degrees / 2;
  const z = x / 2;
  if (z <= 0) return 1;
  return z < a + 1 ? 1 - gammaSeries(a, z) : gammaFraction(a, z);
}

function squaresAround(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Terms an argument far in the thousands needs. */
const MOST_TERMS = 100_000;

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-15; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

/** Lentz's continued fraction. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MOST_TERMS; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return Math.exp(-x + a * Math.log(x) - logGamma(a)) * h;
}

/** Stirling's series, shifted up where x is small. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}
