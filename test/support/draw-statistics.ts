/** Statistics for samples without replacement; p-values as upper tails. */

/** Q = (N-1)/N * sum (c_i - Rp)^2 / (Rp(1-p)): chi-square with N-1 degrees of freedom (plain Pearson is wrong here). */
export function inclusionQ(counts: readonly number[], rounds: number, sampleSize: number): number {
  const population = counts.length;
  const p = sampleSize / population;
  const squares = counts.reduce((sum, count) => sum + (count - rounds * p) ** 2, 0);
  return (((population - 1) / population) * squares) / (rounds * p * (1 - p));
}

/** Pearson's statistic of counts that should be equal. */
export function evenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** P(X >= x) for chi-square, by the regularised incomplete gamma function. */
export function chiSquareTail(x: number, degrees: number): number {
  const a = degrees / 2;
  const z = x / 2;
  return z < a + 1 ? 1 - gammaSeries(a, z) : gammaFraction(a, z);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 2_000 && term > sum * 1e-15; n++) {
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
  for (let i = 1; i < 2_000; i++) {
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
