import { readdirSync, readFileSync } from 'node:fs';
import days from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../shared/features/plans/period-text.ts';
import { roundsOf } from '../../../shared/features/plans/rounds.ts';
import { festivalKey, festivalsOf, LunarFestivals } from '../../../shared/kernel/festivals.ts';
import { roundsIn } from '../../../shared/kernel/quota-reading.ts';
import { readQuota } from '../../../shared/kernel/quota-text.ts';
import { YearCalendar } from '../../../shared/kernel/working-days.ts';

const folder = new URL('../../../resources/calendars/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown;
const years = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => YearCalendar.parse(json(name)));
const lunar = LunarFestivals.parse(json('festivals/lunar.json'));
const festivals = festivalsOf(years, lunar);

function roundsFor(quota: string, period: string, occasions: readonly string[] = [], known = festivals) {
  const reading = readQuota(quota);
  if (!reading.ok) throw new Error(quota);
  const rounds = roundsOf({ quota: reading.value, period: readPeriod(period, 2026), occasions }, known);
  return rounds.map(({ title, fromOn, toOn }) => [title, fromOn, toOn]);
}

describe('频次成为有起止的各次抽查', () => {
  test('只抽一次的没有各次', () => {
    expect(roundsFor('2家', '3月至11月')).toEqual([]);
  });

  test('每月一次：起止之内每个月一次，首尾不足一月的按起止截断', () => {
    const monthly = roundsFor('每部门每月抽查1户', '1月15日至12月10日');
    expect(monthly).toHaveLength(12);
    expect(monthly[0]).toEqual(['1月', '2026-01-15', '2026-01-31']);
    expect(monthly.at(-1)).toEqual(['12月', '2026-12-01', '2026-12-10']);
  });

  test('每季度一次：全年四次，从三月开始的按三个月一段', () => {
    expect(roundsFor('每季度抽查2家', '全年').map(([title]) => title)).toEqual([
      '第一季度',
      '第二季度',
      '第三季度',
      '第四季度',
    ]);
    expect(roundsFor('每季度抽查2家', '3月至12月')).toEqual([
      ['3月至5月', '2026-03-01', '2026-05-31'],
      ['6月至8月', '2026-06-01', '2026-08-31'],
      ['9月至11月', '2026-09-01', '2026-11-30'],
      ['12月', '2026-12-01', '2026-12-31'],
    ]);
  });

  test('每半年两次：一段之内分为第1次、第2次', () => {
    expect(roundsFor('每半年2次，每次抽查1户', '全年').map(([title]) => title)).toEqual([
      '上半年第1次',
      '上半年第2次',
      '下半年第1次',
      '下半年第2次',
    ]);
  });

  test('段数与读数所算的次数一致', () => {
    for (const [quota, period, months] of [
      ['每月抽查1户', '2月至12月', 11],
      ['每季度抽查1户', '2月至12月', 11],
      ['每半年2次，每次抽查1户', '3月至11月', 9],
    ] as const) {
      const reading = readQuota(quota);
      const expected = reading.ok && roundsIn(reading.value.rounds, { months, departments: null, occasions: null });
      expect([quota, roundsFor(quota, period).length]).toEqual([quota, expected]);
    }
  });
});

describe('每类节日、重要时间节点', () => {
  const quota = '每类节日、重要时间节点至少集中开展1次，每次抽查2家单位';
  const listed = ['元旦', '春节', '元宵节', '五一', '两会', '中秋', '国庆'];

  test('各节日从节前十五天到假期最后一天，不出起止；两会的日期由本局填写', () => {
    const rounds = roundsFor(quota, '2026年1月至12月', listed);
    expect(rounds).toEqual([
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-01-31', '2026-02-23'],
      ['元宵节', '2026-02-16', '2026-03-03'],
      ['五一', '2026-04-16', '2026-05-05'],
      ['中秋', '2026-09-10', '2026-09-27'],
      ['国庆', '2026-09-16', '2026-10-07'],
      ['两会', null, null],
    ]);
    const unknown = rounds.filter(([, fromOn]) => fromOn === null).map(([title]) => title);
    expect(unknown).toEqual(['两会']);
  });

  test('本局填写了两会日期的，排进各次', () => {
    const own = [...festivals, { year: 2026, name: '两会', fromOn: '2026-03-04', toOn: '2026-03-12' }];
    expect(roundsFor(quota, '全年', listed, own)).toContainEqual(['两会', '2026-02-17', '2026-03-12']);
  });

  test('起止之外的节日没有这一次', () => {
    expect(roundsFor(quota, '3月至8月', ['元旦', '五一']).map(([title]) => title)).toEqual(['五一']);
  });

  test('没有列出节日的，按法定节日', () => {
    expect(roundsFor(quota, '全年').map(([title]) => title)).toEqual([
      '元旦',
      '春节',
      '清明',
      '劳动',
      '端午',
      '中秋',
      '国庆',
    ]);
  });

  test('尚未公布放假安排的年份，按节日当天推算', () => {
    expect(roundsFor(quota, '2027年全年', ['中秋', '国庆'])).toEqual([
      ['中秋', '2027-08-31', '2027-09-15'],
      ['国庆', '2027-09-16', '2027-10-01'],
    ]);
  });
});

test('同一节日的几种写法是一个节日', () => {
  expect(festivalKey('五一')).toBe(festivalKey('国际劳动节'));
  expect(festivalKey('元宵节')).toBe(festivalKey('元宵'));
  expect(festivalKey('国庆节')).toBe(festivalKey('十一'));
  expect(festivalKey('春节')).not.toBe(festivalKey('元旦'));
});

test('农历节日与历书逐年一致', () => {
  for (const { year, ...known } of lunar.years) {
    expect([year, known]).toEqual([
      year,
      {
        春节: days.getSolarDateFromLunar(`${year}-01-01`).date,
        元宵: days.getSolarDateFromLunar(`${year}-01-15`).date,
        清明: days.getSolarTermDate(year, 4, 'pure_brightness'),
        端午: days.getSolarDateFromLunar(`${year}-05-05`).date,
        中秋: days.getSolarDateFromLunar(`${year}-08-15`).date,
      },
    ]);
  }
});
