import { expect, test } from 'vitest';
import { fenIn, yuanText } from '../../../shared/kernel/money.ts';
import { fc } from '../../support/properties.ts';

test('金额按人们写的样子读，读不懂的不猜', () => {
  expect(['12345.6', '12,345.60元', '１.５万元', '¥500', '0'].map(fenIn)).toEqual([
    1_234_560, 1_234_560, 1_500_000, 50_000, 0,
  ]);
  expect(['', '很多', '1.234', '1,23', '-5', '3亿'].map(fenIn)).toEqual([null, null, null, null, null, null]);
});

test('写出的金额读回来不变', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => {
      expect(fenIn(yuanText(fen))).toBe(fen);
    }),
  );
});
