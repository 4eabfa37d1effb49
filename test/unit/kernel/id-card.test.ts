import { expect, test } from 'vitest';
import { checkIdCard, idCardCheckCharacter, normaliseIdCard } from '../../../shared/kernel/id-card.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { fc } from '../../support/properties.ts';

/** Made-up numbers: a region, a day of birth that exists, a serial, and the character that belongs to them. */
const sample = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.nat(36_000), fc.nat(999))
  .map(([region, days, serial]) => {
    const born = addDays('1920-01-01', days).replaceAll('-', '');
    const first17 = `${region}${born}${String(serial).padStart(3, '0')}`;
    return first17 + idCardCheckCharacter(first17);
  });

test('校验码算得出，也就通过校验', () => {
  fc.assert(
    fc.property(sample, (number) => {
      expect(checkIdCard(number)).toEqual([]);
    }),
  );
});

test('任一位数字录错都会被发现', () => {
  fc.assert(
    fc.property(sample, fc.nat(16), fc.nat(9), (number, place, typed) => {
      fc.pre(number.charAt(place) !== String(typed));
      expect(checkIdCard(number.slice(0, place) + String(typed) + number.slice(place + 1))).not.toEqual([]);
    }),
  );
});

test('相邻两位写颠倒会被发现', () => {
  fc.assert(
    fc.property(sample, fc.nat(16), (number, place) => {
      const [one, other] = [number.charAt(place), number.charAt(place + 1)];
      fc.pre(one !== other);
      expect(checkIdCard(number.slice(0, place) + other + one + number.slice(place + 2))).not.toEqual([]);
    }),
  );
});

test('不存在的出生日期指明是哪一天', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1920, max: 2020 }), fc.constantFrom('0230', '0431', '1301', '0000'), (year, day) => {
      const first17 = `150784${year}${day}001`;
      const found = `${year}-${day.slice(0, 2)}-${day.slice(2)}`;
      expect(checkIdCard(first17 + idCardCheckCharacter(first17))).toEqual([{ code: 'ID_CARD_BIRTH_DATE', found }]);
    }),
  );
});

test('15位旧号码和任何别的文字只说形状不对，不会使程序出错', () => {
  expect(checkIdCard('110105491231002')).toEqual([{ code: 'ID_CARD_SHAPE' }]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
      const number = normaliseIdCard(text);
      expect(normaliseIdCard(number)).toBe(number);
      if (!/^\d{17}[\dX]$/.test(number)) expect(checkIdCard(number)).toEqual([{ code: 'ID_CARD_SHAPE' }]);
    }),
  );
});
