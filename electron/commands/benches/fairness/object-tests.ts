import {
  type ChiSquare,
  chiSquare,
  evenness,
  inclusionQ,
  pairQ,
  pairsOf,
  rankQ,
} from '../../../../shared/kernel/chi-square.ts';
import type { Order } from './orders.ts';

export interface NamedTest extends ChiSquare {
  readonly test: string;
}

/** Called with the rounds done; may be left out. */
export type Progress = (round: number) => void;

/** 100 made-up ids, of which 20 are drawn; of 100 officers two are seated, the first as 组长. */
const POOL = Array.from({ length: 100 }, (_, n) => `9115078400${String(n).padStart(7, '0')}X`);
const SAMPLE = 20;
const TEAM = 2;

/** Single, pairwise and rank chances of objects drawn in an order, and those of officers seated in it. */
export function orderTests(order: Order, rounds: number, progress: Progress = () => undefined): readonly NamedTest[] {
  const size = POOL.length;
  const places = new Map(POOL.map((id, place) => [id, place]));
  const pairPlaces = new Map(pairsOf(size).map(([one, other], index) => [one * size + other, index]));
  const drawn = new Array<number>(size).fill(0);
  const together = new Array<number>(pairPlaces.size).fill(0);
  const ranks = POOL.map(() => new Array<number>(size).fill(0));
  const led = new Array<number>(size).fill(0);
  const seated = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const ordered = order(POOL, round).map((id) => places.get(id)!);
    for (const [rank, place] of ordered.entries()) ranks[place]![rank]! += 1;
    const sample = ordered.slice(0, SAMPLE).sort((a, b) => a - b);
    for (const [index, one] of sample.entries()) {
      drawn[one]! += 1;
      for (const other of sample.slice(index + 1)) together[pairPlaces.get(one * size + other)!]! += 1;
    }
    led[ordered[0]!]! += 1;
    for (const place of ordered.slice(0, TEAM)) seated[place]! += 1;
    progress(round);
  }
  return [
    { test: '每户被抽中', ...chiSquare(inclusionQ(drawn, rounds, SAMPLE), size - 1) },
    { test: '任意两户同时被抽中', ...chiSquare(pairQ(together, drawn, rounds, SAMPLE), pairPlaces.size - 1) },
    { test: '每户排在每个位次', ...chiSquare(rankQ(ranks), (size - 1) ** 2) },
    { test: '每人任组长', ...chiSquare(evenness(led), size - 1) },
    { test: '每人排到', ...chiSquare(inclusionQ(seated, rounds, TEAM), size - 1) },
  ];
}

/** Single chances in a pool of a county's size: 21 of 412. */
export function largePoolTest(order: Order, rounds: number, progress: Progress = () => undefined): NamedTest {
  const ids = Array.from({ length: 412 }, (_, n) => `9115078410${String(n).padStart(7, '0')}X`);
  const counts = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < rounds; round++) {
    for (const id of order(ids, round).slice(0, 21)) counts.set(id, counts.get(id)! + 1);
    progress(round);
  }
  return { test: '412户抽21户，每户被抽中', ...chiSquare(inclusionQ([...counts.values()], rounds, 21), 411) };
}
