import { describe, expect, test } from 'vitest';
import { cutOffsOf } from '../../../shared/features/draws/cut-off.ts';
import { sayQuota, sayReckoning } from '../../../shared/features/draws/quota-words.ts';
import { orderOf, ticketBox } from '../../../shared/features/draws/ticket.ts';
import { sha256 } from '../../support/draw-vectors.ts';

describe('数量怎么来的', () => {
  test.each([
    [13, { bp: 500, atLeast: 0 }, 0, 1, '13户×5%=0.65户，进为1户'],
    [200, { bp: 500, atLeast: 0 }, 0, 10, '200户×5%=10户'],
    [412, { bp: 500, atLeast: 0 }, 0, 21, '412户×5%=20.6户，进为21户'],
    [1_000, { bp: 30, atLeast: 0 }, 0, 3, '1000户×0.3%=3户'],
    [1_001, { bp: 30, atLeast: 0 }, 0, 4, '1001户×0.3%=3.003户，进为4户'],
    [7, { bp: 0, atLeast: 0 }, 0, 0, '7户×0%=0户'],
    [13, { bp: 500, atLeast: 3 }, 0, 3, '13户×5%=0.65户，进为1户，按下限取3户'],
    [13, { bp: 500, atLeast: 0 }, 1, 1, '13户×5%=0.65户，进为1户；必检1户在内'],
    [40, { count: 2 }, 0, 2, '按2户抽取'],
    [1, { count: 2 }, 0, 1, '参加抽取的只有1户，全部抽取'],
  ])('%i户，%j', (pool, quota, must, size, said) => {
    expect(sayReckoning(pool, quota, must, size)).toBe(said);
  });

  test('比例和户数', () => {
    expect([{ count: 2 }, { bp: 30, atLeast: 0 }, { bp: 500, atLeast: 3 }].map(sayQuota)).toEqual([
      '2户',
      '0.3%',
      '5%且不少于3户',
    ]);
  });
});

describe('截止线两边', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `A${i}`);
  const order = orderOf(ids, 'x', sha256);
  const outcome = (drawn: number) => ({
    stratum: '*',
    poolSize: 30,
    excluded: 0,
    sampleSize: drawn,
    must: [],
    drawn: order.slice(0, drawn),
    reserve: order.slice(drawn),
    cutOff: { last: undefined, next: undefined },
  });
  const box = ticketBox('x', sha256);

  test('最后五户抽中的和最先五户没有抽中的，票号依次增大', () => {
    const [found] = cutOffsOf([outcome(12)], box);
    expect(found?.tickets.map(({ rank }) => rank)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(found?.tickets.filter(({ isDrawn }) => isDrawn)).toHaveLength(5);
    const tickets = found?.tickets.map(({ ticket }) => ticket) ?? [];
    expect([...tickets].sort()).toEqual(tickets);
    expect(found?.tickets.map(({ id }) => id)).toEqual(order.slice(7, 17));
  });

  test('抽得少的从第一户起；全部抽中的没有截止线', () => {
    expect(cutOffsOf([outcome(2)], box)[0]?.tickets.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(cutOffsOf([outcome(30)], box)).toEqual([]);
  });
});
