import type { StratumOutcome } from './select.ts';
import { type TicketBox, type Ticketed, withTicket } from './ticket.ts';

/** An object beside the cut-off: `rank` counts from 1 in ticket order, 必检 left out. */
export interface RankedTicket extends Ticketed {
  readonly rank: number;
  readonly isDrawn: boolean;
}

/** Both sides of one stratum's cut-off, in ticket order. */
export interface CutOff {
  readonly stratum: string;
  readonly tickets: readonly RankedTicket[];
}

const EACH_SIDE = 5;

/** The last five drawn and the first five not drawn of every stratum; where nobody is left over there is no cut-off. */
export function cutOffsOf(strata: readonly StratumOutcome[], box: TicketBox): readonly CutOff[] {
  return strata.flatMap(({ stratum, drawn, reserve }) => {
    if (reserve.length === 0) return [];
    const from = Math.max(0, drawn.length - EACH_SIDE);
    const near = [...drawn.slice(from), ...reserve.slice(0, EACH_SIDE)];
    const tickets = near.map((id, i) => ({
      ...withTicket(box, id),
      rank: from + i + 1,
      isDrawn: from + i < drawn.length,
    }));
    return [{ stratum, tickets }];
  });
}
