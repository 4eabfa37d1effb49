import { orderOf } from '../../../../shared/features/draws/ticket.ts';
import { sha256 } from './hash.ts';

/** A way of ordering ids, one order a round. */
export type Order = (ids: readonly string[], round: number) => readonly string[];

/** The draw's own order under a seed of its own for each round. */
export const ticketOrder: Order = (ids, round) => orderOf(ids, `公平${round}`, sha256);

/** Seeds that differ in their last digits only. */
export const neighbouringSeeds: Order = (ids, round) =>
  orderOf(ids, `0138243811279731${String(round).padStart(5, '0')}`, sha256);

/** Ways that are not fair; the same tests must find them out. Made anew for each run, so that they fail the same way every time. */
export const unfairOrders: Readonly<Record<string, () => Order>> = {
  'sort(() => random - 0.5)': () => {
    const random = lehmer(7);
    return (ids) => [...ids].sort(() => random() - 0.5);
  },
  一个字节取模: () => {
    const random = lehmer(11);
    return (ids) => {
      const rest = [...ids];
      return ids.map(() => rest.splice(Math.floor(random() * 256) % rest.length, 1)[0]!);
    };
  },
  只有两位数字的种子: () => {
    const twoDigits = twoDigitSeeds();
    return (ids, round) => orderOf(ids, twoDigits(round), sha256);
  },
};

/** `00` to `99`, as two dice would give them. */
export function twoDigitSeeds(): (round: number) => string {
  const random = lehmer(13);
  return () => String(Math.floor(random() * 100)).padStart(2, '0');
}

/** A fixed generator: it stands for chance in the unfair ways only. */
function lehmer(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
