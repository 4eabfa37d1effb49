import { z } from 'zod';
import { addDays, daysBetween, isLocalDate, type LocalDate, weekdayOf, yearOf } from './local-date.ts';

/**
 * Working days after the State Council's yearly notice: holidays, and weekend days worked to make up for them (调休).
 * A year not yet announced is estimated from weekends and the statutory days of fixed date: 暂按周末推算.
 */

const NamedDay = z.strictObject({ on: z.string().refine(isLocalDate, 'not a day'), name: z.string().min(1) });

/** One announced year, as in resources/calendars. A notice may also move days at the end of the year before. */
export const YearCalendar = z
  .strictObject({
    year: z.int().min(2000).max(2099),
    notice: z.string().min(1),
    holidays: z.array(NamedDay).min(1),
    workdays: z.array(NamedDay),
  })
  .refine(({ year, holidays, workdays }) => [...holidays, ...workdays].every(({ on }) => isNear(on, year)), {
    message: 'a day outside the announced year',
  })
  .refine(({ holidays, workdays }) => isWithoutRepeats([...holidays, ...workdays].map(({ on }) => on)), {
    message: 'a day named twice',
  });
export type YearCalendar = z.infer<typeof YearCalendar>;

export interface WorkingCalendar {
  readonly announcedYears: ReadonlySet<number>;
  /** Days that differ from the plain week: true = worked, false = off. */
  readonly exceptions: ReadonlyMap<LocalDate, boolean>;
}

export interface Deadline {
  readonly on: LocalDate;
  /** Some day on the way lies in a year not yet announced; say 暂按周末推算. */
  readonly estimated: boolean;
}

/** Statutory days of fixed date (全国年节及纪念日放假办法, 2025): 元旦、劳动节、国庆节. The lunar ones are not guessed, so an estimate is never late. */
const FIXED_HOLIDAYS: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** The calendar of the announced years; where two name the same day, the later year's notice holds. */
export function workingCalendar(years: readonly YearCalendar[]): WorkingCalendar {
  const exceptions = new Map<LocalDate, boolean>();
  for (const { holidays, workdays } of years.toSorted((one, other) => one.year - other.year)) {
    for (const { on } of holidays) exceptions.set(on, false);
    for (const { on } of workdays) exceptions.set(on, true);
  }
  return { announcedYears: new Set(years.map(({ year }) => year)), exceptions };
}

export function isWorkingDay(on: LocalDate, calendar: WorkingCalendar): boolean {
  const announced = calendar.exceptions.get(on);
  if (announced !== undefined) return announced;
  if (!isAnnounced(on, calendar) && FIXED_HOLIDAYS.includes(on.slice(5))) return false;
  return weekdayOf(on) <= 5;
}

/** True where the day's year has no notice yet, so that `isWorkingDay` only estimates it. */
export function isEstimated(on: LocalDate, calendar: WorkingCalendar): boolean {
  return !isAnnounced(on, calendar) && !calendar.exceptions.has(on);
}

/** The last day of a term of `workingDays` (1 or more; 0 = the day itself). The day it starts on does not count. */
export function deadlineOf(startOn: LocalDate, workingDays: number, calendar: WorkingCalendar): Deadline {
  if (!Number.isInteger(workingDays) || workingDays < 0) throw new RangeError(`not a term: ${workingDays}`);
  let on = startOn;
  let estimated = isEstimated(on, calendar);
  for (let left = workingDays; left > 0; ) {
    on = addDays(on, 1);
    estimated ||= isEstimated(on, calendar);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return { on, estimated };
}

/** The day `workingDays` working days after `startOn`. */
export function addWorkingDays(startOn: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate {
  return deadlineOf(startOn, workingDays, calendar).on;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. 0 = due the same day. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  const span = daysBetween(from, to);
  if (span < 0) return -workingDaysBetween(to, from, calendar);
  return Array.from({ length: span }, (_, index) => addDays(from, index + 1)).filter((on) => isWorkingDay(on, calendar))
    .length;
}

function isAnnounced(on: LocalDate, calendar: WorkingCalendar): boolean {
  return calendar.announcedYears.has(yearOf(on));
}

function isNear(on: LocalDate, year: number): boolean {
  return yearOf(on) === year || on.startsWith(`${year - 1}-12-`);
}

function isWithoutRepeats(days: readonly LocalDate[]): boolean {
  return new Set(days).size === days.length;
}
