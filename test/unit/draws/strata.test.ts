import { describe, expect, test } from 'vitest';
import { quotaOf } from '../../../shared/features/draws/quota.ts';
import { overfull, type PreparedStratum, shortfall } from '../../../shared/features/draws/strata.ts';
import { fc } from '../../support/properties.ts';

const stratum = (name: string, poolSize: number, bp: number, mustCount = 0): PreparedStratum => ({
  name,
  poolSize,
  excluded: 0,
  mustCount,
  quota: { bp, atLeast: 0 },
  sampleSize: Math.max(mustCount, quotaOf(poolSize, bp)),
});

describe('计划下限', () => {
  test('最低的等级不够，再提上一级，直到够', () => {
    const strata = [stratum('A', 100, 100), stratum('B', 50, 100), stratum('C', 10, 1_000), stratum('D', 5, 10_000)];
    expect(shortfall(strata, 30)).toMatchObject({
      code: 'SHORT_OF_PLAN',
      details: {
        planned: 30,
        graded: 8,
        raise: 'C',
        raises: [
          { grade: 'C', bp: 9_100 },
          { grade: 'B', bp: 2_700 },
        ],
      },
    });
    expect(shortfall(strata, 8)).toBeNull();
    expect(shortfall(strata, null)).toBeNull();
  });

  test('照建议提高之后一定达到，少一个百分点则不够', () => {
    const pools = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 300 }), bp: fc.integer({ min: 0, max: 9_999 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 10_000 }), (given, floor) => {
        const strata = given.map(({ size, bp }, n) => stratum('ABCD'.charAt(n), size, bp));
        const planned = quotaOf(
          strata.reduce((sum, { poolSize }) => sum + poolSize, 0),
          floor,
        );
        const short = shortfall(strata, planned);
        if (short?.code !== 'SHORT_OF_PLAN') return;
        const raised = (less: number) =>
          strata
            .map(({ name, poolSize, sampleSize }) => {
              const bp = short.details.raises.find(({ grade }) => grade === name)?.bp;
              return bp === undefined ? sampleSize : Math.max(sampleSize, quotaOf(poolSize, bp - less));
            })
            .reduce((sum, n) => sum + n, 0);
        expect(raised(0)).toBeGreaterThanOrEqual(planned);
        expect(raised(100)).toBeLessThan(planned);
      }),
    );
  });
});

test('必检多于本级户数的，说出要提到多少', () => {
  expect(overfull([stratum('A', 100, 500), stratum('C', 20, 1_000, 5)])).toMatchObject({
    code: 'MUST_ABOVE_QUOTA',
    details: { must: 5, quota: 2, raises: [{ grade: 'C', bp: 2_100 }] },
  });
  expect(overfull([stratum('A', 100, 500, 5)])).toBeNull();
});
