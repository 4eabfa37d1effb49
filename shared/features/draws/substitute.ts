import { done, type Result } from '../../kernel/result.ts';
import { assignSeats } from './assign.ts';
import { seatsAt } from './plan-file.ts';
import type { FrozenDraw } from './read-draw.ts';
import type { SeatsInfeasible } from './refusals.ts';
import type { ListedOfficer } from './roster-files.ts';
import { officerSeedOf } from './run-draw.ts';
import type { Selection } from './select.ts';
import type { Hash } from './ticket.ts';

/** For what a drawn object may be replaced (细则 第十一条; 回避 from draw.md). Nothing else is a ground. */
export const replaceReasons = {
  DEREGISTERED: '已注销',
  REVOKED: '被吊销或撤销',
  UNREACHABLE: '查无下落（登记的住所无法联系）',
  CLOSED: '已关闭停业或正在组织清算',
  MOVED: '搬迁出辖区',
  RECUSED: '回避后无人可派',
} as const;
export type ReplaceReason = keyof typeof replaceReasons;
export const replaceCodes = Object.keys(replaceReasons) as [ReplaceReason, ...ReplaceReason[]];

/** For what one of the reserve is passed over: as above, or since freezing the year's cap is reached. */
export const passReasons = { ...replaceReasons, CAP: '本年度检查已达次数上限' } as const;
export type PassReason = keyof typeof passReasons;
export const passCodes = Object.keys(passReasons) as [PassReason, ...PassReason[]];

/** What a status of the roster says about a reserve object; null where it can be inspected. */
export function reasonOfStatus(status: string): ReplaceReason | null {
  switch (status) {
    case '存续':
      return null;
    case '注销':
      return 'DEREGISTERED';
    case '吊销':
    case '撤销':
      return 'REVOKED';
    case '迁出':
      return 'MOVED';
    default:
      return 'CLOSED';
  }
}

/** One of a stratum's reserve; places count from 1 in ticket order. */
export interface ReserveObject {
  readonly id: string;
  readonly place: number;
}

/** What is left of a stratum's reserve, in order, once some came in or were passed over. */
export function reserveLeft(
  { strata }: Pick<Selection, 'strata'>,
  stratum: string,
  used: ReadonlySet<string>,
): ReserveObject[] {
  const reserve = strata.find((one) => one.stratum === stratum)?.reserve ?? [];
  return reserve.map((id, index) => ({ id, place: index + 1 })).filter(({ id }) => !used.has(id));
}

export interface SubstituteInput {
  readonly draw: FrozenDraw;
  readonly seed: string;
  /** The object whose place is taken, and the one who takes it; both of the stratum. */
  readonly out: string;
  readonly substitute: string;
  readonly stratum: string;
  /** Who goes where now, by object, the replaced one's team included. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** Officers who cannot serve on the day. */
  readonly unable: ReadonlySet<string>;
  readonly recused: (officer: string, object: string) => boolean;
}

export interface SubstituteTeam {
  readonly officers: readonly string[];
  /** How many fitted each seat; null where the team of the replaced object goes on. */
  readonly candidates: readonly number[] | null;
}

/**
 * The substitute's team: that of the object it replaces, where all of them can serve and none is recused. Otherwise its
 * seats alone are drawn from the officers of the last stage, by the rule and the tickets of that stage, with all other
 * teams fixed: each carries `base` and the seats he has in this draw, and his cap is less by those.
 */
export function teamForSubstitute(input: SubstituteInput, hash: Hash): Result<SubstituteTeam, SeatsInfeasible> {
  const { draw, out, substitute, stratum, teams, unable, recused } = input;
  const before = teams.get(out) ?? [];
  if (before.length > 0 && before.every((officer) => !unable.has(officer) && !recused(officer, substitute))) {
    return done({ officers: before, candidates: null });
  }
  const { stage, officers } = draw.stages.at(-1)!;
  const carried = seatsCarried([...teams].filter(([object]) => object !== out).map(([, team]) => team));
  const drawn = assignSeats(
    {
      objects: [{ id: substitute, seats: seatsAt(draw.plan, stratum) }],
      officers: officers.filter(({ id }) => !unable.has(id)).map((officer) => loaded(officer, carried)),
      recused,
      seed: officerSeedOf(draw, input.seed, stage),
      band: draw.plan.band,
      slack: draw.plan.slack,
    },
    hash,
  );
  if (!drawn.ok) return drawn;
  return done({ officers: drawn.value.teams[0] ?? [], candidates: drawn.value.candidates[0] ?? [] });
}

function seatsCarried(teams: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const carried = new Map<string, number>();
  for (const officer of teams.flat()) carried.set(officer, (carried.get(officer) ?? 0) + 1);
  return carried;
}

function loaded(officer: ListedOfficer, carried: ReadonlyMap<string, number>): ListedOfficer {
  const seats = carried.get(officer.id) ?? 0;
  return { ...officer, base: officer.base + seats, cap: Math.max(0, officer.cap - seats) };
}

/** Whether anybody could be sent to the object at all: loads and caps apart, the recusals of the day in force. */
export function couldBeStaffed(
  draw: FrozenDraw,
  { id, stratum }: { readonly id: string; readonly stratum: string },
  officers: readonly ListedOfficer[],
  recused: SubstituteInput['recused'],
  hash: Hash,
): boolean {
  const free = officers.map((officer) => ({ ...officer, base: 0, cap: 1 }));
  const objects = [{ id, seats: seatsAt(draw.plan, stratum) }];
  return assignSeats({ objects, officers: free, recused, seed: '', band: 1, slack: 0 }, hash).ok;
}
