import { refuse } from '../../kernel/result.ts';
import { type ExclusionReason, exclusionReasons } from './ceremony.ts';
import type { CeremonyRefusal } from './refusals.ts';
import type { ListedRecusal } from './roster-files.ts';
import type { DrawSetting } from './schemas.ts';
import type { RosterOfficer } from './team.ts';

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
  /** Visits a year it may have beyond the caps, for what raises its frequency (制度第六条). */
  readonly extraVisits: number;
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

type PoolInputs = Pick<DrawInputs, 'quota' | 'candidates' | 'itemCap' | 'totalCaps'>;

type Settled = Pick<DrawSetting, 'mode' | 'quota' | 'must' | 'exclude'>;

/** Whether each credit grade is a stratum with its own ratio; a plain count draws from one. */
export function isGraded(
  { mode, quota }: Pick<DrawSetting, 'mode' | 'quota'>,
  inputs: Pick<DrawInputs, 'quota'>,
): boolean {
  return mode === 'sample' && quota === 'graded' && inputs.quota.kind === 'ratio';
}

/** Every candidate with its stratum, and why it is left out before freezing, if it is. */
export function pooled(setting: Settled, inputs: PoolInputs): PooledObject[] {
  const graded = isGraded(setting, inputs);
  const must = new Set(setting.must);
  const byHand = new Map(setting.exclude.map((one) => [one.code, one]));
  return inputs.candidates.map((candidate) => {
    const manual = byHand.get(candidate.code);
    const excluded = exclusionOf(candidate, graded, inputs) ?? (manual === undefined ? null : manual.reason);
    return {
      ...candidate,
      stratum: graded ? (candidate.grade ?? '*') : '*',
      excluded,
      note: manual?.note ?? '',
      isMust: must.has(candidate.code),
    };
  });
}

function exclusionOf(candidate: Candidate, graded: boolean, inputs: PoolInputs): ExclusionReason | null {
  const totalCap = inputs.totalCaps[(graded ? candidate.grade : null) ?? '*'] ?? null;
  if (!candidate.isActive) return 'STATUS';
  if (inputs.itemCap !== null && candidate.visitsOfItem >= inputs.itemCap + candidate.extraVisits) return 'CAP-ITEM';
  return totalCap !== null && candidate.visits >= totalCap + candidate.extraVisits ? 'CAP-ALL' : null;
}

/** What keeps the pool from being frozen, whatever is drawn from it. */
export function poolRefusal(
  setting: DrawSetting,
  inputs: DrawInputs,
  objects: readonly PooledObject[],
): CeremonyRefusal | null {
  const { candidates } = inputs;
  if (candidates.length === 0) return refuse('POOL_EMPTY');
  const stray = candidates.find(({ code }) => !/^[0-9A-Z]+$/.test(code));
  if (stray) return refuse('ID_NOT_ASCII', { id: stray.code });
  const ungraded = isGraded(setting, inputs) ? candidates.filter(({ grade }) => grade === null) : [];
  if (ungraded[0]) return refuse('UNGRADED', { name: ungraded[0].name, count: ungraded.length });
  const byHand = handRefusal(setting, objects);
  if (byHand !== null) return byHand;
  const excluded = objects.filter((object) => object.excluded !== null).length;
  return excluded === objects.length ? refuse('POOL_EMPTY_AFTER_EXCLUSION', { excluded }) : null;
}

/** What the operator named by hand: 必检 and exclusions. */
function handRefusal(setting: DrawSetting, objects: readonly PooledObject[]): CeremonyRefusal | null {
  const nameOf = new Map(objects.map(({ code, name }) => [code, name]));
  const unknown = setting.must.find((code) => !nameOf.has(code));
  if (unknown !== undefined) return refuse('MUST_UNKNOWN', { code: unknown });
  if (setting.must.length > 0 && setting.mustGround === '') {
    return refuse('MUST_WITHOUT_GROUND', { count: setting.must.length });
  }
  const clash = objects.find(({ isMust, excluded }) => isMust && excluded !== null);
  if (clash?.excluded)
    return refuse('MUST_IS_EXCLUDED', { name: clash.name, reason: exclusionReasons[clash.excluded] });
  const bare = setting.exclude.find(({ reason, note }) => reason === 'OTHER' && note === '');
  return bare === undefined ? null : refuse('EXCLUDE_WITHOUT_NOTE', { name: nameOf.get(bare.code) ?? bare.code });
}
