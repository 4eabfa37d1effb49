import { expect, test } from 'vitest';
import { guardText, looksLikeFormula } from '../../../electron/workbooks/guard.ts';
import { fc } from '../../support/properties.ts';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1',
  '\u3000=1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '\t=1',
  '\t甲',
  '\r甲',
  '\n甲',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  '﹦1',
  '−1',
  '甲\n=1',
  '甲\r\n  ＋1',
  '甲\u2028@x',
])('%j 不会成为公式', (text) => {
  expect(looksLikeFormula(text)).toBe(true);
  expect(looksLikeFormula(guardText(text))).toBe(false);
});

test.each(['示例企业', '0470-6820000', '5%', '甲=乙', '', '2026-09-07', '（=）'])('%j 原样写出', (text) => {
  expect(guardText(text)).toBe(text);
});

test('任何文字防护后都不像公式，再防护一次也不变，去掉撇号即原文', () => {
  const sign = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    '﹦',
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '\u3000',
    '\u200b',
    '\u2028',
    '\u0085',
    '\v',
    "'",
    '甲',
    '1',
  );
  const text = fc.oneof(
    fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const guarded = guardText(typed);
      expect(looksLikeFormula(guarded)).toBe(false);
      expect(guardText(guarded)).toBe(guarded);
      expect(guarded.replaceAll("'", '')).toBe(typed.replaceAll("'", ''));
      for (const line of guarded.normalize('NFKC').split(/[\r\n]/)) expect(line.trimStart()).not.toMatch(/^[=+\-@]/);
    }),
    { numRuns: 5_000 },
  );
});
