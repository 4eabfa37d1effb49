import type { Hash } from '../../../shared/features/draws/ticket.ts';

/** The draw's order as its specification writes it, with BigInt and a full sort: the measure for the fast path. */
export function plainOrder(ids: readonly string[], seed: string, hash: Hash): string[] {
  return ids
    .map((id) => ({ id, ticket: plainTicket(id, seed, hash) }))
    .sort((a, b) => (a.ticket === b.ticket ? (a.id < b.id ? -1 : 1) : a.ticket < b.ticket ? -1 : 1))
    .map(({ id }) => id);
}

export function plainTicket(id: string, seed: string, hash: Hash): string {
  const decimal = BigInt(`0x${hash(hash(seed) + id)}`).toString();
  return `0.${[...decimal.padStart(64, '0')].reverse().join('')}`;
}
