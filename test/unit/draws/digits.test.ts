import { describe, expect, test } from 'vitest';
import { enoughDigits, readAnnounced } from '../../../shared/features/draws/digits.ts';
import { fc } from '../../support/properties.ts';

describe('见证数字', () => {
  test('只收0到9', () => {
    expect(readAnnounced('0381', 4)).toEqual({ ok: true, value: { digits: '0381', normalised: false } });
  });

  test('全角数字转为半角，并告知', () => {
    expect(readAnnounced('０３8１', 4)).toEqual({ ok: true, value: { digits: '0381', normalised: true } });
  });

  test.each([
    ['03o1', 'o', 3],
    ['03 1', ' ', 3],
    ['٣381', '٣', 1],
    ['三381', '三', 1],
    ['-381', '-', 1],
    ['3.81', '.', 2],
    ['12:4', ':', 3],
    ['１２：４', '：', 3],
    ['12/4', '/', 3],
    ['1😊34', '😊', 2],
  ])('“%s”被拒，指出位置', (typed, character, position) => {
    expect(readAnnounced(typed, 4)).toEqual({ ok: false, code: 'NOT_A_DIGIT', details: { character, position } });
  });

  test('位数须与冻结时约定的一致', () => {
    expect(readAnnounced('038', 4)).toMatchObject({ code: 'DIGIT_COUNT', details: { expected: 4, found: 3 } });
    expect(readAnnounced('', 1)).toMatchObject({ code: 'DIGIT_COUNT' });
  });

  test('读出的总是ASCII数字', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const read = readAnnounced(typed, [...typed].length);
        if (read.ok) expect(read.value.digits).toMatch(/^[0-9]*$/);
        else expect([...typed].every((one) => /^[0-9０-９]$/.test(one))).toBe(false);
      }),
    );
  });

  test('至少两人、合计20位', () => {
    expect(enoughDigits([10, 10])).toBe(true);
    expect(enoughDigits([20])).toBe(false);
    expect(enoughDigits([10, 9])).toBe(false);
    expect(enoughDigits([])).toBe(false);
  });
});
