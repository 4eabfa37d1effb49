import { type ExclusionReason, exclusionReasons, publicGroupName } from './ceremony.ts';
import type { Feasibility } from './feasibility.ts';
import type { AssessedDraw, PreparedSeat } from './prepare.ts';
import { sayReckoning } from './quota-words.ts';
import type { CeremonyRefusal } from './refusals.ts';
import type { ListedOfficer } from './roster-files.ts';
import { shortageSentence } from './seat-flow.ts';
import type { PreparedStratum } from './strata.ts';
import type { RosterOfficer } from './team.ts';

/** A stratum on the operator's screen. */
export interface PreviewStratum extends Omit<PreparedStratum, 'quota'> {
  /** 第一组 …: what the hall sees. */
  readonly group: string;
  /** Before the exclusions. */
  readonly before: number;
  /** How the number came about: `412户×5%=20.6户，进为21户`. */
  readonly rounding: string;
}

/** Objects from which the same officers are recused. */
export interface PreviewRecused {
  readonly codes: readonly string[];
  readonly officers: readonly string[];
  /** Who is left for each seat. */
  readonly candidates: readonly number[];
  /** The seat nobody is left for; null = there is a team. */
  readonly lacking: string | null;
}

/** 名录 as the operator sees it before freezing: what would be frozen now, and why it cannot be. */
export interface DrawPreview {
  readonly refusal: CeremonyRefusal | null;
  readonly strata: readonly PreviewStratum[];
  /** What the plan asks of all grades together; null where it sets no floor to them. */
  readonly planned: number | null;
  readonly before: number;
  readonly poolSize: number;
  readonly mustCount: number;
  readonly sampleSize: number;
  readonly exclusions: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly excluded: readonly {
    readonly code: string;
    readonly name: string;
    readonly excluded: ExclusionReason;
    readonly note: string;
  }[];
  readonly seats: readonly PreparedSeat[];
  readonly officers: readonly (Pick<ListedOfficer, 'id' | 'name' | 'department' | 'leader' | 'base' | 'cap'> & {
    /** From how many objects of the pool he is recused. */
    readonly recusals: number;
  })[];
  readonly barred: readonly Pick<RosterOfficer, 'id' | 'name' | 'department' | 'bars'>[];
  readonly recusals: number;
  readonly recused: readonly PreviewRecused[];
  readonly feasibility: Feasibility['kind'];
  /** The cause where the seats may not or cannot be filled. */
  readonly cause: string | null;
}

export function previewOf(assessed: AssessedDraw): DrawPreview {
  const { objects, strata, planned, sampleSize, seats, officers, barred, recusals, feasibility, refusal } = assessed;
  const groups = strata.map(({ name }) => name);
  const excluded = objects.flatMap(({ code, name, excluded: reason, note }) =>
    reason === null ? [] : [{ code, name, excluded: reason, note }],
  );
  const reasons = counted(excluded.map((object) => object.excluded));
  const recusalsOf = counted(recusals.map(({ officer }) => officer));
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  return {
    refusal,
    strata: strata.map((stratum) => {
      const { name, poolSize, excluded: out, mustCount, quota } = stratum;
      const group = publicGroupName(groups, name);
      const before = poolSize + out;
      const rounding = sayReckoning(poolSize, quota, mustCount, stratum.sampleSize);
      return { name, group, before, poolSize, excluded: out, mustCount, sampleSize: stratum.sampleSize, rounding };
    }),
    planned,
    before: objects.length,
    poolSize: objects.length - excluded.length,
    mustCount: strata.reduce((sum, { mustCount }) => sum + mustCount, 0),
    sampleSize,
    exclusions: (Object.keys(exclusionReasons) as ExclusionReason[]).flatMap((reason) => {
      const count = reasons.get(reason) ?? 0;
      return count === 0 ? [] : [{ reason, count }];
    }),
    excluded,
    seats,
    officers: officers.map(({ id, name, department, leader, base, cap }) => {
      return { id, name, department, leader, base, cap, recusals: recusalsOf.get(id) ?? 0 };
    }),
    barred: barred.map(({ id, name, department, bars }) => ({ id, name, department, bars })),
    recusals: recusals.length,
    recused: assessed.recusedGroups.map(({ codes, recused, candidates, lacking }) => {
      return { codes, officers: [...recused].map((id) => names.get(id) ?? id), candidates, lacking };
    }),
    feasibility: feasibility.kind,
    cause: feasibility.kind === 'sure' ? null : shortageSentence(feasibility.shortage),
  };
}

function counted<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
