import { describe, expect, test } from 'vitest';
import { plainOrder } from '../../../electron/commands/benches/plain-order.ts';
import { type AssignmentInput, assignSeats } from '../../../shared/features/draws/assign.ts';
import { readPlan, type SeatSpec, writePlan } from '../../../shared/features/draws/plan-file.ts';
import { selectObjects } from '../../../shared/features/draws/select.ts';
import { ticketBox } from '../../../shared/features/draws/ticket.ts';
import { assignByDefinition, drawByDefinition } from '../../support/draw-by-definition.ts';
import { sha256 } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const seat: fc.Arbitrary<SeatSpec> = fc.record(
  { dept: fc.constantFrom('', '工信', '应急'), leader: fc.boolean(), qual: fc.constantFrom('', '工业') },
  { requiredKeys: [] },
);
const officer = fc.record({
  department: fc.constantFrom('工信', '应急'),
  leader: fc.boolean(),
  scopes: fc.subarray(['工业', '安全']),
  base: fc.nat(4),
  cap: fc.nat(4),
});
const assignment: fc.Arbitrary<AssignmentInput> = fc
  .record({
    teams: fc.array(fc.array(seat, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    officers: fc.array(officer, { minLength: 2, maxLength: 5 }),
    recusals: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 5, selector: String }),
    seed: fc.string(),
    band: fc.nat(3),
    slack: fc.nat(2),
  })
  .map(({ teams, officers, recusals, ...rest }) => {
    const recused = new Set(recusals.map(([p, o]) => `P${p} O${o}`));
    return {
      objects: teams.map((seats, n) => ({ id: `O${n}`, seats })),
      officers: officers.map((one, n) => ({ id: `P${n}`, name: `示例${n}`, ...one })),
      recused: (p: string, o: string) => recused.has(`${p} ${o}`),
      ...rest,
    };
  });

test('任何一次安排人员，都与逐一试遍全部可能的定义相同：负荷上限、每个席位的人、排不满的判断', () => {
  const seen = { feasible: 0, infeasible: 0 };
  fc.assert(
    fc.property(assignment, (input) => {
      const expected = assignByDefinition(input);
      const result = assignSeats(input, sha256);
      seen[expected === null ? 'infeasible' : 'feasible'] += 1;
      if (!result.ok) expect(expected).toBeNull();
      else expect({ tmin: result.value.tmin, teams: result.value.teams }).toEqual(expected);
    }),
    { numRuns: 600 },
  );
  expect(Math.min(seen.feasible, seen.infeasible)).toBeGreaterThan(50);
});

/** Enough places over all, but the least loaded officer first leads into a dead end without the look-ahead. */
test('只挑负荷最少的人会走进死路的情形，也排得满', () => {
  const officers = [
    { id: 'P0', name: '示例甲', department: '工信', leader: true, scopes: [], base: 0, cap: 1 },
    { id: 'P1', name: '示例乙', department: '工信', leader: false, scopes: [], base: 5, cap: 1 },
  ];
  const objects = [
    { id: 'O0', seats: [{ dept: '工信' }] },
    { id: 'O1', seats: [{ leader: true }] },
  ];
  const result = assignSeats({ objects, officers, recused: () => false, seed: '', band: 1, slack: 0 }, sha256);
  expect(result).toMatchObject({ ok: true, value: { tmin: 6, teams: [['P1'], ['P0']] } });
});

const ids = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{3,8}$/), { minLength: 1, maxLength: 30 });
const ask = fc.oneof(
  fc.record({ bp: fc.integer({ min: 0, max: 10_000 }), min: fc.nat(6) }),
  fc.record({ count: fc.nat(12) }),
);
const stratum = fc.record({ ids, ask, must: fc.nat(4), exclude: fc.nat(8) });

describe('任何一次抽取对象，都与规范逐字的写法相同', () => {
  test('户数、必检、排除、抽中、候补和会上的顺序', () => {
    fc.assert(
      fc.property(stratum, stratum, fc.string(), (a, b, seed) => {
        const members = { A: a.ids.map((id) => `A${id}`), B: b.ids.map((id) => `B${id}`) };
        const left = { A: members.A.slice(a.exclude), B: members.B.slice(b.exclude) };
        const must = { A: left.A.slice(0, a.must), B: left.B.slice(0, b.must) };
        const exclude = [...members.A.slice(0, a.exclude), ...members.B.slice(0, b.exclude)].sort();
        const text = writePlan({
          strata: { A: { ...a.ask, must: must.A }, B: { ...b.ask, must: must.B } },
          ...(exclude.length > 0 && { exclude: exclude.map((id): [string, string] => [id, 'OTHER']) }),
          team: [{}],
        });
        const plan = readPlan('plan.json', text);
        if (!plan.ok) throw new Error(JSON.stringify(plan));
        const objects = [
          ...members.A.map((id) => ({ id, stratum: 'A' })),
          ...members.B.map((id) => ({ id, stratum: 'B' })),
        ];
        const selection = selectObjects(objects, plan.value, ticketBox(seed, sha256));
        const expected = [
          drawByDefinition({ ids: left.A, ask: a.ask, must: must.A }, seed),
          drawByDefinition({ ids: left.B, ask: b.ask, must: must.B }, seed),
        ];
        expect(selection.strata.map(({ drawn, reserve }) => ({ drawn, reserve }))).toEqual(expected);
        const met = plainOrder([...must.A, ...must.B, ...expected.flatMap(({ drawn }) => drawn)], seed, sha256);
        expect(selection.meeting.map(({ id }) => id)).toEqual(met);
        const kinds = met.map((id) => ([...must.A, ...must.B].includes(id) ? '必检' : '随机'));
        expect(selection.meeting.map(({ kind }) => kind)).toEqual(kinds);
      }),
      { numRuns: 300 },
    );
  });
});
