import { describe, expect, test } from 'vitest';
import { assignSeats } from '../../../shared/features/draws/assign.ts';
import { orderOf } from '../../../shared/features/draws/ticket.ts';
import { chiSquareTail, evenness, inclusionQ } from '../../support/draw-statistics.ts';
import { sha256 } from '../../support/draw-vectors.ts';

const ALARM = 1e-4;
const POOL = Array.from({ length: 40 }, (_, n) => `9115078400${String(n).padStart(7, '0')}X`);
const SAMPLE = 8;
const ROUNDS = 4_000;

type Order = (ids: readonly string[], round: number) => readonly string[];

const ours: Order = (ids, round) => orderOf(ids, `公平${round}`, sha256);

/** A fixed generator, so that the negative controls fail the same way every time. */
function lehmer(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** How often each object is in the sample. */
function inclusions(order: Order): number[] {
  const counts = new Map(POOL.map((id) => [id, 0]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of order(POOL, round).slice(0, SAMPLE)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts.values()];
}

const inclusionP = (order: Order) => chiSquareTail(inclusionQ(inclusions(order), ROUNDS, SAMPLE), POOL.length - 1);

describe('卡方分布的尾概率', () => {
  test.each([
    [3.841, 1, 0.05],
    [18.307, 10, 0.05],
    [54.572, 39, 0.05],
    [10.828, 1, 0.001],
  ])('%d，自由度%i：%d', (x, degrees, p) => {
    expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 4);
  });
});

describe('对象', () => {
  test('每户被抽中的机会相同', () => {
    expect(inclusionP(ours)).toBeGreaterThan(ALARM);
  });

  test('任意两户同时被抽中的机会相同', () => {
    const pool = POOL.slice(0, 10);
    const pairs = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const [a = '', b = ''] = [...ours(pool, round).slice(0, 2)].sort();
      pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
    }
    expect(pairs.size).toBe(45);
    expect(chiSquareTail(evenness([...pairs.values()]), 44)).toBeGreaterThan(ALARM);
  });

  test('每户排在每个位次的机会相同', () => {
    const pool = POOL.slice(0, 8);
    const ranks = pool.map(() => new Array<number>(pool.length).fill(0));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [rank, id] of ours(pool, round).entries()) ranks[pool.indexOf(id)]![rank]! += 1;
    }
    // The rows and columns have fixed sums, so 7 × 7 cells are free.
    const statistic = (ranks.reduce((sum, row) => sum + evenness(row), 0) * 7) / 8;
    expect(chiSquareTail(statistic, 49)).toBeGreaterThan(ALARM);
  });

  test('种子只差一位，结果也无关联', () => {
    const seeds = Array.from({ length: ROUNDS }, (_, n) => `0138243811279731${String(n).padStart(4, '0')}`);
    expect(inclusionP((ids, round) => orderOf(ids, seeds[round] ?? '', sha256))).toBeGreaterThan(ALARM);
  });
});

describe('同样的检验能查出不公平的做法', () => {
  test('sort(() => random - 0.5)', () => {
    const random = lehmer(7);
    expect(inclusionP((ids) => [...ids].sort(() => random() - 0.5))).toBeLessThan(ALARM);
  });

  test('一个字节取模', () => {
    const random = lehmer(11);
    const byByte: Order = (ids) => {
      const rest = [...ids];
      return Array.from({ length: SAMPLE }, () => rest.splice(Math.floor(random() * 256) % rest.length, 1)[0] ?? '');
    };
    expect(inclusionP(byByte)).toBeLessThan(ALARM);
  });

  test('只有两位数字的种子', () => {
    const random = lehmer(13);
    const seeds = Array.from({ length: ROUNDS }, () => String(Math.floor(random() * 100)).padStart(2, '0'));
    expect(inclusionP((ids, round) => orderOf(ids, seeds[round] ?? '', sha256))).toBeLessThan(ALARM);
  });
});

test('条件相同的执法人员，排到的机会相同', () => {
  const officers = Array.from({ length: 6 }, (_, n) => ({
    id: `ZF00${n}`,
    name: `示例${n}`,
    department: '工信',
    leader: true,
    scopes: [],
    base: 0,
    cap: 9,
  }));
  const objects = [{ id: POOL[0]!, seats: [{ leader: true }, {}] }];
  const led = new Map(officers.map(({ id }) => [id, 0]));
  const joined = new Map(led);
  for (let round = 0; round < 3_000; round++) {
    const input = { objects, officers, recused: () => false, seed: `人员${round}`, band: 1, slack: 0 };
    const result = assignSeats(input, sha256);
    if (!result.ok) throw new Error(result.details.cause);
    const [leader = '', member = ''] = result.value.teams[0] ?? [];
    led.set(leader, (led.get(leader) ?? 0) + 1);
    joined.set(member, (joined.get(member) ?? 0) + 1);
  }
  for (const counts of [led, joined]) expect(chiSquareTail(evenness([...counts.values()]), 5)).toBeGreaterThan(ALARM);
});
