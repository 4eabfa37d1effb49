import { readdirSync, readFileSync } from 'node:fs';
import { isWorkday } from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf, yearOf } from '../../../shared/kernel/local-date.ts';
import {
  addWorkingDays,
  deadlineOf,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
  YearCalendar,
} from '../../../shared/kernel/working-days.ts';
import { fc } from '../../support/properties.ts';

const folder = new URL('../../../resources/calendars/', import.meta.url);
const years = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => YearCalendar.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const calendar = workingCalendar(years);

test('已公布年份逐日与节假日安排一致', () => {
  expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  for (let on = '2023-01-01'; on <= '2026-12-31'; on = addDays(on, 1)) {
    expect([on, isWorkingDay(on, calendar)]).toEqual([on, isWorkday(on)]);
  }
});

test('调休上班的周末是工作日，放假的平日不是', () => {
  expect(isWorkingDay('2026-10-10', calendar)).toBe(true);
  expect(isWorkingDay('2026-10-07', calendar)).toBe(false);
});

test('期限从次日起算，跨国庆顺延', () => {
  expect(deadlineOf('2026-09-30', 1, calendar)).toEqual({ on: '2026-10-08', estimated: false });
  expect(deadlineOf('2026-09-07', 0, calendar)).toEqual({ on: '2026-09-07', estimated: false });
});

test('跨入未公布年份的期限按周末推算并注明', () => {
  const deadline = deadlineOf('2026-12-30', 3, calendar);
  // 元旦是固定日期的法定节日；2日、3日是周末。
  expect(deadline).toEqual({ on: '2027-01-05', estimated: true });
  expect(isWorkingDay('2027-10-01', calendar)).toBe(false);
});

test('两日之间的工作日数与期限互逆', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: 1, max: 90 }), (offset, days) => {
      const startOn = addDays('2022-06-01', offset);
      const end = addWorkingDays(startOn, days, calendar);
      expect(workingDaysBetween(startOn, end, calendar)).toBe(days);
      expect(workingDaysBetween(end, startOn, calendar)).toBe(-days);
      expect(isWorkingDay(end, calendar)).toBe(true);
      expect(daysBetween(startOn, end)).toBeGreaterThanOrEqual(days);
    }),
    { numRuns: 50 },
  );
});

test('同一天写了两次或不属于该年的日历不予采用', () => {
  const day = { on: '2027-01-01', name: '元旦' };
  const file = { year: 2027, notice: '示例通知', holidays: [day], workdays: [] };
  expect(YearCalendar.safeParse(file).success).toBe(true);
  expect(YearCalendar.safeParse({ ...file, workdays: [day] }).success).toBe(false);
  expect(YearCalendar.safeParse({ ...file, holidays: [{ on: '2028-01-01', name: '元旦' }] }).success).toBe(false);
});

const startOn = fc.nat(1_500).map((offset) => addDays('2022-11-01', offset));
const term = fc.nat(60);

test('分两段加与一次加，得到同一天', () => {
  fc.assert(
    fc.property(startOn, term, term, (on, first, second) => {
      const inTwo = addWorkingDays(addWorkingDays(on, first, calendar), second, calendar);
      expect(addWorkingDays(on, first + second, calendar)).toBe(inTwo);
    }),
  );
});

test('起算日晚的、期限长的，到期日不会更早', () => {
  fc.assert(
    fc.property(startOn, fc.nat(30), term, fc.nat(20), (on, later, days, more) => {
      const due = addWorkingDays(on, days, calendar);
      expect(addWorkingDays(addDays(on, later), days, calendar) >= due).toBe(true);
      expect(addWorkingDays(on, days + more, calendar) >= due).toBe(true);
    }),
  );
});

test('两日之间的工作日数可以分段相加，前后颠倒则变号', () => {
  fc.assert(
    fc.property(startOn, fc.nat(90), fc.nat(90), (from, first, second) => {
      const [middle, to] = [addDays(from, first), addDays(from, first + second)];
      const whole = workingDaysBetween(from, to, calendar);
      expect(workingDaysBetween(from, middle, calendar) + workingDaysBetween(middle, to, calendar)).toBe(whole);
      expect(workingDaysBetween(to, from, calendar)).toBe(whole === 0 ? -0 : -whole);
    }),
  );
});

test('各年安排中放假的日子都不计，调休上班的日子都计一天', () => {
  for (const { holidays, workdays } of years) {
    for (const { on } of holidays) expect([on, workingDaysBetween(addDays(on, -1), on, calendar)]).toEqual([on, 0]);
    for (const { on } of workdays) expect([on, workingDaysBetween(addDays(on, -1), on, calendar)]).toEqual([on, 1]);
    expect(workdays.every(({ on }) => weekdayOf(on) > 5)).toBe(true);
  }
});

test('经过未公布年份的期限一定注明，没有经过的一定不注明', () => {
  const announced = new Set(years.map(({ year }) => year));
  fc.assert(
    fc.property(startOn, term, (on, days) => {
      const { on: due, estimated } = deadlineOf(on, days, calendar);
      const passed = Array.from({ length: daysBetween(on, due) + 1 }, (_, index) => addDays(on, index));
      const unknown = passed.filter((day) => !announced.has(yearOf(day)) && !calendar.exceptions.has(day));
      expect(estimated).toBe(unknown.length > 0);
    }),
  );
});

test('期限须是不小于零的整数', () => {
  for (const days of [-1, 1.5, Number.NaN]) {
    expect(() => deadlineOf('2026-09-07', days, calendar)).toThrow(RangeError);
  }
});
