import { done, type Result, refuse } from '../../kernel/result.ts';
import { type Cut, infeasibleSentence } from './infeasible.ts';
import { createMatching, type Matching, type OpenSeat } from './matching.ts';
import type { SeatSpec } from './plan-file.ts';
import type { SeatsInfeasible } from './refusals.ts';
import type { ListedOfficer } from './roster-files.ts';
import { compareText } from './text-order.ts';
import { compareWhole, type Hash, type TicketBox, ticketBox } from './ticket.ts';

export interface AssignmentInput {
  /** In meeting order, with the seats at each; the order of seats is the order of the draw. */
  readonly objects: readonly { readonly id: string; readonly seats: readonly SeatSpec[] }[];
  readonly officers: readonly ListedOfficer[];
  readonly recused: (officer: string, object: string) => boolean;
  /** `S|off|<no>`, with `|r2` … for a repeated stage. */
  readonly seed: string;
  /** Loads are compared in steps of `band`; 0 goes by ticket alone. */
  readonly band: number;
  readonly slack: number;
}

export interface Assignment {
  /** The least load T, counting the load already carried, with which every seat can be filled. */
  readonly tmin: number;
  /** Officer ids by object and seat. */
  readonly teams: readonly (readonly string[])[];
  /** How many officers fit each seat, by object and seat: one candidate is no random choice. */
  readonly candidates: readonly (readonly number[])[];
}

interface PlacedSeat extends OpenSeat {
  readonly id: string;
  readonly k: number;
  readonly spec: SeatSpec;
}

/** Seats officers by ticket, least loaded first, never into a dead end: each choice is tested by a maximum flow. */
export function assignSeats(input: AssignmentInput, hash: Hash): Result<Assignment, SeatsInfeasible> {
  const officers = [...input.officers].sort((left, right) => compareText(left.id, right.id));
  const seats = placedSeats(input, officers);
  const most = officers.reduce((top, { base, cap }) => Math.max(top, base + cap), 0);
  const widest = matchingUnder(seats, officers, most);
  if (!widest.fill()) {
    const cut = cutOf(seats, officers, widest);
    return refuse('SEATS_INFEASIBLE', { cut, cause: infeasibleSentence(cut) });
  }
  const tmin = leastLoad(seats, officers, most);
  const matching = matchingUnder(seats, officers, tmin + input.slack);
  matching.fill();
  const taken = takeSeats(seats, officers, matching, ticketBox(input.seed, hash), input.band);
  const starts = objectStarts(input);
  const byObject = <T>(values: readonly T[]) => starts.map((start, object) => values.slice(start, starts[object + 1]));
  return done({ tmin, teams: byObject(taken), candidates: byObject(seats.map(({ eligible }) => eligible.length)) });
}

/** Whether an officer may take a seat: department, 组长 qualification, item scope. Empty or absent asks nothing. */
export function fitsSeat(officer: Pick<ListedOfficer, 'department' | 'leader' | 'scopes'>, seat: SeatSpec): boolean {
  return (
    (!seat.leader || officer.leader) &&
    (!seat.dept || seat.dept === officer.department) &&
    (!seat.qual || officer.scopes.includes(seat.qual))
  );
}

function placedSeats({ objects, recused }: AssignmentInput, officers: readonly ListedOfficer[]): PlacedSeat[] {
  return objects.flatMap(({ id, seats }, object) =>
    seats.map((spec, k) => {
      const fits = (index: number) => fitsSeat(officers[index]!, spec) && !recused(officers[index]!.id, id);
      return { object, id, k, spec, eligible: [...officers.keys()].filter(fits) };
    }),
  );
}

/** The index of each object's first seat. */
function objectStarts({ objects }: AssignmentInput): number[] {
  let next = 0;
  return objects.map(({ seats }) => {
    const start = next;
    next += seats.length;
    return start;
  });
}

/** Capacities are min(cap_j, max(0, T - base_j)). */
function matchingUnder(seats: readonly PlacedSeat[], officers: readonly ListedOfficer[], highest: number): Matching {
  return createMatching(
    seats,
    officers.map(({ base, cap }) => Math.min(cap, Math.max(0, highest - base))),
  );
}

function leastLoad(seats: readonly PlacedSeat[], officers: readonly ListedOfficer[], most: number): number {
  let tooLow = -1;
  let enough = most;
  while (enough - tooLow > 1) {
    const middle = Math.floor((tooLow + enough) / 2);
    if (matchingUnder(seats, officers, middle).fill()) enough = middle;
    else tooLow = middle;
  }
  return enough;
}

function takeSeats(
  seats: readonly PlacedSeat[],
  officers: readonly ListedOfficer[],
  matching: Matching,
  box: TicketBox,
  band: number,
): string[] {
  const loads = officers.map(({ base }) => base);
  return seats.map((seat, index) => {
    const officer = matching.fix(index, inTurn(seat, officers, loads, box, band));
    loads[officer]!++;
    return officers[officer]!.id;
  });
}

/** The seat's candidates by load step, then ticket("o|k|j"), then id. */
function inTurn(
  { id, k, eligible }: PlacedSeat,
  officers: readonly ListedOfficer[],
  loads: readonly number[],
  box: TicketBox,
  band: number,
): number[] {
  const candidates = eligible.map((officer) => {
    const ticketId = `${id}|${k}|${officers[officer]!.id}`;
    const step = band === 0 ? 0 : Math.floor(loads[officer]! / band);
    return { officer, step, ticketId, head: box.headOf(ticketId) };
  });
  return candidates
    .sort((a, b) => a.step - b.step || a.head - b.head || compareWhole(box, a.ticketId, b.ticketId))
    .map(({ officer }) => officer);
}

function cutOf(seats: readonly PlacedSeat[], officers: readonly ListedOfficer[], matching: Matching): Cut {
  const cut = matching.cut();
  const officersAtCap = cut.fullOfficers.map((officer) => officers[officer]!);
  const ids = new Map(seats.map(({ object, id }) => [object, id]));
  return {
    seats: cut.seats.map((seat) => ({ object: seats[seat]!.id, seat: seats[seat]!.k, spec: seats[seat]!.spec })),
    need: cut.seats.length,
    officersAtCap,
    oneSeatPairs: cut.pairs.map(({ object, officer }) => ({ object: ids.get(object)!, officer: officers[officer]! })),
    canSupply: officersAtCap.reduce((sum, { cap }) => sum + cap, 0) + cut.pairs.length,
  };
}
