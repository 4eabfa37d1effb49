import { describe, expect, test } from 'vitest';
import { objectChiSquare, timesDrawn } from '../../../shared/features/statistics/object-chances.ts';
import {
  type DrawnTeam,
  officerChances,
  officerChiSquare,
  pairChances,
} from '../../../shared/features/statistics/officer-chances.ts';
import { verdictOf, verdictSentence } from '../../../shared/features/statistics/verdict.ts';
import { inclusionQ } from '../../../shared/kernel/chi-square.ts';
import { fc } from '../../support/properties.ts';

const MILLION = 1_000_000;

/** Objects of one pool over so many draws of a share, in the form the service adds them up. */
function onePool(counts: readonly number[], rounds: number, size: number) {
  const p = size / counts.length;
  const variance = Math.round(((rounds * p * (1 - p) * counts.length) / (counts.length - 1)) * MILLION);
  return counts.map((drawn) => ({
    objects: 1,
    pools: rounds,
    expected: Math.round(rounds * p * MILLION),
    variance,
    drawn,
    must: 0,
  }));
}

describe('企业', () => {
  test('名单每次相同，就是规定的Q', () => {
    const counts = [31, 44, 38, 40, 47, 39, 36, 45, 41, 39];
    const found = objectChiSquare(onePool(counts, 100, 4));
    expect(found?.degrees).toBe(9);
    expect(found?.statistic).toBeCloseTo(inclusionQ(counts, 100, 4), 3);
  });

  test('次数太少，不作判断', () => {
    expect(objectChiSquare(onePool([1, 0, 0, 0, 0, 0, 0, 0, 0, 1], 2, 1))).toBeNull();
    expect(objectChiSquare([])).toBeNull();
  });

  test('机会不同的企业不互相比较：全查的一组不算偏差', () => {
    const whole = { objects: 5, pools: 100, expected: 100 * MILLION, variance: 0, drawn: 100, must: 0 };
    const counts = [31, 44, 38, 40, 47, 39, 36, 45, 41, 39];
    expect(objectChiSquare([...onePool(counts, 100, 4), whole])?.degrees).toBe(9);
  });

  test('总让一户中签，判为与随机不符', () => {
    const counts = [100, 33, 34, 33, 34, 33, 33, 34, 33, 33];
    const verdict = verdictOf(objectChiSquare(onePool(counts, 100, 4)));
    expect(verdict.kind).toBe('unfit');
    expect(verdictSentence(verdict, '抽中次数')).toContain('与随机不符');
  });

  test('随机时应有的户数合计等于户数', () => {
    const lines = timesDrawn(onePool([0, 1, 0, 2, 0, 0, 1, 0, 0, 0], 4, 1));
    expect(lines.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(10, 0);
    expect(lines.slice(0, 3).map(({ objects }) => objects)).toEqual([7, 2, 1]);
  });
});

describe('人员', () => {
  const codes = ['ZF001', 'ZF002', 'ZF003', 'ZF004'];
  const leaders = ['ZF001', 'ZF002'];
  const team = fc
    .tuple(fc.constantFrom(...leaders), fc.constantFrom(...codes))
    .filter(([leader, member]) => leader !== member)
    .map(
      ([leader, member]): DrawnTeam => [
        { officer: leader, eligible: leaders },
        { officer: member, eligible: codes },
      ],
    );

  test('期望合计等于席位数、组长数、成对数', () => {
    fc.assert(
      fc.property(fc.array(team, { minLength: 1, maxLength: 40 }), (teams) => {
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const officers = officerChances(teams);
        expect(sum(officers.map(({ expected }) => expected))).toBeCloseTo(2 * teams.length, 6);
        expect(sum(officers.map(({ expectedLed }) => expectedLed))).toBeCloseTo(teams.length, 6);
        const pairs = pairChances(teams);
        expect(sum(pairs.map(({ together }) => together))).toBe(teams.length);
        expect(sum(pairs.map(({ expected }) => expected))).toBeCloseTo(teams.length, 6);
      }),
    );
  });

  test('条件相同的人，机会相同；席位都给一个人，就看得出', () => {
    const everybody = Array.from({ length: 60 }, (): DrawnTeam => [{ officer: 'ZF001', eligible: codes }]);
    expect(officerChances(everybody).map(({ expected }) => expected)).toEqual([15, 15, 15, 15]);
    expect(officerChiSquare(officerChances(everybody))?.p).toBeLessThan(1e-4);
    const even = Array.from({ length: 60 }, (_, n): DrawnTeam => [{ officer: codes[n % 4]!, eligible: codes }]);
    expect(officerChiSquare(officerChances(even))?.p).toBe(1);
  });

  test('唯一人选不是随机，单独计数', () => {
    const [alone] = officerChances([[{ officer: 'ZF001', eligible: ['ZF001'] }]]);
    expect(alone).toMatchObject({ seats: 1, expected: 1, led: 1, alone: 1 });
  });
});

test('判断用大白话', () => {
  expect(verdictSentence({ kind: 'too-few' }, '次数')).toBe('次数：抽取次数还太少，不能判断是否随机。');
  expect(verdictSentence(verdictOf({ statistic: 9.04, degrees: 9, p: 0.4336 }), '次数')).toBe(
    '次数：与随机相符（p=0.434，卡方9.0，自由度9）。',
  );
  expect(verdictSentence(verdictOf({ statistic: 24, degrees: 9, p: 0.0043 }), '次数')).toContain('百次中不到一次');
});
