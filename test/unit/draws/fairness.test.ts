import { describe, expect, test } from 'vitest';
import {
  ceremonyTests,
  seatTests,
  witnessedSeeds,
} from '../../../electron/commands/benches/fairness/ceremony-tests.ts';
import { fairnessRuns, figuresOf } from '../../../electron/commands/benches/fairness/figures.ts';
import { largePoolTest, orderTests } from '../../../electron/commands/benches/fairness/object-tests.ts';
import {
  neighbouringSeeds,
  ticketOrder,
  twoDigitSeeds,
  unfairOrders,
} from '../../../electron/commands/benches/fairness/orders.ts';
import { fairnessReport } from '../../../electron/commands/benches/fairness/report.ts';
import {
  ALARM,
  chiSquareTail,
  evenness,
  exchangeableQ,
  inclusionQ,
  pairQ,
  pairsOf,
  rankQ,
} from '../../../shared/kernel/chi-square.ts';
import { fc } from '../../support/properties.ts';

const SEEDS = 4_000;
const CEREMONIES = 1_000;

describe('卡方分布的尾概率', () => {
  test.each([
    [3.841, 1, 0.05],
    [18.307, 10, 0.05],
    [54.572, 39, 0.05],
    [10.828, 1, 0.001],
    [99_999.33, 100_000, 0.5],
  ])('%d，自由度%i：%d', (x, degrees, p) => {
    expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 4);
  });

  test('没有偏差时为1', () => expect(chiSquareTail(0, 7)).toBe(1));
});

describe('不放回样本的统计量', () => {
  test('只抽一户时，不放回与放回相同', () => {
    const counts = fc
      .array(fc.nat(50), { minLength: 2, maxLength: 12 })
      .filter((all) => all.some((count) => count > 0));
    fc.assert(
      fc.property(counts, (all) => {
        const rounds = all.reduce((sum, count) => sum + count, 0);
        expect(inclusionQ(all, rounds, 1)).toBeCloseTo(evenness(all), 6);
      }),
    );
  });

  test('抽两户时，每次恰是一对，成对的统计量即各对次数的皮尔逊统计量', () => {
    const members = 6;
    const pairs = fc
      .array(fc.nat(30), { minLength: 15, maxLength: 15 })
      .filter((all) => all.some((count) => count > 0));
    fc.assert(
      fc.property(pairs, (together) => {
        const rounds = together.reduce((sum, count) => sum + count, 0);
        const counts = Array.from({ length: members }, (_, member) =>
          pairsOf(members).reduce((sum, pair, index) => sum + (pair.includes(member) ? together[index]! : 0), 0),
        );
        expect(pairQ(together, counts, rounds, 2)).toBeCloseTo(evenness(together), 6);
      }),
    );
  });

  test('人人次数相等，统计量为零', () => {
    expect(exchangeableQ([5, 5, 5], 12)).toBe(0);
    expect(
      rankQ([
        [2, 2, 2],
        [2, 2, 2],
        [2, 2, 2],
      ]),
    ).toBe(0);
  });
});

describe('本程序的抽取：每户、每对、每个位次、每人机会均等', () => {
  test.each(orderTests(ticketOrder, SEEDS))('$test', ({ p }) => expect(p).toBeGreaterThan(ALARM));
  test.each(orderTests(neighbouringSeeds, SEEDS))('种子只差末几位：$test', ({ p }) => expect(p).toBeGreaterThan(ALARM));
  test('一个县的名单', () => expect(largePoolTest(ticketOrder, SEEDS).p).toBeGreaterThan(ALARM));
});

describe('本程序的抽取：分级、必检、排除、回避、联合部门', () => {
  test.each([...ceremonyTests(witnessedSeeds, CEREMONIES), ...seatTests(witnessedSeeds, SEEDS)])('$test', ({ p }) => {
    expect(p).toBeGreaterThan(ALARM);
  });
});

describe('同样的检验能查出不公平的做法', () => {
  for (const [way, make] of Object.entries(unfairOrders)) {
    test.each(orderTests(make(), SEEDS))(`${way}：$test`, ({ p }) => expect(p).toBeLessThan(ALARM));
  }
  const inCeremonies = [...ceremonyTests(twoDigitSeeds(), SEEDS), ...seatTests(twoDigitSeeds(), SEEDS)];
  test.each(inCeremonies)('只有两位数字的种子：$test', ({ p }) => expect(p).toBeLessThan(ALARM));
});

describe('检验报告', () => {
  const [ours] = figuresOf(fairnessRuns(1_000)[0]!);
  const sort = fairnessRuns(1_000).find(({ isControl }) => isControl)!;
  const [caught] = figuresOf(sort);

  test('相符与查出，都写明', () => {
    const report = fairnessReport([ours!, caught!]);
    expect(report).toContain('本程序的1项检验全部与机会均等相符；1项对照全部被查出');
    expect(report).toMatch(
      /\| SSJ-1，每次换种子 \| 每户被抽中 \| 1000 \| [\d.]+ \| 99 \| 0\.\d{3} \| 与机会均等相符 \|/,
    );
  });

  test('有一项不符，结论就指出它', () => {
    const report = fairnessReport([{ ...ours!, p: 1e-9, stands: false }, caught!]);
    expect(report).toContain('下列各项不符合要求：SSJ-1，每次换种子：每户被抽中');
  });
});
