import { describe, expect, test } from 'vitest';
import { quotaOf, sampleSize } from '../../../shared/features/draws/quota.ts';
import { type QuotaVectors, vectors } from '../../support/draw-vectors.ts';

test.each(vectors<QuotaVectors>('ssj1_quota_infeasible').quotas)(
  '$N户按$bp个基点、至少$min户，抽$n户',
  ({ N, bp, min, n }) => {
    expect(quotaOf(N, bp, min)).toBe(n);
    expect(sampleSize(N, { bp, atLeast: min })).toBe(n);
  },
);

describe('户数', () => {
  test('“2家”抽两户，名单不足时全抽', () => {
    expect(sampleSize(60, { count: 2 })).toBe(2);
    expect(sampleSize(1, { count: 2 })).toBe(1);
    expect(sampleSize(0, { count: 2 })).toBe(0);
  });

  test('必检对象在比例之内，多于比例时以必检数为准', () => {
    expect(sampleSize(100, { bp: 500, atLeast: 0 }, 3)).toBe(5);
    expect(sampleSize(100, { bp: 500, atLeast: 0 }, 8)).toBe(8);
  });

  test('13户的5%是1户，不是0户', () => {
    expect(quotaOf(13, 500)).toBe(1);
  });
});
