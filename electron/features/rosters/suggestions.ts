import { type FoundRecusal, findRecusals } from '../../../shared/features/rosters/found-recusals.ts';
import type { ChangesRepo } from './changes.repo.ts';
import type { OfficersRepo } from './officers.repo.ts';
import type { Dismissal, RecusalsRepo } from './recusals.repo.ts';

/** A finding with what was decided about it before. */
export interface Suggestion extends FoundRecusal {
  /** Why it was dismissed, while its basis is the same. */
  readonly dismissal: Dismissal | null;
  /** Dismissed or lifted on another basis: asked again. */
  readonly isAgain: boolean;
}

/**
 * 建议回避: found anew whenever a roster has changed, and only then. While a transaction is open (`isSettled` is false) nothing
 * is remembered: an import that writes may still be taken back.
 */
export function createSuggestions(repos: {
  readonly officers: Pick<OfficersRepo, 'declarations'>;
  readonly recusals: RecusalsRepo;
  readonly changes: ChangesRepo;
  readonly isSettled: () => boolean;
}) {
  const { officers, recusals, changes, isSettled } = repos;
  let known: { readonly asOf: number; readonly found: readonly FoundRecusal[] } | null = null;

  function found(): readonly FoundRecusal[] {
    const asOf = changes.newest();
    if (known?.asOf === asOf) return known.found;
    const anew = findAnew();
    if (isSettled()) known = { asOf, found: anew };
    return anew;
  }

  function findAnew(): readonly FoundRecusal[] {
    const declared = officers
      .declarations()
      .filter(({ formerEmployers, relatives }) => formerEmployers.length + relatives.length > 0);
    return declared.length === 0 ? [] : findRecusals(declared, recusals.possibleObjects());
  }

  /** Pairs not recused on the day, dismissed ones among them. */
  return function suggestions(on: string): readonly Suggestion[] {
    const list = found();
    if (list.length === 0) return [];
    const dismissals = new Map(recusals.dismissals().map((one) => [pairOf(one), one]));
    const lifted = new Map(recusals.liftedBases().map((one) => [pairOf(one), one.basis]));
    const recused = new Set(recusals.recusalsHolding(on).map(pairOf));
    return list.flatMap((one) => {
      const pair = pairOf(one);
      if (recused.has(pair) || lifted.get(pair) === one.basis) return [];
      const dismissal = dismissals.get(pair) ?? null;
      const isSame = dismissal?.basis === one.basis;
      return {
        ...one,
        dismissal: isSame ? dismissal : null,
        isAgain: !isSame && (dismissal !== null || lifted.has(pair)),
      };
    });
  };
}

function pairOf({ officerId, objectId }: { readonly officerId: number; readonly objectId: number }): string {
  return `${officerId} ${objectId}`;
}
