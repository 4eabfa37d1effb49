import { expect, test } from 'vitest';
import { monthsOf, readPeriod } from '../../../shared/features/plans/period-text.ts';
import { fc } from '../../support/properties.ts';

test.each([
  ['2023年9月至11月', '2023-09-01', '2023-11-30'],
  ['2022年9月至11月', '2022-09-01', '2022-11-30'],
  ['2023年3月—12月', '2023-03-01', '2023-12-31'],
  ['２０２３年３月 至 １２月。', '2023-03-01', '2023-12-31'],
  ['3月到5月', '2023-03-01', '2023-05-31'],
  ['3-5月', '2023-03-01', '2023-05-31'],
  ['2023.3-12', '2023-03-01', '2023-12-31'],
  ['2023.3.1-2023.12.15', '2023-03-01', '2023-12-15'],
  ['2023年3月1日至12月31日', '2023-03-01', '2023-12-31'],
  ['2023年11月至2024年2月', '2023-11-01', '2024-02-29'],
  ['2023年9月', '2023-09-01', '2023-09-30'],
  ['12月底', '2023-12-01', '2023-12-31'],
  ['全年', '2023-01-01', '2023-12-31'],
  ['2024年', '2024-01-01', '2024-12-31'],
  ['下半年', '2023-07-01', '2023-12-31'],
  ['第三季度', '2023-07-01', '2023-09-30'],
])('%s', (text, fromOn, toOn) => {
  expect(readPeriod(text, 2023)).toEqual({ fromOn, toOn });
});

test.each(['', '适时', '长期', '13月', '2023年11月至2月', '2023年2月30日', '3月前'])('“%s”不猜', (text) => {
  expect(readPeriod(text, 2023)).toBeNull();
});

test('没有年份又没有计划年度的不猜', () => {
  expect(readPeriod('3月至5月', null)).toBeNull();
});

test('任意文字不使程序出错，读出的起止有先后', () => {
  const words = fc.constantFrom(...'0123456789年月日至-.底一三季度上下半全', '2023', '12', '2023年');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 10 }), (parts) => {
      const period = readPeriod(parts.join(''), 2023);
      if (period !== null) {
        expect(period.fromOn <= period.toOn).toBe(true);
        expect(monthsOf(period)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 5_000 },
  );
});
