import type { LocalDate } from './local-date.ts';

/** 重点企业一年、一般企业三年全覆盖: a cycle of the pack. */
export interface CoverageCycle {
  readonly objects: 'key' | 'ordinary';
  /** Every object at least once within so many calendar years. */
  readonly years: number;
}

/** The first day of the cycle that ends with `year`: an inspection since then keeps it. */
export function cycleStart(year: number, cycle: CoverageCycle): LocalDate {
  return `${year - cycle.years + 1}-01-01`;
}
