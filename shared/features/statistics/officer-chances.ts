import { type ChiSquare, chiSquare } from '../../kernel/chi-square.ts';

/** A seat that was drawn: who took it, and among whom, himself included. Seats with the same candidates share the list. */
export interface DrawnSeat {
  readonly officer: string;
  readonly eligible: readonly string[];
}

/** The seats at one object, 组长 first. */
export type DrawnTeam = readonly DrawnSeat[];

export interface OfficerChance {
  readonly officer: string;
  readonly seats: number;
  /** Sum over the seats he was eligible for of 1 / number of the eligible. */
  readonly expected: number;
  readonly led: number;
  readonly expectedLed: number;
  /** Seats he alone could take: not random. */
  readonly alone: number;
}

export interface PairChance {
  readonly one: string;
  readonly other: string;
  readonly together: number;
  /** Sum over the objects and any two of their seats of the chance that these two take them, one after the other. */
  readonly expected: number;
}

interface Tally {
  seats: number;
  expected: number;
  led: number;
  expectedLed: number;
  alone: number;
}

/** Seats of each officer against an even share among the eligible; by officer code. The expectations add up to the seats. */
export function officerChances(teams: readonly DrawnTeam[]): readonly OfficerChance[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (officer: string) => {
    const tally = tallies.get(officer) ?? { seats: 0, expected: 0, led: 0, expectedLed: 0, alone: 0 };
    tallies.set(officer, tally);
    return tally;
  };
  const shares = new Map<readonly string[], { seats: number; leads: number }>();
  for (const team of teams) {
    for (const [seat, { officer, eligible }] of team.entries()) {
      const tally = tallyOf(officer);
      const share = shares.get(eligible) ?? { seats: 0, leads: 0 };
      shares.set(eligible, share);
      share.seats += 1;
      tally.seats += 1;
      if (seat === 0) {
        share.leads += 1;
        tally.led += 1;
      }
      if (eligible.length === 1) tally.alone += 1;
    }
  }
  for (const [eligible, { seats, leads }] of shares) {
    for (const officer of eligible) {
      const tally = tallyOf(officer);
      tally.expected += seats / eligible.length;
      tally.expectedLed += leads / eligible.length;
    }
  }
  return [...tallies]
    .map(([officer, tally]) => ({ officer, ...tally }))
    .sort((a, b) => (a.officer < b.officer ? -1 : 1));
}

/** Any two officers who could go together, against chance; the expectations add up to the pairs of seats. */
export function pairChances(teams: readonly DrawnTeam[]): readonly PairChance[] {
  const pairs = new Map<string, { one: string; other: string; together: number; expected: number }>();
  const pairOf = (a: string, b: string) => {
    const [one, other] = a < b ? [a, b] : [b, a];
    const key = `${one}\t${other}`;
    const pair = pairs.get(key) ?? { one, other, together: 0, expected: 0 };
    pairs.set(key, pair);
    return pair;
  };
  const alike = new Map<readonly string[], Map<readonly string[], number>>();
  for (const team of teams) {
    for (const [seat, first] of team.entries()) {
      for (const second of team.slice(seat + 1)) {
        pairOf(first.officer, second.officer).together += 1;
        const seconds = alike.get(first.eligible) ?? new Map<readonly string[], number>();
        alike.set(first.eligible, seconds);
        seconds.set(second.eligible, (seconds.get(second.eligible) ?? 0) + 1);
      }
    }
  }
  for (const [firsts, seconds] of alike) {
    for (const [list, count] of seconds) {
      const members = new Set(list);
      for (const first of firsts) {
        const others = members.size - Number(members.has(first));
        for (const second of list) {
          if (second !== first) pairOf(first, second).expected += count / firsts.length / others;
        }
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a.one.localeCompare(b.one) || a.other.localeCompare(b.other));
}

/**
 * Officers with the same expectation are compared with each other, as objects are. The draw seats the least loaded first, so that counts lie
 * closer together than chance alone would put them: it is a test against favour, not against evenness.
 */
export function officerChiSquare(officers: readonly OfficerChance[]): ChiSquare | null {
  const groups = new Map<string, number[]>();
  for (const { expected, expectedLed, seats, alone } of officers) {
    const key = `${expected.toFixed(6)} ${expectedLed.toFixed(6)} ${alone}`;
    groups.set(key, [...(groups.get(key) ?? []), seats]);
  }
  let statistic = 0;
  let degrees = 0;
  let seats = 0;
  for (const counts of groups.values()) {
    const sum = counts.reduce((total, count) => total + count, 0);
    if (counts.length === 1 || sum === 0) continue;
    const mean = sum / counts.length;
    statistic += counts.reduce((total, count) => total + (count - mean) ** 2, 0) / mean;
    degrees += counts.length - 1;
    seats += sum;
  }
  return degrees === 0 || isSparse(seats, degrees + 1) ? null : chiSquare(statistic, degrees);
}

/** Pearson's statistic over the pairs that could come about. */
export function pairChiSquare(pairs: readonly PairChance[]): ChiSquare | null {
  const possible = pairs.filter(({ expected }) => expected > 0);
  const together = possible.reduce((sum, pair) => sum + pair.together, 0);
  if (possible.length < 3 || isSparse(together, possible.length)) return null;
  const statistic = possible.reduce((sum, pair) => sum + (pair.together - pair.expected) ** 2 / pair.expected, 0);
  return chiSquare(statistic, possible.length - 1);
}

/** Too few counts for the chi-square approximation (Koehler and Larntz 1980). */
function isSparse(counts: number, cells: number): boolean {
  return counts < 10 || counts ** 2 < 10 * cells;
}
