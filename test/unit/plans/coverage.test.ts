import { describe, expect, test } from 'vitest';
import { type CoverageItem, type CoverageObject, coverageOutlook } from '../../../shared/features/plans/coverage.ts';
import { cycleStart } from '../../../shared/kernel/coverage-cycle.ts';
import { fc } from '../../support/properties.ts';

const cycles = [
  { objects: 'key', years: 1 },
  { objects: 'ordinary', years: 3 },
] as const;
const object = (id: number, isKey: boolean, lastOn: string | null): CoverageObject => ({ id, isKey, lastOn });
const item = (ids: readonly number[], visits: number | null): CoverageItem => ({ ids: new Set(ids), visits });
const outlooks = (objects: readonly CoverageObject[], items: readonly CoverageItem[]) =>
  coverageOutlook(2026, objects, items, cycles).map(({ outlook }) => outlook);

describe('全覆盖周期按年计算', () => {
  test('重点企业一年一次：上年查过的，本年仍要查；一般企业三年一次：2024年以来查过的不再到期', () => {
    expect(cycleStart(2026, { objects: 'key', years: 1 })).toBe('2026-01-01');
    expect(cycleStart(2026, { objects: 'ordinary', years: 3 })).toBe('2024-01-01');
    const due = coverageOutlook(
      2026,
      [
        object(1, true, '2025-12-31'),
        object(2, true, '2026-02-01'),
        object(3, false, '2024-01-01'),
        object(4, false, '2023-12-31'),
        object(5, false, null),
      ],
      [],
      cycles,
    ).map(({ isDue }) => isDue);
    expect(due).toEqual([true, false, false, true, true]);
  });
});

describe('计划照此执行，谁会漏查', () => {
  test('到期而不在任何事项范围内的必漏', () => {
    expect(outlooks([object(1, true, null), object(2, true, null)], [item([1], 1)])).toEqual(['safe', 'missed']);
  });

  test('事项查遍全部范围的没有风险', () => {
    expect(outlooks([object(1, true, null), object(2, false, null)], [item([1, 2], 2)])).toEqual(['safe', 'safe']);
  });

  test('抽查数够查到期的，列为必检即可；不够的有风险', () => {
    const objects = [object(1, true, null), object(2, true, null), object(3, true, '2026-01-05')];
    expect(outlooks(objects, [item([1, 2, 3], 2)])).toEqual(['must', 'must', 'safe']);
    expect(outlooks(objects, [item([1, 2, 3], 1)])).toEqual(['at-risk', 'at-risk', 'safe']);
  });

  test('已由另一事项查遍的，不再占抽查数', () => {
    const objects = [object(1, true, null), object(2, true, null), object(3, true, null)];
    expect(outlooks(objects, [item([1, 2], 2), item([1, 2, 3], 1)])).toEqual(['safe', 'safe', 'must']);
  });

  test('户数推算不出的事项不作保证', () => {
    expect(outlooks([object(1, true, null)], [item([1], null)])).toEqual(['at-risk']);
  });

  test('没有规定周期的对象不到期', () => {
    expect(coverageOutlook(2026, [object(1, false, null)], [], [cycles[0]])).toMatchObject([
      { isDue: false, outlook: 'safe' },
    ]);
  });
});

test('每户有且只有一个结论；在某一事项范围内的不会必漏，不到期的没有风险', () => {
  const objects = fc.array(
    fc.record({ isKey: fc.boolean(), lastOn: fc.constantFrom(null, '2022-05-01', '2024-05-01', '2026-02-01') }),
    { maxLength: 8 },
  );
  const items = fc.array(fc.record({ ids: fc.uniqueArray(fc.nat(7)), visits: fc.option(fc.nat(9), { nil: null }) }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(objects, items, (made, listed) => {
      const numbered = made.map((one, id) => ({ id, ...one }));
      const found = coverageOutlook(
        2026,
        numbered,
        listed.map(({ ids, visits }) => item(ids, visits)),
        cycles,
      );
      expect(found.map(({ id }) => id)).toEqual(numbered.map(({ id }) => id));
      for (const { id, isDue, outlook } of found) {
        if (!isDue) expect(outlook).toBe('safe');
        else if (listed.some(({ ids }) => ids.includes(id))) expect(outlook).not.toBe('missed');
        else expect(outlook).toBe('missed');
      }
    }),
  );
});
