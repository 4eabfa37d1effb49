import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  chineseDate,
  dayNumberOf,
  dayOfNumber,
  daysBetween,
  isLocalDate,
  lastDayOfMonth,
  localDate,
  localDateIn,
  localDayOf,
  localTimeOf,
  weekdayOf,
} from '../../../shared/kernel/local-date.ts';
import { fc } from '../../support/properties.ts';

const dayNumber = fc.integer({ min: -300_000, max: 1_000_000 });

test('日期推算与系统历法一致', () => {
  fc.assert(
    fc.property(dayNumber, (number) => {
      const instant = new Date(number * 86_400_000);
      const on = dayOfNumber(number);
      expect(on).toBe(instant.toISOString().slice(0, 10));
      expect(dayNumberOf(on)).toBe(number);
      expect(weekdayOf(on) % 7).toBe(instant.getUTCDay());
    }),
  );
});

test('不存在的日期不被接受', () => {
  expect(isLocalDate('2024-02-29')).toBe(true);
  expect(isLocalDate('2023-02-29')).toBe(false);
  expect(isLocalDate('1900-02-29')).toBe(false);
  expect(isLocalDate('2026-13-01')).toBe(false);
  expect(isLocalDate('2026-9-7')).toBe(false);
  expect(localDate(2026, 9, 31)).toBeNull();
  expect(() => dayNumberOf('2026-02-30')).toThrow(RangeError);
});

test('按日、按月推移', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
  expect(lastDayOfMonth(2028, 2)).toBe('2028-02-29');
  expect(daysBetween('2026-09-07', '2026-09-01')).toBe(-6);
});

test('时刻按北京时间归日，不随夏令时变动', () => {
  expect(localDayOf('2026-09-07T15:59:59.999Z')).toBe('2026-09-07');
  expect(localDayOf('2026-09-07T16:00:00Z')).toBe('2026-09-08');
  expect(localTimeOf('2026-12-31T23:05:09.001Z')).toBe('2027-01-01 07:05:09');
  expect(() => localDayOf('2026-09-07 16:00')).toThrow(RangeError);
});

test('文书中的日期写法', () => {
  expect(chineseDate('2026-09-07')).toBe('2026年9月7日');
});

test('表格里的日期写法', () => {
  const same = ['2020-1-31', '2020/01/31', '2020.1.31', '2020年1月31日', '20200131', '2020-01-31 08:00'];
  expect(same.map(localDateIn)).toEqual(same.map(() => '2020-01-31'));
  expect(['2020-02-30', '1月31日', '202001', ''].map(localDateIn)).toEqual([null, null, null, null]);
});
