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
  /** Fills the seats until one cannot be filled; says whether all are. */
  readonly fill: () => boolean;
  /** Fixes the seat to the first of `officers` with whom all open seats can still be filled; only on a complete matching. */
  readonly fix: (seat: number, officers: readonly number[]) => number;
  /** Only after `fill` has failed. */
  readonly cut: () => CutIndexes;
}

const NONE = -1;

export function createMatching(seats: readonly OpenSeat[], capacities: readonly number[]): Matching {
  const officers = capacities.length;
  const objects = seats.reduce((most, { object }) => Math.max(most, object + 1), 0);
  const seatsAt: number[][] = Array.from({ length: objects }, () => []);
  const fits = new Uint8Array(seats.length * officers);
  for (const [seat, { object, eligible }] of seats.entries()) {
    seatsAt[object]!.push(seat);
    for (const officer of eligible) fits[seat * officers + officer] = 1;
  }
  const holder = new Int32Array(objects * officers).fill(NONE);
  const officerOf = new Int32Array(seats.length).fill(NONE);
  const load = new Int32Array(officers);
  const fixed = new Uint8Array(seats.length);

  // One search at a time: the seats and officers it has reached, and the officers it has not.
  const seatSeen = new Uint8Array(seats.length);
  const officerSeen = new Uint8Array(officers);
  const previous = new Int32Array(seats.length);
  const queue: number[] = [];
  let unseen: number[] = [];

  const pairOf = (seat: number, officer: number) => seats[seat]!.object * officers + officer;

  function startSearch(): void {
    seatSeen.fill(0);
    officerSeen.fill(0);
    unseen = [...capacities.keys()];
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

  /** Follows all edges of a seat. Officers already reached matter only where another seat of the object holds them. */
  function reachAll(seat: number): boolean {
    const first = seat * officers;
    for (const rival of seatsAt[seats[seat]!.object]!) {
      const held = officerOf[rival]!;
      if (held !== NONE && fits[first + held]) visit(rival, seat);
    }
    const open = unseen.filter((officer) => fits[first + officer] && holder[pairOf(seat, officer)] === NONE);
    const spare = open.find((officer) => load[officer]! < capacities[officer]!);
    if (spare !== undefined) return reach(seat, spare);
    for (const officer of open) reach(seat, officer);
    if (unseen.some((officer) => officerSeen[officer])) unseen = unseen.filter((officer) => !officerSeen[officer]);
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
    for (let at = 0; at < queue.length; at++) if (reachAll(queue[at]!)) return true;
    queue.length = 0;
    return false;
  }

  function place(seat: number): boolean {
    startSearch();
    visit(seat, NONE);
    return drain();
  }

  function isPlaced(seat: number): boolean {
    return officerOf[seat] !== NONE || place(seat);
  }

  function fix(seat: number, wanted: readonly number[]): number {
    const current = officerOf[seat]!;
    holder[pairOf(seat, current)] = NONE;
    officerOf[seat] = NONE;
    load[current]!--;
    startSearch();
    seatSeen[seat] = 1;
    previous[seat] = NONE;
    // What an earlier candidate could not reach a free place from, a later one cannot either: the marks stay.
    const taken = wanted.find((officer) => reach(seat, officer) || drain());
    if (taken === undefined) throw new Error('no candidate keeps the matching complete');
    fixed[seat] = 1;
    return taken;
  }

  function cut(): CutIndexes {
    // The cut is read off a maximum flow, so the rest is filled first.
    const open = [...seats.keys()].filter((seat) => !isPlaced(seat));
    startSearch();
    for (const seat of open) visit(seat, NONE);
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
    fill: () => [...seats.keys()].every(isPlaced),
    fix,
    cut,
  };
}
