import { sayRatio } from '../../kernel/quota-reading.ts';
import type { Quota } from './quota.ts';

/** `5%`, `5%且不少于3户`, `2户`. */
export function sayQuota(quota: Quota): string {
  if ('count' in quota) return `${quota.count}户`;
  return `${sayRatio(quota.bp)}${quota.atLeast > 0 ? `且不少于${quota.atLeast}户` : ''}`;
}

/** How a quota came to its number, rounding included: `13户×5%=0.65户，进为1户`. Of a plain count there is nothing to reckon. */
export function sayReckoning(poolSize: number, quota: Quota, mustCount: number, sampleSize: number): string {
  const raised = mustCount > 0 && mustCount === sampleSize ? `；必检${mustCount}户在内` : '';
  if ('count' in quota) {
    const whole = poolSize < quota.count ? `参加抽取的只有${poolSize}户，全部抽取` : `按${quota.count}户抽取`;
    return `${whole}${raised}`;
  }
  const parts = poolSize * quota.bp;
  const [whole, rest] = [Math.floor(parts / 10_000), parts % 10_000];
  const exact = rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(4, '0').replace(/0+$/, '')}`;
  const rounded = rest === 0 ? '' : `，进为${whole + 1}户`;
  const least = quota.atLeast > whole + Number(rest > 0) ? `，按下限取${Math.min(poolSize, quota.atLeast)}户` : '';
  return `${poolSize}户×${sayRatio(quota.bp)}=${exact}户${rounded}${least}${raised}`;
}
