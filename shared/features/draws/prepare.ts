import { done, type Result, refuse } from '../../kernel/result.ts';
import { type Feasibility, type RecusedGroup, seatingOf } from './feasibility.ts';
import { seatName } from './infeasible.ts';
import type { PlanText, SeatSpec } from './plan-file.ts';
import { type DrawInputs, type PooledObject, pooled, poolRefusal } from './pool.ts';
import type { CeremonyRefusal } from './refusals.ts';
import type { ListedOfficer, ListedRecusal } from './roster-files.ts';
import type { DrawSetting } from './schemas.ts';
import { shortageSentence } from './seat-flow.ts';
import { overfull, type PreparedStratum, plannedFloor, shortfall, strataOf, stratumQuota } from './strata.ts';
import { jointSeats, leadTeam, notTakingPart, type RosterOfficer, takingPart, teamOf } from './team.ts';
import { compareText } from './text-order.ts';

export interface PreparedSeat {
  readonly name: string;
  /** Officers who fit, recusals apart: with one there is no random choice. */
  readonly candidates: number;
}

/** What 名录 shows, whether or not it can be frozen. */
export interface AssessedDraw {
  readonly objects: readonly PooledObject[];
  readonly strata: readonly PreparedStratum[];
  /** What the plan's floor asks of all grades together; null where there is none. */
  readonly planned: number | null;
  readonly sampleSize: number;
  readonly seats: readonly PreparedSeat[];
  /** Those who take part, and those who do not, with the reasons. */
  readonly officers: readonly ListedOfficer[];
  readonly barred: readonly RosterOfficer[];
  /** Between officers who take part and objects of the pool. */
  readonly recusals: readonly ListedRecusal[];
  readonly recusedGroups: readonly RecusedGroup[];
  readonly feasibility: Feasibility;
  /** Why it cannot be frozen; null = it can. */
  readonly refusal: CeremonyRefusal | null;
}

/** What 冻结 writes. */
export interface PreparedDraw extends AssessedDraw {
  readonly plan: PlanText;
}

/** Settles pool, quotas, seats and officers, and checks that the seats can be filled. Deterministic; nothing is drawn. */
export function assessDraw(setting: DrawSetting, inputs: DrawInputs): AssessedDraw {
  const objects = pooled(setting, inputs);
  const strata = strataOf(setting, inputs, objects);
  const planned = plannedFloor(setting, inputs, strata);
  const team = teamOf(setting, inputs.leadDepartment);
  const officers = takingPart(inputs.officers, setting, team);
  const recusals = recusalsAmong(inputs.recusals, objects, officers);
  const seating = seatingOf(objects, strata, team, officers, recusals);
  return {
    objects,
    strata,
    planned,
    sampleSize: strata.reduce((sum, stratum) => sum + stratum.sampleSize, 0),
    seats: team.map((seat, k) => ({ name: seatName(seat), candidates: seating.candidates[k] ?? 0 })),
    officers,
    barred: notTakingPart(inputs.officers, setting, team),
    recusals,
    recusedGroups: seating.groups,
    feasibility: seating.feasibility,
    refusal:
      poolRefusal(setting, inputs, objects) ??
      overfull(strata) ??
      shortfall(strata, planned) ??
      seatRefusal(objects, seating),
  };
}

/** The same as a Result: what freezing writes, or why it is refused. */
export function prepareDraw(setting: DrawSetting, inputs: DrawInputs): Result<PreparedDraw, CeremonyRefusal> {
  const assessed = assessDraw(setting, inputs);
  return assessed.refusal ?? done({ ...assessed, plan: planOf(setting, inputs, assessed.objects) });
}

function recusalsAmong(
  recusals: readonly ListedRecusal[],
  objects: readonly PooledObject[],
  officers: readonly ListedOfficer[],
): ListedRecusal[] {
  const codes = new Set(objects.map(({ code }) => code));
  const ids = new Set(officers.map(({ id }) => id));
  return recusals.filter(({ officer, object }) => ids.has(officer) && codes.has(object));
}

/** Every object must be inspectable by someone, and as many as are drawn together. */
function seatRefusal(
  objects: readonly PooledObject[],
  { forNobody, groups, feasibility }: ReturnType<typeof seatingOf>,
): CeremonyRefusal | null {
  if (forNobody !== null) return refuse('SEAT_FOR_NOBODY', { seat: seatName(forNobody.seats[0] as SeatSpec) });
  const teamless = withoutTeam(groups);
  if (teamless.length > 0) {
    const first = objects.find(({ code }) => code === teamless[0]);
    const seat = groups[0]?.lacking ?? '';
    return refuse('SEAT_WITHOUT_OFFICER', { objectName: first?.name ?? '', seat, count: teamless.length });
  }
  return feasibility.kind === 'never'
    ? refuse('SEATS_TOO_MANY', { cause: shortageSentence(feasibility.shortage) })
    : null;
}

/** Codes of the objects whose recusals leave no complete team: they are left out by hand, or the officers change. */
export function withoutTeam(groups: readonly RecusedGroup[]): string[] {
  return groups.filter(({ lacking }) => lacking !== null).flatMap(({ codes }) => codes);
}

function planOf(setting: DrawSetting, inputs: DrawInputs, objects: readonly PooledObject[]): PlanText {
  const exclude = objects
    .filter(({ excluded }) => excluded !== null)
    .map(({ code, excluded }): [string, string] => [code, excluded ?? ''])
    .sort(([left], [right]) => compareText(left, right));
  const excludePart = exclude.length === 0 ? {} : { exclude };
  if (setting.mode === 'batch') {
    return { mode: 'batch', size: setting.batchSize, strata: { '*': { bp: 10_000 } }, ...excludePart };
  }
  const names = [...new Set(objects.map(({ stratum }) => stratum))];
  const strata = Object.fromEntries(
    names.map((name) => {
      const must = objects
        .filter(({ stratum, isMust }) => stratum === name && isMust)
        .map(({ code }) => code)
        .sort(compareText);
      const quota = stratumQuota(setting, inputs, name);
      return [name, { ...('bp' in quota ? { bp: quota.bp } : quota), ...(must.length === 0 ? {} : { must }) }];
    }),
  );
  const extra = jointSeats(setting);
  return {
    strata,
    ...excludePart,
    team: leadTeam(setting, inputs.leadDepartment),
    ...(extra.length === 0 ? {} : { joint: { extra } }),
    band: 1,
    slack: 0,
  };
}
