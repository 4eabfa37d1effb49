import { digestAfter } from './sha256.ts';
import { compareText } from './text-order.ts';

/** Lower-case hexadecimal SHA-256 of the UTF-8 text. The host passes it in. */
export type Hash = (text: string) => string;

/** An id with its ticket, "0." and 64 to 78 decimal digits. Tickets are compared as strings, never as numbers. */
export interface Ticketed {
  readonly id: string;
  readonly ticket: string;
}

/** The tickets under one seed. */
export interface TicketBox {
  readonly ticketOf: (id: string) => string;
  /** The ticket's first nine decimals as a whole number: enough to order almost all ids, at a fraction of the cost. */
  readonly headOf: (id: string) => number;
}

const HEADS = 1_000_000_000;
const SMALLEST_TICKET_DIGITS = 64;
/** Above this, head and place no longer fit one exact double. */
const MOST_IDS = Math.floor(Number.MAX_SAFE_INTEGER / HEADS);
/** 2^(16 * (15 - half)) mod 10^9: what each half word of a digest contributes to its last nine decimal digits. */
const WEIGHTS = Float64Array.from({ length: 16 }, (_, half) => Number(2n ** BigInt(16 * (15 - half)) % BigInt(HEADS)));
const REVERSED = Float64Array.from({ length: 1_000 }, (_, group) =>
  Number([...String(group).padStart(3, '0')].reverse().join('')),
);

/** ticket(s, id) = "0." + reverse(leftpad(decimal(int(H(H(s)+id), 16)), 64, "0")): consistent_sampler, SSJ-1. */
export function ticketBox(seed: string, hash: Hash): TicketBox {
  const digestOf = digestAfter(hash(seed));
  return {
    ticketOf: (id) => ticketFrom(digestOf(id)),
    headOf: (id) => headFrom(digestOf(id)),
  };
}

/** The first `take` ids in ticket order, or all. Every id once; the order of the input does not matter. */
export function orderOf(ids: readonly string[], seed: string, hash: Hash, take = ids.length): string[] {
  return orderIn(ticketBox(seed, hash), ids, take);
}

/** As `orderOf`, for a box at hand. Nine digits are computed per id, the whole ticket only where those are equal. */
export function orderIn(box: TicketBox, ids: readonly string[], take = ids.length): string[] {
  const count = ids.length;
  if (count > MOST_IDS) throw new RangeError(`more than ${MOST_IDS} ids`);
  // Head and place in one number, so that the typed array sorts without a comparator.
  const keys = new Float64Array(count);
  for (let place = 0; place < count; place++) keys[place] = box.headOf(ids[place]!) * count + place;
  keys.sort();
  const isTied = (place: number) => Math.floor(keys[place]! / count) === Math.floor(keys[place - 1]! / count);
  const ordered: string[] = [];
  let start = 0;
  for (let place = 0; place < count; place++) {
    if (place > 0 && !isTied(place)) {
      if (place - start > 1) sortRun(ordered, start, place, box);
      if (place >= take) break;
      start = place;
    }
    ordered.push(ids[keys[place]! % count]!);
  }
  if (ordered.length - start > 1) sortRun(ordered, start, ordered.length, box);
  return take < ordered.length ? ordered.slice(0, take) : ordered;
}

function sortRun(ordered: string[], start: number, end: number, box: TicketBox): void {
  const run = ordered.slice(start, end).sort((left, right) => compareWhole(box, left, right));
  for (const [offset, id] of run.entries()) ordered[start + offset] = id;
}

/** Orders two ids by whole ticket, then by id. */
export function compareWhole(box: TicketBox, left: string, right: string): number {
  return compareText(box.ticketOf(left), box.ticketOf(right)) || compareText(left, right);
}

export function withTicket(box: TicketBox, id: string): Ticketed {
  return { id, ticket: box.ticketOf(id) };
}

function ticketFrom(digest: Uint32Array): string {
  const hex = Array.from(digest, (word) => word.toString(16).padStart(8, '0')).join('');
  const decimal = BigInt(`0x${hex}`).toString().padStart(SMALLEST_TICKET_DIGITS, '0');
  return `0.${[...decimal].reverse().join('')}`;
}

function headFrom(digest: Uint32Array): number {
  // Sixteen products below 2^16 * 10^9: their sum is exact in a double.
  let sum = 0;
  for (let word = 0; word < 8; word++) {
    const bits = digest[word]!;
    sum += (bits >>> 16) * WEIGHTS[2 * word]! + (bits & 0xffff) * WEIGHTS[2 * word + 1]!;
  }
  const low = sum % HEADS;
  const middle = Math.floor(low / 1_000);
  return REVERSED[low % 1_000]! * 1e6 + REVERSED[middle % 1_000]! * 1e3 + REVERSED[Math.floor(middle / 1_000)]!;
}
