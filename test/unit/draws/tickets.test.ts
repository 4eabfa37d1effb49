import { describe, expect, test } from 'vitest';
import { plainOrder, plainTicket } from '../../../electron/commands/benches/plain-order.ts';
import { compareText } from '../../../shared/features/draws/text-order.ts';
import { orderIn, orderOf, ticketBox } from '../../../shared/features/draws/ticket.ts';
import { type PublishedVectors, type SamplerVectors, sha256, vectors } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const published = vectors<PublishedVectors>('consistent_sampler_published');
const expectedOf = (where: string) => published.examples.find((example) => example.where.includes(where))?.expected;

describe('published examples of consistent_sampler', () => {
  test.each([
    ['README ex.1', ['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'], '314159', 4],
    ['USAGE ex.1', ['a', 'b', 'c', 'd'], '31', 4],
    ['USAGE ex.2', ['a', 'b', 'c', 'd'], '77', 4],
    ['USAGE ex.4/5', Array.from({ length: 100 }, (_, n) => String(n)), '41', 10],
  ])('%s', (where, ids, seed, take) => {
    expect(orderOf(ids, seed, sha256).slice(0, take)).toEqual(expectedOf(where));
  });

  test('docstring with nine digits', () => {
    const box = ticketBox('314159', sha256);
    const rows = orderIn(box, ['ab-1', 'ab-2', 'cd-1', 'ef-3']).map((id) => [box.ticketOf(id), id] as const);
    const shown = expectedOf('9-digit tickets') as [string, string][];
    expect(rows.map(([, id]) => id)).toEqual(shown.map(([, id]) => id));
    for (const [index, [digits]] of shown.entries())
      expect(rows[index]?.[0].startsWith(digits.slice(0, 11))).toBe(true);
  });

  test('docstring first_fraction', () => {
    expect(ticketBox('01382438112797316654', sha256).ticketOf('AB-130')).toBe(expectedOf('first_fraction'));
  });

  test('tickets have 71 to 78 digits and the shorter prefix sorts first', () => {
    const { seed, rows } = published.unequal_length_tickets;
    const box = ticketBox(seed, sha256);
    for (const [id, digits, ticket] of rows) {
      expect(box.ticketOf(id)).toBe(ticket);
      expect(ticket.length - 2).toBe(digits);
    }
    const byTicket = [...rows].sort((a, b) => (a[2] < b[2] ? -1 : 1)).map(([id]) => id);
    expect(
      orderIn(
        box,
        rows.map(([id]) => id),
      ),
    ).toEqual(byTicket);
  });
});

describe.each(['consistent_sampler_uscc10', 'consistent_sampler_uscc1000'])('%s', (name) => {
  const { ids, ids_sha256, cases } = vectors<SamplerVectors>(name);

  test('the ids are those that were hashed', () => {
    expect(sha256(ids.join('\n'))).toBe(ids_sha256);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(Buffer.from(one.seed).toString('hex')).toBe(one.seed_utf8_hex);
    expect(sha256(one.seed)).toBe(one.seed_sha256);
    const box = ticketBox(one.seed, sha256);
    const order = orderIn(box, ids);
    expect(order).toHaveLength(one.n);
    expect(order.slice(0, one.take)).toEqual(one.sample);
    expect(sha256(one.sample.join('\n'))).toBe(one.sample_sha256);
    expect(sha256(order.join('\n'))).toBe(one.order_sha256);
    expect(order.slice(0, one.first_tickets.length).map((id) => [box.ticketOf(id), id])).toEqual(one.first_tickets);
    expect(order.at(-1)).toBe(one.last_id);
    expect(order.slice(one.take - 1, one.take + 1).map(box.ticketOf)).toEqual(one.cutoff);
    expect(orderIn(box, [...ids].reverse())).toEqual(order);
  });
});

describe('the fast path and the specification agree', () => {
  const anyId = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 1, maxLength: 130 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }),
  );

  test('for any ids and any seed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyId, { maxLength: 40 }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(45),
        (ids, seed, take) => {
          const plain = plainOrder(ids, seed, sha256);
          expect(orderOf(ids, seed, sha256)).toEqual(plain);
          expect(orderOf(ids, seed, sha256, take)).toEqual(plain.slice(0, take));
          const box = ticketBox(seed, sha256);
          for (const id of ids) expect(box.ticketOf(id)).toBe(plainTicket(id, seed, sha256));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('for every length around the block boundaries', () => {
    const box = ticketBox('块', sha256);
    for (let length = 0; length <= 200; length++) {
      const id = 'X'.repeat(length);
      expect(box.ticketOf(id)).toBe(plainTicket(id, '块', sha256));
    }
  });

  test('where the first nine digits are equal, the whole ticket decides', () => {
    // Among 200,000 ids about twenty pairs share their first nine digits.
    const ids = Array.from({ length: 200_000 }, (_, n) => `9115${n}`);
    const box = ticketBox('tie', sha256);
    const order = orderIn(box, ids);
    const heads = order.map(box.headOf);
    const ties = heads.flatMap((head, index) => (head === heads[index + 1] ? [index] : []));
    expect(ties.length).toBeGreaterThan(5);
    for (const index of ties) expect(box.ticketOf(order[index]!) < box.ticketOf(order[index + 1]!)).toBe(true);
    for (let index = 1; index < heads.length; index++) expect(heads[index - 1]! <= heads[index]!).toBe(true);
    expect(new Set(order).size).toBe(ids.length);
    // Cut within a pair as well as after it.
    const [tie = 0] = ties;
    for (const take of [tie, tie + 1, tie + 2, tie + 3]) expect(orderIn(box, ids, take)).toEqual(order.slice(0, take));
  });

  test('more ids than fit the exact key are a bug, not a silent error', () => {
    const many = { length: 9_100_000 } as readonly string[];
    expect(() => orderIn(ticketBox('s', sha256), many)).toThrow(RangeError);
  });
});

test('text is ordered as its UTF-8 bytes are', () => {
  const text = fc.string({ unit: 'binary', maxLength: 8 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(Math.sign(compareText(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
    }),
    { numRuns: 500 },
  );
  expect(compareText('\u{1f600}', '\uff10')).toBeGreaterThan(0);
  expect(compareText('\uff10', '\u{1f600}')).toBeLessThan(0);
});
