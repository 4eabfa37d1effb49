import type { ManualReason } from '../../../shared/features/draws/ceremony.ts';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import type { Preview } from './draws.queries.ts';

/** Leaves the objects out for one reason; whoever is left out is no longer 必检. */
export function excludedFor(
  { exclude, must }: DrawSetting,
  codes: readonly string[],
  reason: ManualReason,
  note: string,
): Pick<DrawSetting, 'exclude' | 'must'> {
  const named = new Set(codes);
  const kept = exclude.filter(({ code }) => !named.has(code));
  return {
    exclude: [...kept, ...codes.map((code) => ({ code, reason, note }))],
    must: must.filter((code) => !named.has(code)),
  };
}

/** Takes in again what was left out by hand. */
export function takenIn({ exclude }: DrawSetting, codes: readonly string[]): Pick<DrawSetting, 'exclude'> {
  const named = new Set(codes);
  return { exclude: exclude.filter(({ code }) => !named.has(code)) };
}

/** Adds the objects to 必检; a ground already written stays. */
export function madeMust(
  { must, mustGround }: DrawSetting,
  codes: readonly string[],
  ground: string,
): Pick<DrawSetting, 'must' | 'mustGround'> {
  return { must: [...new Set([...must, ...codes])], mustGround: mustGround === '' ? ground : mustGround };
}

export function notMust({ must, mustGround }: DrawSetting, codes: readonly string[]) {
  const named = new Set(codes);
  const left = must.filter((code) => !named.has(code));
  return { must: left, mustGround: left.length === 0 ? '' : mustGround };
}

/** Leaves out every object whose recusals leave no complete team. */
export function withoutTeamExcluded(setting: DrawSetting, { recused }: Preview) {
  const codes = recused.filter(({ lacking }) => lacking !== null).flatMap((group) => group.codes);
  return excludedFor(setting, codes, 'NO-TEAM', '');
}
