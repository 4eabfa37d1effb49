import { z } from 'zod';
import { isLocalDate, type LocalDate, localDate } from './local-date.ts';
import type { YearCalendar } from './working-days.ts';

/** Festivals plans name: 元旦、春节、元宵…; of announced years the whole holiday, of others the day itself. */

const Day = z.string().refine(isLocalDate, 'not a day');

/** The days of the lunar calendar, as in resources/calendars/festivals. */
export const LunarFestivals = z.strictObject({
  source: z.string().min(1),
  years: z
    .array(z.strictObject({ year: z.int(), 春节: Day, 元宵: Day, 清明: Day, 端午: Day, 中秋: Day }))
    .min(1)
    .readonly(),
});
export type LunarFestivals = z.infer<typeof LunarFestivals>;

/** A festival or another day that comes once a year, both ends included. */
export interface FestivalDays {
  readonly year: number;
  readonly name: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

/** Key under which 五一, 五一节 and 劳动节 are the same festival. */
export function festivalKey(name: string): string {
  const plain = name.replace(/[\s\u3000]/g, '').replace(/^国际|(?:法定)?(?:节假日|假期|长假|期间|佳节)$/g, '');
  const short = plain.length > 2 ? plain.replace(/节$/, '') : plain;
  return ALIASES[short] ?? short;
}

const ALIASES: Readonly<Record<string, string>> = { 五一: '劳动', 十一: '国庆', 上元: '元宵', 全国两会: '两会' };
/** Statutory days of fixed date: month and day. */
const FIXED: readonly (readonly [name: string, month: number, day: number])[] = [
  ['元旦', 1, 1],
  ['劳动', 5, 1],
  ['国庆', 10, 1],
];
const LUNAR = ['春节', '元宵', '清明', '端午', '中秋'] as const;

/** The festivals of every year of which something is known, in their order within the year. */
export function festivalsOf(announced: readonly YearCalendar[], { years }: LunarFestivals): readonly FestivalDays[] {
  const festivals = new Map<string, FestivalDays>();
  const keep = (year: number, name: string, fromOn: LocalDate, toOn: LocalDate) => {
    if (!festivals.has(`${year} ${name}`)) festivals.set(`${year} ${name}`, { year, name, fromOn, toOn });
  };
  for (const { year, holidays } of announced) {
    for (const name of new Set(holidays.map((holiday) => festivalKey(holiday.name)))) {
      const days = holidays.filter((holiday) => festivalKey(holiday.name) === name).map(({ on }) => on);
      keep(year, name, days.toSorted()[0] ?? '', days.toSorted().at(-1) ?? '');
    }
  }
  for (const lunar of years) {
    for (const name of LUNAR) keep(lunar.year, name, lunar[name], lunar[name]);
    for (const [name, month, day] of FIXED) {
      const on = localDate(lunar.year, month, day);
      if (on !== null) keep(lunar.year, name, on, on);
    }
  }
  return [...festivals.values()].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
}
