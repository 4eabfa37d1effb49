import { assignSeats } from '../../../../shared/features/draws/assign.ts';
import { type DrawPlan, readPlan, seatsAt, writePlan } from '../../../../shared/features/draws/plan-file.ts';
import type { ListedObject, ListedOfficer } from '../../../../shared/features/draws/roster-files.ts';
import { selectObjects } from '../../../../shared/features/draws/select.ts';
import { ticketBox } from '../../../../shared/features/draws/ticket.ts';
import {
  type ChiSquare,
  chiSquare,
  evenness,
  exchangeableQ,
  inclusionQ,
} from '../../../../shared/kernel/chi-square.ts';
import { sha256 } from './hash.ts';
import type { NamedTest, Progress } from './object-tests.ts';

/** S of each round, without the draw's part of it. */
export type Seeds = (round: number) => string;

const COMMITMENT = sha256('示例名单');

/** C and the digits of three witnesses, the second of whom counts. */
export const witnessedSeeds: Seeds = (round) => `${COMMITMENT}|3141592|${String(round).padStart(7, '0')}|9323846`;

const objectsOf = (stratum: string, count: number): ListedObject[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${stratum}${String(n).padStart(2, '0')}`, stratum }));
const OBJECTS = [...objectsOf('A', 20), ...objectsOf('B', 16), ...objectsOf('C', 10), ...objectsOf('D', 3)];

const MUST = ['B00', 'B07'];
const EXCLUDED = ['C00', 'C05'];
const RECUSED = new Set(['B01', 'B02', 'B07', 'A03', 'C04']);

/** By group of the same attributes: department, 组长, scopes, load, recusals. */
const GROUPS: readonly (readonly ListedOfficer[])[] = [
  officersOf('甲', 4, { leader: true, base: 2 }),
  officersOf('乙', 3, { leader: true, base: 2 }),
  officersOf('丙', 4, { scopes: ['工业'] }),
  officersOf('丁', 3, { scopes: ['工业', '节能'], base: 1 }),
  officersOf('戊', 3, { department: '应急' }),
];
const RECUSED_GROUP = new Set(GROUPS[1]!.map(({ id }) => id));

/**
 * Whole draws over four grades with ratios, 必检, exclusions, recusals, item scopes, loads and a joint department: each object's chance
 * within its grade, and the seats of officers with the same attributes.
 */
export function ceremonyTests(seeds: Seeds, rounds: number, progress: Progress = () => undefined): NamedTest[] {
  const plan = planOfTests();
  const drawn = new Map(OBJECTS.map(({ id }) => [id, 0]));
  const seats = GROUPS.map(groupTally);
  const leads = GROUPS.filter(([first]) => first!.leader).map(groupTally);
  const ceremonyOf = remembering((seed) => ceremony(plan, seed));
  for (let round = 0; round < rounds; round++) {
    const { objects, teams } = ceremonyOf(seeds(round));
    for (const id of objects) drawn.set(id, drawn.get(id)! + 1);
    for (const tally of seats) tally.count(teams.flat());
    for (const tally of leads) tally.count(teams.map((team) => team[0]!));
    progress(round);
  }
  for (const id of MUST) if (drawn.get(id) !== rounds) throw new Error(`必检未列入：${id}`);
  for (const id of EXCLUDED) if (drawn.get(id) !== 0) throw new Error(`抽中了已排除的：${id}`);
  return [
    { test: '分级抽取，各级内每户被抽中', ...strataTest(drawn, rounds) },
    { test: '联合检查，条件相同的人员排到', ...added(seats.map(({ result }) => result())) },
    { test: '联合检查，条件相同的人员任组长', ...added(leads.map(({ result }) => result())) },
  ];
}

interface Ceremony {
  readonly objects: readonly string[];
  readonly teams: readonly (readonly string[])[];
}

function ceremony(plan: DrawPlan, seed: string): Ceremony {
  const { meeting } = selectObjects(OBJECTS, plan, ticketBox(`${seed}|obj|2026-001`, sha256));
  const seated = assignSeats(
    {
      objects: meeting.map(({ id, stratum }) => ({ id, seats: seatsAt(plan, stratum) })),
      officers: GROUPS.flat(),
      recused: (officer, object) => RECUSED_GROUP.has(officer) && RECUSED.has(object),
      seed: `${seed}|off|2026-001`,
      band: plan.band,
      slack: plan.slack,
    },
    sha256,
  );
  if (!seated.ok) throw new Error(seated.details.cause);
  return { objects: meeting.map(({ id }) => id), teams: seated.value.teams };
}

/** Keeps the first hundred outcomes: more seeds than that two digits do not give. */
function remembering(outcomeOf: (seed: string) => Ceremony): (seed: string) => Ceremony {
  const known = new Map<string, Ceremony>();
  return (seed) => {
    const outcome = known.get(seed) ?? outcomeOf(seed);
    if (known.size < 100) known.set(seed, outcome);
    return outcome;
  };
}

/** Six officers alike, one object with a 组长 and a member, seated by the engine itself. */
export function seatTests(seeds: Seeds, rounds: number, progress: Progress = () => undefined): NamedTest[] {
  const officers = officersOf('己', 6, { leader: true });
  const led = new Map(officers.map(({ id }) => [id, 0]));
  const joined = new Map(led);
  for (let round = 0; round < rounds; round++) {
    const objects = [{ id: 'A00', seats: [{ leader: true }, {}] }];
    const input = { objects, officers, recused: () => false, seed: `${seeds(round)}|off|2026-002`, band: 1, slack: 0 };
    const seated = assignSeats(input, sha256);
    if (!seated.ok) throw new Error(seated.details.cause);
    const [leader, member] = seated.value.teams[0] as [string, string];
    led.set(leader, led.get(leader)! + 1);
    joined.set(member, joined.get(member)! + 1);
    progress(round);
  }
  return [
    { test: '条件相同的6人，任组长', ...chiSquare(evenness([...led.values()]), 5) },
    { test: '条件相同的6人，任组员', ...chiSquare(evenness([...joined.values()]), 5) },
  ];
}

function officersOf(group: string, count: number, part: Partial<ListedOfficer>): ListedOfficer[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `ZF-${group}${n}`,
    name: `示例${group}${n}`,
    department: '工信',
    leader: false,
    scopes: [],
    base: 0,
    cap: 30,
    ...part,
  }));
}

function planOfTests() {
  const plan = readPlan(
    'plan.json',
    writePlan({
      strata: { A: { bp: 1_500 }, B: { bp: 2_500, must: MUST }, C: { bp: 4_000 }, D: { bp: 10_000 } },
      exclude: EXCLUDED.map((id) => [id, 'OTHER']),
      team: [
        { dept: '工信', leader: true },
        { dept: '工信', qual: '工业' },
      ],
      joint: { extra: [{ dept: '应急' }] },
    }),
  );
  if (!plan.ok) throw new Error(plan.code);
  return plan.value;
}

/** Q of the grades in which there is a choice, added. */
function strataTest(drawn: ReadonlyMap<string, number>, rounds: number): ChiSquare {
  const free = OBJECTS.filter(({ id }) => !MUST.includes(id) && !EXCLUDED.includes(id));
  const strata = ['A', 'B', 'C'].map((grade) => free.filter(({ stratum }) => stratum === grade));
  return added(
    strata.map((objects) => {
      const counts = objects.map(({ id }) => drawn.get(id)!);
      const sampleSize = counts.reduce((sum, count) => sum + count, 0) / rounds;
      return { statistic: inclusionQ(counts, rounds, sampleSize), degrees: counts.length - 1 };
    }),
  );
}

/** Counts seats of one group over the rounds, and how far apart its officers were in each. */
function groupTally(group: readonly ListedOfficer[]) {
  const totals = new Map(group.map(({ id }) => [id, 0]));
  let spread = 0;
  return {
    count(officers: readonly string[]): void {
      const held = group.map(({ id }) => officers.filter((one) => one === id).length);
      const mean = held.reduce((sum, count) => sum + count, 0) / held.length;
      for (const [index, { id }] of group.entries()) totals.set(id, totals.get(id)! + held[index]!);
      spread += held.reduce((sum, count) => sum + (count - mean) ** 2, 0);
    },
    result: () => ({ statistic: exchangeableQ([...totals.values()], spread), degrees: totals.size - 1 }),
  };
}

/** Groups vary on their own, so their statistics add up. */
function added(parts: readonly { readonly statistic: number; readonly degrees: number }[]): ChiSquare {
  const sum = (of: 'statistic' | 'degrees') => parts.reduce((total, part) => total + part[of], 0);
  return chiSquare(sum('statistic'), sum('degrees'));
}
