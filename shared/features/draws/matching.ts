/** A seat by the index of its object and the indexes of the officers who may take it. */
export interface OpenSeat {
  readonly object: number;
  readonly eligible: readonly number[];
}

/** The source-side minimum cut of a matching that cannot be completed, by index. */
export interface CutIndexes {
  readonly seats: readonly number[];
  readonly fullOfficers: readonly number[];
  /** Officers who could sit at the object once only, and do. */
  readonly pairs: readonly { readonly object: number; readonly officer: number }[];
}

/**
 * Seats matched to officers under capacities, an officer at most once per object: a maximum flow kept complete while
 * seats are fixed one after another.
 */
export interface Matching {
  /** Fills every seat, or as many as possible; says whether all are filled. */
  readonly fill: () => boolean;
  /** Fixes the seat to the first of `officers` with whom all open seats can still be filled; only on a complete matching. */
  readonly fix: (seat: number, officers: readonly number[]) => number;
  readonly cut: () => CutIndexes;
}

const NONE = -1;

export function createMatching(seats: readonly OpenSeat[], capacities: readonly number[]): Matching {
  const officers = capacities.length;
  const objects = seats.reduce((most, { object }) => Math.max(most, object + 1), 0);
  const holder = new Int32Array(objects * officers).fill(NONE);
  const officerOf = new Int32Array(seats.length).fill(NONE);
  const load = new Int32Array(officers);
  const fixed = new Uint8Array(seats.length);
  const seatSeen = new Uint8Array(seats.length);
  const officerSeen = new Uint8Array(officers);
  const previous = new Int32Array(seats.length);
  const queue: number[] = [];

  const pairOf = (seat: number, officer: number) => seats[seat]!.object * officers + officer;

  function startAt(seat: number): void {
    seatSeen.fill(0);
    officerSeen.fill(0);
    queue.length = 0;
    visit(seat, NONE);
    queue.length = 0;
  }

  function visit(seat: number, from: number): void {
    if (seatSeen[seat] || fixed[seat]) return;
    seatSeen[seat] = 1;
    previous[seat] = from;
    queue.push(seat);
  }

  /** Follows the residual edge seat → officer; true if a free place was reached and the path applied. */
  function reach(seat: number, officer: number): boolean {
    const rival = holder[pairOf(seat, officer)]!;
    if (rival !== NONE) {
      visit(rival, seat);
      return false;
    }
    if (officerSeen[officer]) return false;
    officerSeen[officer] = 1;
    if (load[officer]! < capacities[officer]!) {
      shift(seat, officer);
      return true;
    }
    for (let object = 0; object < objects; object++) {
      const held = holder[object * officers + officer]!;
      if (held !== NONE) visit(held, seat);
    }
    return false;
  }

  /** Gives the last seat of the path the free officer, and each seat before it the officer thus released. */
  function shift(lastSeat: number, freeOfficer: number): void {
    load[freeOfficer]!++;
    let officer = freeOfficer;
    for (let seat = lastSeat; seat !== NONE; seat = previous[seat]!) {
      const released = officerOf[seat]!;
      if (released !== NONE) holder[pairOf(seat, released)] = NONE;
      officerOf[seat] = officer;
      holder[pairOf(seat, officer)] = seat;
      officer = released;
    }
  }

  function drain(): boolean {
    for (let at = 0; at < queue.length; at++) {
      const seat = queue[at]!;
      if (seats[seat]!.eligible.some((officer) => reach(seat, officer))) return true;
    }
    queue.length = 0;
    return false;
  }

  function place(seat: number): boolean {
    startAt(seat);
    return seats[seat]!.eligible.some((officer) => reach(seat, officer)) || drain();
  }

  function fix(seat: number, wanted: readonly number[]): number {
    const current = officerOf[seat]!;
    holder[pairOf(seat, current)] = NONE;
    officerOf[seat] = NONE;
    load[current]!--;
    // What an earlier candidate could not reach a free place from, a later one cannot either: the marks stay.
    startAt(seat);
    const taken = wanted.find((officer) => reach(seat, officer) || drain());
    if (taken === undefined) throw new Error('no candidate keeps the matching complete');
    fixed[seat] = 1;
    return taken;
  }

  function cut(): CutIndexes {
    seatSeen.fill(0);
    officerSeen.fill(0);
    queue.length = 0;
    for (const seat of seats.keys()) if (officerOf[seat] === NONE) visit(seat, NONE);
    drain();
    const reached = [...seats.keys()].filter((seat) => seatSeen[seat]);
    const pairs = new Map<number, { object: number; officer: number }>();
    for (const seat of reached) {
      const { object, eligible } = seats[seat]!;
      for (const officer of eligible) {
        if (!officerSeen[officer]) pairs.set(pairOf(seat, officer), { object, officer });
      }
    }
    return {
      seats: reached,
      fullOfficers: [...capacities.keys()].filter((officer) => officerSeen[officer]),
      pairs: [...pairs.values()],
    };
  }

  return {
    // No stop at the first failure: the cut is read off a maximum flow.
    fill: () => [...seats.keys()].filter((seat) => officerOf[seat] === NONE && !place(seat)).length === 0,
    fix,
    cut,
  };
}
