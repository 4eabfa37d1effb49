import { describe, expect, test } from 'vitest';
import type { DrawPlan } from '../../../shared/features/draws/plan-file.ts';
import type { FrozenDraw } from '../../../shared/features/draws/read-draw.ts';
import type { ListedOfficer } from '../../../shared/features/draws/roster-files.ts';
import { selectObjects } from '../../../shared/features/draws/select.ts';
import { reasonOfStatus, reserveLeft, teamForSubstitute } from '../../../shared/features/draws/substitute.ts';
import { orderOf, ticketBox } from '../../../shared/features/draws/ticket.ts';
import { sha256 } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const planOf = (counts: Readonly<Record<string, number>>, exclude: readonly string[]): DrawPlan => ({
  strata: Object.entries(counts).map(([name, count]) => ({ name, quota: { count }, must: [] })),
  exclude: exclude.map((id) => ({ id, reason: 'OTHER' })),
  batchSize: undefined,
  team: [{ leader: true }, {}],
  joint: undefined,
  band: 1,
  slack: 0,
});

describe('替补的次序', () => {
  test('总是本组未抽中者的票号顺序，从不是已抽中、已排除或别组的对象', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 60 }),
        fc.string({ minLength: 1, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
        (size, seed, isPassed) => {
          const objects = Array.from({ length: size }, (_, index) => ({
            id: `ID${String(index).padStart(3, '0')}`,
            stratum: index % 3 === 0 ? 'A' : 'B',
          }));
          const exclude = objects.filter((_, index) => index % 7 === 5).map(({ id }) => id);
          const box = ticketBox(seed, sha256);
          const selection = selectObjects(objects, planOf({ A: 1, B: 2 }, exclude), box);
          const drawn = new Set(selection.meeting.map(({ id }) => id));
          const pool = objects.filter(({ id, stratum }) => stratum === 'B' && !exclude.includes(id) && !drawn.has(id));
          const expected = orderOf(
            pool.map(({ id }) => id),
            seed,
            sha256,
          );
          // One after another comes in or is passed over; nobody has a second turn.
          const used = new Set<string>();
          const turns: string[] = [];
          for (const [index] of isPassed.entries()) {
            const [next] = reserveLeft(selection, 'B', used);
            if (next === undefined) break;
            expect(next.place).toBe(index + 1);
            turns.push(next.id);
            used.add(next.id);
          }
          expect(turns).toEqual(expected.slice(0, turns.length));
          expect(turns.some((id) => drawn.has(id) || exclude.includes(id))).toBe(false);
        },
      ),
    );
  });

  test('名录中的状态各有其情形，存续的没有', () => {
    expect(['存续', '注销', '吊销', '撤销', '迁出', '停业', '清算'].map(reasonOfStatus)).toEqual([
      null,
      'DEREGISTERED',
      'REVOKED',
      'REVOKED',
      'MOVED',
      'CLOSED',
      'CLOSED',
    ]);
  });
});

describe('替补的检查组', () => {
  const officer = (n: number, part: Partial<ListedOfficer> = {}): ListedOfficer => ({
    id: `ZF${n}`,
    name: `示例${n}`,
    department: '工信',
    leader: n % 2 === 0,
    scopes: [],
    base: 0,
    cap: 3,
    ...part,
  });
  const frozenWith = (officers: readonly ListedOfficer[]): FrozenDraw => ({
    manifest: {
      rehearsal: false,
      number: '2026-001',
      objects: '',
      officers: '',
      recusals: '',
      plan: '',
      digits: [10, 10],
    },
    commitment: 'c',
    objects: [],
    plan: planOf({ '*': 1 }, []),
    stages: [{ stage: 1, officers, recusals: [] }],
  });

  test('原检查组都能参加又都不须回避的，由原检查组检查；否则人人能参加、无回避、不超上限，次次相同', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.nat(3)), { minLength: 6, maxLength: 10 }),
        fc.string(),
        (facts, seed) => {
          const officers = facts.map(([, , base], index) => officer(index, { base }));
          const unable = new Set(officers.filter((_, index) => facts[index]![0]).map(({ id }) => id));
          const recusedIds = new Set(officers.filter((_, index) => facts[index]![1]).map(({ id }) => id));
          const recused = (id: string, object: string) => object === 'IN' && recusedIds.has(id);
          const teams = new Map([
            ['OUT', ['ZF0', 'ZF1']],
            ['OTHER', ['ZF2', 'ZF3']],
          ]);
          const input = { draw: frozenWith(officers), seed, out: 'OUT', substitute: 'IN', stratum: '*', teams };
          const seated = teamForSubstitute({ ...input, unable, recused }, sha256);
          const isBarred = (id: string) => unable.has(id) || recusedIds.has(id);
          if (!isBarred('ZF0') && !isBarred('ZF1')) {
            expect(seated).toMatchObject({ ok: true, value: { officers: ['ZF0', 'ZF1'], candidates: null } });
            return;
          }
          const free = officers.filter(({ id }) => !isBarred(id));
          expect(seated.ok).toBe(free.length >= 2 && free.some(({ leader }) => leader));
          if (!seated.ok) return;
          const team = seated.value.officers;
          expect(team.some(isBarred)).toBe(false);
          expect(new Set(team).size).toBe(2);
          expect(officers.find(({ id }) => id === team[0])?.leader).toBe(true);
          expect(teamForSubstitute({ ...input, unable, recused }, sha256)).toEqual(seated);
        },
      ),
    );
  });

  test('上限把其他检查组的席位算在内', () => {
    const officers = [0, 1, 2, 3].map((n) => officer(n, { cap: 1 }));
    const teams = new Map([
      ['OUT', ['ZF0', 'ZF1']],
      ['OTHER', ['ZF2', 'ZF3']],
    ]);
    const input = { draw: frozenWith(officers), seed: 's', out: 'OUT', substitute: 'IN', stratum: '*', teams };
    const unable = new Set(['ZF1']);
    const seated = teamForSubstitute({ ...input, unable, recused: () => false }, sha256);
    expect(seated).toMatchObject({ ok: false, code: 'SEATS_INFEASIBLE' });
  });
});
