import { expect, test } from 'vitest';
import { assignSeats } from '../../../shared/features/draws/assign.ts';
import type { SeatSpec } from '../../../shared/features/draws/plan-file.ts';
import type { ListedOfficer } from '../../../shared/features/draws/roster-files.ts';
import { seatShortage, shortageSentence } from '../../../shared/features/draws/seat-flow.ts';
import { sha256 } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const officer = (n: number, part: Partial<ListedOfficer> = {}): ListedOfficer => ({
  id: `ZF${n}`,
  name: `示例${n}`,
  department: '工信',
  leader: true,
  scopes: [],
  base: 0,
  cap: 30,
  ...part,
});
const pair: SeatSpec[] = [{ dept: '工信', leader: true }, { dept: '工信' }];
const plain = (count: number) => [{ count, recused: new Set<string>() }];

test('按户数清点与逐户排人结论一致，差额与逐户的最小割相等', () => {
  const arbitrary = fc.record({
    officers: fc.array(
      fc.record({
        department: fc.constantFrom('工信', '应急'),
        leader: fc.boolean(),
        base: fc.nat(3),
        cap: fc.nat(4),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    seats: fc.array(fc.record({ dept: fc.constantFrom('工信', '应急', ''), leader: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
    groups: fc.array(fc.record({ count: fc.nat(3), recused: fc.uniqueArray(fc.nat(5)) }), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(arbitrary, ({ officers: given, seats, groups: drawn }) => {
      const officers = given.map((part, n) => officer(n, part));
      const groups = drawn.map(({ count, recused }) => ({ count, recused: new Set(recused.map((n) => `ZF${n}`)) }));
      const objects = groups.flatMap(({ count, recused }, g) =>
        Array.from({ length: count }, (_, n) => ({ id: `${g}-${n}`, seats, recused })),
      );
      const recusedFrom = new Map(objects.map(({ id, recused }) => [id, recused]));
      const recused = (id: string, object: string) => recusedFrom.get(object)?.has(id) ?? false;
      const listed = assignSeats({ objects, officers, recused, seed: 'S', band: 1, slack: 0 }, sha256);
      const shortage = seatShortage(groups, seats, officers);
      expect(shortage === null).toBe(listed.ok);
      if (shortage === null || listed.ok) return;
      const { need, canSupply } = listed.details.cut;
      expect(shortage.need - shortage.canSupply).toBe(need - canSupply);
    }),
    { numRuns: 500 },
  );
});

test('三万户、八十人，只清点不逐户排，照样给出差额', () => {
  const officers = Array.from({ length: 80 }, (_, n) => officer(n, { cap: 700, leader: n < 40 }));
  expect(seatShortage(plain(28_000), pair, officers)).toBeNull();
  expect(seatShortage(plain(30_000), pair, officers)).toMatchObject({ need: 60_000, canSupply: 56_000 });
});

test('差额用办公室的话说清：缺哪些席位，只有谁能担任，差多少', () => {
  const officers = [officer(1, { cap: 3 }), officer(2, { leader: false })];
  const shortage = seatShortage(plain(5), pair, officers);
  expect(shortage && shortageSentence(shortage)).toBe('5个工信组长席位只能由示例1（上限3户）担任，最多排3个，还差2个');
  const nobody = seatShortage(plain(2), [{ dept: '水务' }], officers);
  expect(nobody && shortageSentence(nobody)).toBe('2个水务席位没有符合条件的执法人员');
  const alone = seatShortage(plain(4), pair, [officer(1)]);
  expect(alone && shortageSentence(alone)).toBe(
    '8个工信组长席位、工信席位只能由示例1（每户只占1席）担任，最多排4个，还差4个',
  );
});
