import { done, type Result, refuse } from '../../kernel/result.ts';
import { assignSeats, fitsSeat } from './assign.ts';
import type { ExclusionReason } from './ceremony.ts';
import { exclusionReasons } from './ceremony.ts';
import { seatName } from './infeasible.ts';
import type { PlanText, SeatSpec } from './plan-file.ts';
import { quotaOf, sampleSize } from './quota.ts';
import type { CeremonyRefusal, SeatsInfeasible } from './refusals.ts';
import type { ListedOfficer, ListedRecusal } from './roster-files.ts';
import type { DrawSetting } from './schemas.ts';
import { compareText } from './text-order.ts';
import type { Hash } from './ticket.ts';

/** An object the task is about, as the rosters, the grades and the year's visits have it today. */
export interface Candidate {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Still in business (存续). */
  readonly isActive: boolean;
  /** A–D; null where none was given yet. */
  readonly grade: string | null;
  readonly visitsOfItem: number;
  readonly visits: number;
}

/** An officer of the roster; `bars` say why he takes no part today. */
export interface RosterOfficer extends Omit<ListedOfficer, 'cap'> {
  readonly bars: readonly string[];
}

export interface DrawInputs {
  readonly quota:
    | { readonly kind: 'count'; readonly count: number }
    | { readonly kind: 'ratio'; readonly bp: number; readonly atLeast: boolean };
  readonly leadDepartment: string;
  readonly candidates: readonly Candidate[];
  readonly officers: readonly RosterOfficer[];
  readonly recusals: readonly ListedRecusal[];
  /** Most visits a year: of the same item, and of all by grade (`*` for an ungraded draw); null or absent sets none. */
  readonly itemCap: number | null;
  readonly totalCaps: Readonly<Record<string, number | null>>;
}

export interface PooledObject extends Candidate {
  readonly stratum: string;
  readonly excluded: ExclusionReason | null;
  readonly note: string;
  readonly isMust: boolean;
}

export interface PreparedStratum {
  readonly name: string;
  readonly poolSize: number;
  readonly excluded: number;
  readonly mustCount: number;
  readonly sampleSize: number;
}

export interface PreparedSeat {
  readonly name: string;
  /** Officers who fit, recusals apart: with one there is no random choice. */
  readonly candidates: number;
}

/** What 名录 shows and 冻结 writes. */
export interface PreparedDraw {
  readonly objects: readonly PooledObject[];
  readonly strata: readonly PreparedStratum[];
  readonly seats: readonly PreparedSeat[];
  /** Those who take part, and those who do not, with the reasons. */
  readonly officers: readonly ListedOfficer[];
  readonly barred: readonly RosterOfficer[];
  readonly recusals: readonly ListedRecusal[];
  readonly plan: PlanText;
  readonly sampleSize: number;
}

type PrepareRefusal = CeremonyRefusal | SeatsInfeasible;

const MOST_CHECKED = 300;

/** Settles pool, quotas, seats and officers, and checks that the seats can be filled. Deterministic; nothing is drawn. */
export function prepareDraw(
  setting: DrawSetting,
  inputs: DrawInputs,
  hash: Hash,
): Result<PreparedDraw, PrepareRefusal> {
  const objects = poolOf(setting, inputs);
  if (!objects.ok) return objects;
  const strata = strataOf(setting, inputs, objects.value);
  const overfull = strata.find(
    ({ name, poolSize, mustCount }) => mustCount > sizeOf(poolSize, stratumQuota(setting, inputs, name)),
  );
  if (overfull) {
    const quota = sizeOf(overfull.poolSize, stratumQuota(setting, inputs, overfull.name));
    return refuse('MUST_ABOVE_QUOTA', { must: overfull.mustCount, quota });
  }
  const total = strata.reduce((sum, stratum) => sum + stratum.sampleSize, 0);
  const short = shortfall(setting, inputs, strata, total);
  if (short) return short;
  const officers = takingPart(inputs.officers, setting);
  const team = setting.mode === 'batch' ? [] : teamOf(setting, inputs.leadDepartment);
  const recusals = recusalsAmong(inputs.recusals, objects.value, officers);
  const unfilled = unfillable(objects.value, team, officers, recusals, total, hash);
  if (unfilled) return unfilled;
  return done({
    objects: objects.value,
    strata,
    seats: team.map((seat) => ({
      name: seatName(seat),
      candidates: officers.filter((officer) => fitsSeat(officer, seat)).length,
    })),
    officers: setting.mode === 'batch' ? [] : officers,
    barred: inputs.officers.filter(({ bars }) => bars.length > 0),
    recusals: setting.mode === 'batch' ? [] : recusals,
    plan: planOf(setting, inputs, objects.value),
    sampleSize: total,
  });
}

/** The seats of the leading department; the first leads the group (第九条: 选定1人为组长). */
function leadTeam({ leadSeats, scope }: DrawSetting, dept: string): SeatSpec[] {
  const member = scope === '' ? { dept } : { dept, qual: scope };
  return Array.from({ length: leadSeats }, (_, k) => (k === 0 ? { ...member, leader: true } : member));
}

function jointSeats({ jointDepartments }: DrawSetting): SeatSpec[] {
  return jointDepartments.map((dept) => ({ dept }));
}

function teamOf(setting: DrawSetting, leadDepartment: string): SeatSpec[] {
  return [...leadTeam(setting, leadDepartment), ...jointSeats(setting)];
}

function isGraded({ mode, quota }: Pick<DrawSetting, 'mode' | 'quota'>, inputs: DrawInputs): boolean {
  return mode === 'sample' && quota === 'graded' && inputs.quota.kind === 'ratio';
}

function poolOf(setting: DrawSetting, inputs: DrawInputs): Result<PooledObject[], CeremonyRefusal> {
  const graded = isGraded(setting, inputs);
  const { candidates } = inputs;
  if (candidates.length === 0) return refuse('POOL_EMPTY');
  const stray = candidates.find(({ code }) => !/^[0-9A-Z]+$/.test(code));
  if (stray) return refuse('ID_NOT_ASCII', { id: stray.code });
  const ungraded = graded ? candidates.filter(({ grade }) => grade === null) : [];
  if (ungraded[0]) return refuse('UNGRADED', { name: ungraded[0].name, count: ungraded.length });
  const known = new Set(candidates.map(({ code }) => code));
  const unknown = setting.must.find((code) => !known.has(code));
  if (unknown !== undefined) return refuse('MUST_UNKNOWN', { code: unknown });
  if (setting.must.length > 0 && setting.mustGround === '') {
    return refuse('MUST_WITHOUT_GROUND', { count: setting.must.length });
  }
  const objects = pooled(setting, inputs);
  const clash = objects.find(({ isMust, excluded }) => isMust && excluded !== null);
  if (clash?.excluded)
    return refuse('MUST_IS_EXCLUDED', { name: clash.name, reason: exclusionReasons[clash.excluded] });
  const excluded = objects.filter((object) => object.excluded !== null).length;
  return excluded === objects.length ? refuse('POOL_EMPTY_AFTER_EXCLUSION', { excluded }) : done(objects);
}

/** Every candidate with its stratum, and why it is left out before freezing, if it is. */
export function pooled(
  setting: Pick<DrawSetting, 'mode' | 'quota' | 'must' | 'exclude'>,
  inputs: DrawInputs,
): PooledObject[] {
  const graded = isGraded(setting, inputs);
  const must = new Set(setting.must);
  const notes = new Map(setting.exclude.map(({ code, note }) => [code, note]));
  return inputs.candidates.map((candidate) => {
    const note = notes.get(candidate.code);
    const excluded = exclusionOf(candidate, graded, inputs) ?? (note === undefined ? null : 'OTHER');
    return {
      ...candidate,
      stratum: graded ? (candidate.grade ?? '*') : '*',
      excluded,
      note: note ?? '',
      isMust: must.has(candidate.code),
    };
  });
}

function exclusionOf(candidate: Candidate, graded: boolean, inputs: DrawInputs): ExclusionReason | null {
  const totalCap = inputs.totalCaps[(graded ? candidate.grade : null) ?? '*'] ?? null;
  if (!candidate.isActive) return 'STATUS';
  if (inputs.itemCap !== null && candidate.visitsOfItem >= inputs.itemCap) return 'CAP-ITEM';
  return totalCap !== null && candidate.visits >= totalCap ? 'CAP-ALL' : null;
}

function strataOf(setting: DrawSetting, inputs: DrawInputs, objects: readonly PooledObject[]): PreparedStratum[] {
  const names = [...new Set(objects.map(({ stratum }) => stratum))].sort(compareText);
  return names.map((name) => {
    const members = objects.filter(({ stratum }) => stratum === name);
    const pool = members.filter(({ excluded }) => excluded === null);
    const mustCount = pool.filter(({ isMust }) => isMust).length;
    const quota = stratumQuota(setting, inputs, name);
    return {
      name,
      poolSize: pool.length,
      excluded: members.length - pool.length,
      mustCount,
      sampleSize: sizeOf(pool.length, quota, mustCount),
    };
  });
}

/** How many a stratum's quota asks of a pool; 必检 are inside it. */
function sizeOf(poolSize: number, quota: ReturnType<typeof stratumQuota>, mustCount = 0): number {
  return sampleSize(poolSize, 'count' in quota ? quota : { bp: quota.bp, atLeast: 0 }, mustCount);
}

function stratumQuota(
  setting: DrawSetting,
  { quota }: DrawInputs,
  stratum: string,
): { bp: number } | { count: number } {
  if (setting.mode === 'batch') return { bp: 10_000 };
  if (quota.kind === 'count') return { count: quota.count };
  return { bp: stratum === '*' ? quota.bp : setting.ratios[stratum as keyof DrawSetting['ratios']] };
}

/** 计划“不少于4%”: the grades together may not fall short of it. The lowest grade that is not drawn whole is to be raised. */
function shortfall(
  setting: DrawSetting,
  inputs: DrawInputs,
  strata: readonly PreparedStratum[],
  graded: number,
): CeremonyRefusal | undefined {
  if (!isGraded(setting, inputs) || inputs.quota.kind !== 'ratio') return undefined;
  const pool = strata.reduce((sum, { poolSize }) => sum + poolSize, 0);
  const planned = quotaOf(pool, inputs.quota.bp);
  const raise = strata.findLast((stratum) => stratum.sampleSize < stratum.poolSize);
  return graded < planned && raise ? refuse('SHORT_OF_PLAN', { planned, graded, raise: raise.name }) : undefined;
}

/** The officers whom nothing bars, as officers.tsv lists them. */
export function takingPart(
  officers: readonly RosterOfficer[],
  { officerCap, scope }: Pick<DrawSetting, 'officerCap' | 'scope'>,
): ListedOfficer[] {
  return officers
    .filter(({ bars }) => bars.length === 0)
    .map(({ bars: _bars, ...officer }) => ({
      ...officer,
      // An officer without scopes may do every item (细则 第七条).
      scopes: scope !== '' && officer.scopes.length === 0 ? [scope] : officer.scopes,
      cap: officerCap,
    }));
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

/** Every object must be inspectable by someone, and as many as will be drawn together, recusals apart. */
function unfillable(
  objects: readonly PooledObject[],
  seats: readonly SeatSpec[],
  officers: readonly ListedOfficer[],
  recusals: readonly ListedRecusal[],
  total: number,
  hash: Hash,
): PrepareRefusal | undefined {
  const trial = trialOf({ seats, officers, recusals }, hash);
  const touched = new Set(recusals.map(({ object }) => object));
  const open = objects.filter(({ excluded }) => excluded === null);
  const alone = [
    ...open.filter(({ code }) => touched.has(code)),
    ...open.filter(({ code }) => !touched.has(code)).slice(0, 1),
  ];
  for (const { code, name } of alone) {
    const result = trial([code]);
    if (!result.ok) {
      const seat = result.details.cut.seats[0];
      return refuse('SEAT_WITHOUT_OFFICER', { objectName: name, seat: seat ? seatName(seat.spec) : '' });
    }
  }
  const together = trial(Array.from({ length: Math.min(total, MOST_CHECKED) }, (_, index) => `试排${index + 1}`));
  return together.ok ? undefined : together;
}

interface Seating {
  readonly seats: readonly SeatSpec[];
  readonly officers: readonly ListedOfficer[];
  readonly recusals: readonly ListedRecusal[];
}

function trialOf({ seats, officers, recusals }: Seating, hash: Hash) {
  const pairs = new Set(recusals.map(({ officer, object }) => `${officer}\t${object}`));
  const recused = (officer: string, object: string) => pairs.has(`${officer}\t${object}`);
  return (ids: readonly string[]) =>
    assignSeats({ objects: ids.map((id) => ({ id, seats })), officers, recused, seed: '', band: 1, slack: 0 }, hash);
}

/**
 * Codes of the objects whose recusals leave no complete team: freezing is refused until they are left out by hand or
 * the officers change.
 */
export function withoutTeam(
  setting: DrawSetting,
  inputs: DrawInputs,
  objects: readonly PooledObject[],
  hash: Hash,
): ReadonlySet<string> {
  if (setting.mode === 'batch') return new Set();
  const officers = takingPart(inputs.officers, setting);
  const recusals = recusalsAmong(inputs.recusals, objects, officers);
  const trial = trialOf({ seats: teamOf(setting, inputs.leadDepartment), officers, recusals }, hash);
  // Where the officers do not suffice for anybody, no object is the cause.
  if (!trial(['试排']).ok) return new Set();
  const open = new Set(objects.filter(({ excluded }) => excluded === null).map(({ code }) => code));
  const touched = new Set(recusals.map(({ object }) => object).filter((code) => open.has(code)));
  return new Set([...touched].filter((code) => !trial([code]).ok));
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
      return [name, { ...stratumQuota(setting, inputs, name), ...(must.length === 0 ? {} : { must }) }];
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
