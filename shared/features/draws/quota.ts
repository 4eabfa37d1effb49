/** What is asked of one stratum: a ratio in basis points with a least number, or a plain count ("2家"). */
export type Quota = { readonly bp: number; readonly atLeast: number } | { readonly count: number };

/** How many objects a ratio asks of a pool: rounded up, never above the pool. `bp` is in basis points (5 % = 500). 细则 第八条. */
export function quotaOf(poolSize: number, bp: number, atLeast = 0): number {
  return Math.min(poolSize, Math.max(atLeast, Math.floor((poolSize * bp + 9_999) / 10_000)));
}

/** The size of a stratum's sample; objects that must be inspected raise it where they are more. */
export function sampleSize(poolSize: number, quota: Quota, mustCount = 0): number {
  const asked = 'count' in quota ? Math.min(poolSize, quota.count) : quotaOf(poolSize, quota.bp, quota.atLeast);
  return Math.max(asked, mustCount);
}
