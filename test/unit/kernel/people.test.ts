import { expect, test } from 'vitest';
import { checkIdCard, idCardCheckCharacter, normaliseIdCard } from '../../../shared/kernel/id-card.ts';
import { maskIdCard, maskPhone, redactText } from '../../../shared/kernel/redact.ts';

test('GB 11643 的示例号码通过校验', () => {
  expect(checkIdCard('11010519491231002X')).toEqual([]);
  expect(checkIdCard('440524188001010014')).toEqual([]);
});

test('校验码、出生日期、位数不对时分别说明', () => {
  expect(checkIdCard('110105194912310021')).toEqual([{ code: 'ID_CARD_CHECK_DIGIT', expected: 'X', found: '1' }]);
  const born = '11010519490231002';
  expect(checkIdCard(born + idCardCheckCharacter(born))).toEqual([{ code: 'ID_CARD_BIRTH_DATE', found: '1949-02-31' }]);
  expect(checkIdCard('1101051949')).toEqual([{ code: 'ID_CARD_SHAPE' }]);
});

test('号码中的全角、空格与小写 x 归一', () => {
  expect(normaliseIdCard(' 110105 19491231００２ｘ')).toBe('11010519491231002X');
});

test('电话与身份号码脱敏后不可还原', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
  expect(maskPhone('0470-6820000')).toBe('0470-*****00');
  expect(maskPhone('6820000')).toBe('*****00');
  expect(maskPhone('12')).toBe('**');
  expect(maskIdCard('11010519491231002X')).toBe('110*************2X');
});

test('公示文字中的号码一律遮去，企业自己的代码保留', () => {
  const text = '联系人电话13800001234、0470-6820000，身份证11010519491231002x，代码911507840000000118。';
  expect(redactText(text, ['911507840000000118'])).toBe(
    '联系人电话138****1234、0470-*****00，身份证110*************2x，代码911507840000000118。',
  );
});
