import { fitsSeat } from './assign.ts';
import { seatName } from './infeasible.ts';
import type { SeatSpec } from './plan-file.ts';
import type { PooledObject } from './pool.ts';
import type { ListedOfficer, ListedRecusal } from './roster-files.ts';
import { type AlikeObjects, type Shortage, seatShortage } from './seat-flow.ts';
import type { PreparedStratum } from './strata.ts';

/** Objects from which the same officers of the draw are recused, and how many may take each seat there. */
export interface RecusedGroup {
  readonly codes: readonly string[];
  readonly recused: ReadonlySet<string>;
  readonly candidates: readonly number[];
  /** The seat that keeps any one of them from a whole team; null = there is a team. */
  readonly lacking: string | null;
}

/**
 * Whether the seats can be filled before anyone knows who is drawn. `sure`: whatever is drawn; `likely`: without recusals, but
 * not if the drawn objects have too many of them; `never`: with no sample at all.
 */
export type Feasibility =
  | { readonly kind: 'sure' }
  | { readonly kind: 'likely' | 'never'; readonly shortage: Shortage };

export interface Seating {
  /** Officers who fit each seat of the team, recusals apart. */
  readonly candidates: readonly number[];
  readonly groups: readonly RecusedGroup[];
  /** Why not even one object could be given a team, recusals apart. */
  readonly forNobody: Shortage | null;
  readonly feasibility: Feasibility;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Everything about officers and seats that can be known before a draw. `objects` with the excluded, which are passed over. */
export function seatingOf(
  objects: readonly PooledObject[],
  strata: readonly PreparedStratum[],
  team: readonly SeatSpec[],
  officers: readonly ListedOfficer[],
  recusals: readonly ListedRecusal[],
): Seating {
  const open = objects.filter(({ excluded }) => excluded === null);
  const groups = recusedGroups(open, team, officers, recusals);
  const forNobody = team.length === 0 ? null : seatShortage([{ count: 1, recused: NOBODY }], team, officers);
  return {
    candidates: candidatesFor(team, officers, NOBODY),
    groups,
    forNobody,
    feasibility: team.length === 0 ? { kind: 'sure' } : feasibilityOf(open, strata, groups, team, officers),
  };
}

function candidatesFor(
  team: readonly SeatSpec[],
  officers: readonly ListedOfficer[],
  recused: ReadonlySet<string>,
): number[] {
  return team.map((seat) => officers.filter((one) => fitsSeat(one, seat) && !recused.has(one.id)).length);
}

/** By what is left of the candidates, fewest first. */
function recusedGroups(
  open: readonly PooledObject[],
  team: readonly SeatSpec[],
  officers: readonly ListedOfficer[],
  recusals: readonly ListedRecusal[],
): RecusedGroup[] {
  const recusedFrom = new Map<string, string[]>();
  for (const { officer, object } of recusals) recusedFrom.set(object, [...(recusedFrom.get(object) ?? []), officer]);
  const groups = new Map<string, { codes: string[]; recused: ReadonlySet<string> }>();
  for (const { code } of open) {
    const recused = recusedFrom.get(code);
    if (recused === undefined) continue;
    const key = [...new Set(recused)].sort().join('\t');
    const group = groups.get(key) ?? { codes: [], recused: new Set(recused) };
    group.codes.push(code);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ codes, recused }) => ({
      codes,
      recused,
      candidates: candidatesFor(team, officers, recused),
      lacking: lackingSeat(seatShortage([{ count: 1, recused }], team, officers)),
    }))
    .sort((a, b) => Number(a.lacking === null) - Number(b.lacking === null) || fewest(a) - fewest(b));
}

function lackingSeat(shortage: Shortage | null): string | null {
  const seat = shortage?.seats[0];
  return seat === undefined ? null : seatName(seat);
}

function fewest({ candidates }: RecusedGroup): number {
  return Math.min(...candidates);
}

function feasibilityOf(
  open: readonly PooledObject[],
  strata: readonly PreparedStratum[],
  groups: readonly RecusedGroup[],
  team: readonly SeatSpec[],
  officers: readonly ListedOfficer[],
): Feasibility {
  const groupOf = new Map(groups.flatMap((group) => group.codes.map((code) => [code, group] as const)));
  const certain: AlikeObjects[] = [];
  const worst: AlikeObjects[] = [];
  for (const { name, sampleSize, poolSize, mustCount } of strata) {
    const isWhole = sampleSize >= poolSize;
    const touched = open.filter(({ stratum, code }) => stratum === name && groupOf.has(code));
    const fixed = counted(touched.filter(({ isMust }) => isMust || isWhole).map(({ code }) => groupOf.get(code)!));
    const free = counted(touched.filter(({ isMust }) => !isMust && !isWhole).map(({ code }) => groupOf.get(code)!));
    // Of the objects with recusals the most that a sample takes, group by group: no sample is harder.
    const drawn = free.map(({ count, recused }) => ({ count: Math.min(count, sampleSize - mustCount), recused }));
    const rest = sampleSize - sumOf(fixed);
    certain.push(...fixed, { count: rest, recused: NOBODY });
    worst.push(...fixed, ...drawn, { count: Math.max(0, rest - sumOf(drawn)), recused: NOBODY });
  }
  const never = seatShortage(certain, team, officers);
  if (never !== null) return { kind: 'never', shortage: never };
  const likely = seatShortage(worst, team, officers);
  return likely === null ? { kind: 'sure' } : { kind: 'likely', shortage: likely };
}

function counted(groups: readonly RecusedGroup[]): AlikeObjects[] {
  const counts = new Map<RecusedGroup, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([{ recused }, count]) => ({ count, recused }));
}

function sumOf(objects: readonly AlikeObjects[]): number {
  return objects.reduce((sum, { count }) => sum + count, 0);
}
