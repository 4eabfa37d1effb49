import { describe, expect, test } from 'vitest';
import { type AssignmentInput, assignSeats, fitsSeat } from '../../../shared/features/draws/assign.ts';
import type { SeatSpec } from '../../../shared/features/draws/plan-file.ts';
import {
  type AssignCase,
  type ExpectedAssignCase,
  type QuotaVectors,
  sha256,
  vectors,
} from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const { cases } = vectors<{ cases: ExpectedAssignCase[] }>('ssj1_assign_cases');
const { infeasible } = vectors<QuotaVectors>('ssj1_quota_infeasible');

function inputOf(example: AssignCase, seed = 's|off|t', band = 1, slack = 0): AssignmentInput {
  const recused = new Set(example.recuse.map(([officer, object]) => `${officer} ${object}`));
  return {
    objects: example.objects.map((id) => ({ id, seats: example.spec[id] ?? [] })),
    officers: Object.entries(example.officers).map(([id, officer]) => ({
      id,
      name: `${id}某`,
      department: officer.dept,
      leader: officer.leader,
      scopes: officer.quals,
      base: officer.base,
      cap: officer.cap,
    })),
    recused: (officer, object) => recused.has(`${officer} ${object}`),
    seed,
    band,
    slack,
  };
}

test.each(cases.map((one, index) => [index + 1, one] as const))(
  'assignment %i as the slow reference has it',
  (_, one) => {
    const result = assignSeats(inputOf(one, `${one.seed}|off|${one.task}`, one.band, one.slack), sha256);
    if ('infeasible' in one.expected) {
      expect(result).toMatchObject({ ok: false, code: 'SEATS_INFEASIBLE' });
      return;
    }
    if (!result.ok) throw new Error(result.details.cause);
    expect(result.value.tmin).toBe(one.expected.Tmin);
    const teams = Object.fromEntries(one.objects.map((id, index) => [id, result.value.teams[index]]));
    expect(teams).toEqual(one.expected.res);
  },
);

describe('an assignment that cannot be completed names its minimum cut', () => {
  test.each(infeasible.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const result = assignSeats(inputOf(one), sha256);
    if (result.ok) throw new Error('feasible');
    const { cut } = result.details;
    expect(cut.seats.map(({ object, seat }) => [object, seat])).toEqual(one.cut.seats);
    expect(cut.need).toBe(one.cut.need);
    expect(Object.fromEntries(cut.officersAtCap.map(({ id, cap }) => [id, cap]))).toEqual(one.cut.officers_at_cap);
    expect(cut.oneSeatPairs.map(({ object, officer }) => [object, officer.id])).toEqual(one.cut.one_seat_pairs);
    expect(cut.canSupply).toBe(one.cut.can_supply);
  });

  test('as a sentence', () => {
    const causes = infeasible.map((one) => {
      const result = assignSeats(inputOf(one), sha256);
      return result.ok ? '' : result.details.cause;
    });
    expect(causes).toEqual([
      '人员无法排满：这3个组长席位只能由张某担任（上限2），最多排2个，还差1个。涉及对象：911508020000000192、91150802000000027W、91150802000000035P。',
      '人员无法排满：这2个席位只能由张某担任（同一对象只能占1个席位），最多排1个，还差1个。涉及对象：91150802000000027W。',
      '人员无法排满：这1个消防席位没有符合条件的执法人员。涉及对象：911508020000000192。',
    ]);
  });

  test('a long list of objects is cut short, with their number', () => {
    const objects = Array.from({ length: 7 }, (_, n) => `对象${n}`);
    const spec = Object.fromEntries(objects.map((id) => [id, [{ leader: true, dept: '工信', qual: '工业' }]]));
    const officers = { 甲: { dept: '工信', leader: true, quals: ['工业'], base: 0, cap: 1 } };
    const result = assignSeats(inputOf({ objects, spec, officers, recuse: [] }), sha256);
    expect(result.ok ? '' : result.details.cause).toBe(
      '人员无法排满：这7个工信“工业”组长席位只能由甲某担任（上限1），最多排1个，还差6个。涉及对象：对象0、对象1、对象2、对象3、对象4等7户。',
    );
  });
});

const officer = fc.record({
  dept: fc.constantFrom('工信', '应急'),
  leader: fc.boolean(),
  quals: fc.subarray(['工业', '安全']),
  base: fc.nat(3),
  cap: fc.nat(4),
});
const seat: fc.Arbitrary<SeatSpec> = fc.record(
  { dept: fc.constantFrom('', '工信', '应急'), leader: fc.boolean(), qual: fc.constantFrom('', '工业') },
  { requiredKeys: [] },
);
const office: fc.Arbitrary<AssignCase> = fc
  .record({
    seats: fc.array(fc.array(seat, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    officers: fc.array(officer, { minLength: 1, maxLength: 5 }),
    recusals: fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { maxLength: 4 }),
  })
  .map(({ seats, officers, recusals }) => ({
    objects: seats.map((_, n) => `O${n}`),
    spec: Object.fromEntries(seats.map((list, n) => [`O${n}`, list])),
    officers: Object.fromEntries(officers.map((one, n) => [`P${n}`, one])),
    recuse: recusals.map(([p, o]) => [`P${p}`, `O${o}`] as const),
  }));

/** Tries everything: whether the seats from `at` can be filled when nobody's load may pass `highest`. */
function canFill(input: AssignmentInput, highest: number, taken: readonly (readonly string[])[]): boolean {
  const at = taken.reduce((sum, team) => sum + team.length, 0);
  const seats = input.objects.flatMap(({ id, seats: list }, object) => list.map((spec) => ({ id, object, spec })));
  const open = seats[at];
  if (!open) return true;
  const used = taken.flat();
  return input.officers.some((one) => {
    const carried = used.filter((id) => id === one.id).length;
    const fits = fitsSeat(one, open.spec) && !input.recused(one.id, open.id) && !taken[open.object]?.includes(one.id);
    if (!fits || carried >= one.cap || one.base + carried >= highest) return false;
    const next = input.objects.map((_, object) => [
      ...(taken[object] ?? []),
      ...(object === open.object ? [one.id] : []),
    ]);
    return canFill(input, highest, next);
  });
}

describe('any assignment', () => {
  test('is complete, fits every seat, keeps every cap, and Tmin is the least', () => {
    fc.assert(
      fc.property(office, fc.string(), fc.nat(2), fc.nat(1), (example, seed, band, slack) => {
        const input = inputOf(example, seed, band, slack);
        const result = assignSeats(input, sha256);
        if (!result.ok) {
          const { need, canSupply } = result.details.cut;
          expect(need).toBeGreaterThan(canSupply);
          expect(canFill(input, 100, [])).toBe(false);
          return;
        }
        const { tmin, teams, candidates } = result.value;
        expect(canFill(input, tmin, [])).toBe(true);
        expect(canFill(input, tmin - 1, [])).toBe(false);
        for (const [index, { id, seats }] of input.objects.entries()) {
          const team = teams[index]!;
          expect(new Set(team).size).toBe(seats.length);
          for (const [k, officerId] of team.entries()) {
            const taken = input.officers.find((one) => one.id === officerId)!;
            expect(fitsSeat(taken, seats[k]!) && !input.recused(officerId, id)).toBe(true);
            expect(candidates[index]![k]).toBeGreaterThan(0);
          }
        }
        for (const one of input.officers) {
          const carried = teams.flat().filter((id) => id === one.id).length;
          expect(carried).toBeLessThanOrEqual(Math.min(one.cap, Math.max(0, tmin + slack - one.base)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order in which officers are listed', () => {
    fc.assert(
      fc.property(office, (example) => {
        const input = inputOf(example);
        const reversed = { ...input, officers: [...input.officers].reverse() };
        expect(assignSeats(reversed, sha256)).toEqual(assignSeats(input, sha256));
      }),
    );
  });
});

test('no objects, no teams', () => {
  const result = assignSeats(inputOf({ objects: [], spec: {}, officers: {}, recuse: [] }), sha256);
  expect(result).toEqual({ ok: true, value: { tmin: 0, teams: [], candidates: [] } });
});
