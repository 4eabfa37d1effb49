/**
 * Local days, `YYYY-MM-DD` in Asia/Shanghai, as plain text: they sort and compare as text.
 * Arithmetic goes over day numbers (days since 1970-01-01, proleptic Gregorian). No clock is read here.
 */
export type LocalDate = string;

/** China has kept UTC+8 without summer time since 1991-09-15; the program deals with no earlier instant. */
const SHANGHAI_OFFSET_SECONDS = 8 * 3_600;
const SECONDS_PER_DAY = 86_400;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/;

/** True of a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const parts = DAY.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of a year, month (1–12) and day of month; null where there is no such day. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isLocalDate(text) ? text : null;
}

/** The day a text writes as `2020-1-2`, `2020/1/2`, `2020.1.2`, `2020年1月2日` or `20200102`, a time after it left out; else null. */
export function localDateIn(text: string): LocalDate | null {
  const parts =
    /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:\s.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts === null ? null : localDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function yearOf(on: LocalDate): number {
  return fieldsOf(on).year;
}

/** Month of the year, 1–12. */
export function monthOf(on: LocalDate): number {
  return fieldsOf(on).month;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): LocalDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(daysInMonth(year, month), 2)}`;
}

/** Days since 1970-01-01; negative before. Throws on a day that does not exist. */
export function dayNumberOf(on: LocalDate): number {
  const { year, month, day } = fieldsOf(on);
  // Years counted from March, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + (day - 1) - 719_468;
}

/** The day of a day number: the inverse of `dayNumberOf`. */
export function dayOfNumber(dayNumber: number): LocalDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1, 2)}`;
}

/** The day `days` later, or earlier when negative. */
export function addDays(on: LocalDate, days: number): LocalDate {
  return dayOfNumber(dayNumberOf(on) + days);
}

/** The same day of the month `months` later or earlier; where that month is shorter, its last day. */
export function addMonths(on: LocalDate, months: number): LocalDate {
  const { year, month, day } = fieldsOf(on);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(Math.min(day, daysInMonth(newYear, newMonth)), 2)}`;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: LocalDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumberOf(on) + 3) % 7) + 7) % 7) + 1;
}

/** The local day of a UTC instant (`2026-09-07T16:00:00.000Z` → `2026-09-08`). Throws on other texts. */
export function localDayOf(instant: string): LocalDate {
  return localTimeOf(instant).slice(0, 10);
}

/** The UTC instant at which a local day ends in Asia/Shanghai. */
export function endOfDay(on: LocalDate): string {
  return `${on}T16:00:00.000Z`;
}

/** The local wall clock of a UTC instant, `YYYY-MM-DD HH:MM:SS`. Throws on other texts. */
export function localTimeOf(instant: string): string {
  const parts = INSTANT.exec(instant);
  if (parts === null) throw new RangeError(`not a UTC instant: ${instant}`);
  const seconds = Number(parts[2]) * 3_600 + Number(parts[3]) * 60 + Number(parts[4]) + SHANGHAI_OFFSET_SECONDS;
  const on = addDays(parts[1] ?? '', Math.floor(seconds / SECONDS_PER_DAY));
  const rest = seconds % SECONDS_PER_DAY;
  return `${on} ${pad(Math.floor(rest / 3_600), 2)}:${pad(Math.floor((rest % 3_600) / 60), 2)}:${pad(rest % 60, 2)}`;
}

/** As documents write it: `2026年9月7日`. */
export function chineseDate(on: LocalDate): string {
  const { year, month, day } = fieldsOf(on);
  return `${year}年${month}月${day}日`;
}

function fieldsOf(on: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(on)) throw new RangeError(`not a day: ${on}`);
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) };
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
