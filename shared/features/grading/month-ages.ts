import type { Decay } from '../../kernel/indicator-model.ts';
import { addDays, addMonths, type LocalDate, monthOf, yearOf } from '../../kernel/local-date.ts';

/** Ages of facts in whole months on one day; what was reckoned once is kept, since many facts share their days. */
export type MonthAges = ReturnType<typeof monthAges>;

export function monthAges(today: LocalDate) {
  const ages = new Map<LocalDate, number>();
  const anniversaries = new Map<number, Map<LocalDate, LocalDate>>();
  const starts = new Map<number, LocalDate>();
  const tomorrow = addDays(today, 1);
  const months = yearOf(today) * 12 + monthOf(today);

  /** The day a fact is so many months old. */
  function monthsAfter(on: LocalDate, count: number): LocalDate {
    const known = anniversaries.get(count) ?? new Map<LocalDate, LocalDate>();
    if (known.size === 0) anniversaries.set(count, known);
    const day = known.get(on) ?? addMonths(on, count);
    known.set(on, day);
    return day;
  }

  /** Whole months since a day that is not later than today. */
  function ageOf(on: LocalDate): number {
    const known = ages.get(on);
    if (known !== undefined) return known;
    const apart = months - (yearOf(on) * 12 + monthOf(on));
    const age = addMonths(on, apart) > today ? apart - 1 : apart;
    ages.set(on, age);
    return age;
  }

  return {
    today,
    ageOf,

    /** Facts later than this day lie within the last so many months. */
    since(count: number): LocalDate {
      const day = starts.get(count) ?? addMonths(today, -count);
      starts.set(count, day);
      return day;
    },

    /**
     * The first day on which a fact that lies within the last so many months may no longer do so. Months are of unequal
     * length: where it is overdue by that reckoning, tomorrow is asked again.
     */
    leavesOn(on: LocalDate, count: number): LocalDate {
      const day = monthsAfter(on, count);
      return day > today ? day : tomorrow;
    },

    /** The next day on which the share of a fact falls; null where it does not any more. */
    fadesOn(on: LocalDate, decay: Decay): LocalDate | null {
      const next = nextFade(decay, ageOf(on));
      return next === null ? null : monthsAfter(on, next);
    },
  };
}

/** What is left of a fact of so many whole months, in thousandths. Rounded down, like everything in a score. */
export function shareAt(decay: Decay | null, months: number): number {
  if (decay === null) return 1000;
  if (decay.kind === 'steps') return decay.steps.find(({ untilMonths }) => months < untilMonths)?.share ?? 0;
  const { wholeMonths, zeroMonths } = decay;
  if (months <= wholeMonths) return 1000;
  return months >= zeroMonths ? 0 : Math.floor((1000 * (zeroMonths - months)) / (zeroMonths - wholeMonths));
}

function nextFade(decay: Decay, months: number): number | null {
  if (decay.kind === 'steps') return decay.steps.find(({ untilMonths }) => untilMonths > months)?.untilMonths ?? null;
  return months >= decay.zeroMonths ? null : Math.max(months, decay.wholeMonths) + 1;
}
