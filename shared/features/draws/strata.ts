import type { Grade } from '../../kernel/pack-basis.ts';
import { refuse } from '../../kernel/result.ts';
import { type DrawInputs, isGraded, type PooledObject } from './pool.ts';
import { type Quota, quotaOf, sampleSize } from './quota.ts';
import type { CeremonyRefusal } from './refusals.ts';
import type { DrawSetting } from './schemas.ts';
import { compareText } from './text-order.ts';

export interface PreparedStratum {
  readonly name: string;
  /** Left after the exclusions; this is what a ratio counts. */
  readonly poolSize: number;
  readonly excluded: number;
  readonly mustCount: number;
  /** Before 必检. */
  readonly quota: Quota;
  readonly sampleSize: number;
}

/** Ratios that would do, by grade; a grade not named keeps its own. */
export type Raises = readonly { readonly grade: string; readonly bp: number }[];

/** `C级提到30%、B级提到12%`. */
export function sayRaises(raises: Raises): string {
  return raises.map(({ grade, bp }) => `${grade}级提到${bp / 100}%`).join('、');
}

/** By name. Objects without a grade are in none where grades are drawn apart: freezing is refused until they have one. */
export function strataOf(
  setting: DrawSetting,
  inputs: DrawInputs,
  objects: readonly PooledObject[],
): PreparedStratum[] {
  const graded = isGraded(setting, inputs);
  const counts = new Map<string, { poolSize: number; excluded: number; mustCount: number }>();
  for (const { stratum, excluded, isMust } of objects) {
    if (graded && stratum === '*') continue;
    const count = counts.get(stratum) ?? { poolSize: 0, excluded: 0, mustCount: 0 };
    if (excluded !== null) count.excluded += 1;
    else {
      count.poolSize += 1;
      if (isMust) count.mustCount += 1;
    }
    counts.set(stratum, count);
  }
  return [...counts]
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, count]) => {
      const quota = stratumQuota(setting, inputs, name);
      return { name, ...count, quota, sampleSize: sampleSize(count.poolSize, quota, count.mustCount) };
    });
}

export function stratumQuota(setting: DrawSetting, { quota }: DrawInputs, stratum: string): Quota {
  if (setting.mode === 'batch') return { bp: 10_000, atLeast: 0 };
  if (quota.kind === 'count') return { count: quota.count };
  // A grade the setting knows no ratio of is drawn as the plan asks.
  return { bp: (stratum === '*' ? undefined : setting.ratios[stratum as Grade]) ?? quota.bp, atLeast: 0 };
}

/** 必检 lies inside the quota: more of them than it asks is refused, with the ratio that would hold them. */
export function overfull(strata: readonly PreparedStratum[]): CeremonyRefusal | null {
  for (const { name, poolSize, mustCount, quota } of strata) {
    const asked = sampleSize(poolSize, quota);
    if (mustCount > asked) {
      const raises = name === '*' ? [] : [{ grade: name, bp: wholePercentFor(poolSize, mustCount) }];
      return refuse('MUST_ABOVE_QUOTA', { must: mustCount, quota: asked, raises });
    }
  }
  return null;
}

/** How many the plan asks of all grades together; null where it sets no floor to them. */
export function plannedFloor(
  setting: DrawSetting,
  inputs: DrawInputs,
  strata: readonly PreparedStratum[],
): number | null {
  if (!isGraded(setting, inputs) || inputs.quota.kind !== 'ratio') return null;
  return quotaOf(
    strata.reduce((sum, { poolSize }) => sum + poolSize, 0),
    inputs.quota.bp,
  );
}

/**
 * 计划“不少于4%”: the grades together may not fall short of it. The lowest grade that is not drawn whole is to be raised, then
 * the next above it, in whole percent, until it is enough.
 */
export function shortfall(strata: readonly PreparedStratum[], planned: number | null): CeremonyRefusal | null {
  const graded = strata.reduce((sum, stratum) => sum + stratum.sampleSize, 0);
  if (planned === null || graded >= planned) return null;
  let missing = planned - graded;
  const raises: { grade: string; bp: number }[] = [];
  for (const { name, poolSize, sampleSize: drawn } of strata.toReversed()) {
    const more = Math.min(missing, poolSize - drawn);
    if (more <= 0) continue;
    raises.push({ grade: name, bp: wholePercentFor(poolSize, drawn + more) });
    missing -= more;
  }
  return refuse('SHORT_OF_PLAN', { planned, graded, raise: raises[0]?.grade ?? '', raises });
}

/** The least whole percent, in basis points, that asks `count` of a pool; `count` is not above the pool. */
function wholePercentFor(poolSize: number, count: number): number {
  const bp = Math.floor(((count - 1) * 10_000) / poolSize) + 1;
  return Math.ceil(bp / 100) * 100;
}
