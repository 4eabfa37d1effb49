import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkUscc, makeUscc, normaliseUscc } from '../../../shared/kernel/uscc.ts';

const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

test('GB 32100 附录的示例代码通过校验', () => {
  expect(checkUscc('91350100M000100Y43')).toEqual([]);
});

test('实际在用而校验位不符的代码只提示应为何值', () => {
  expect(checkUscc('91350203M0001QAY9B')).toEqual([expect.objectContaining({ code: 'USCC_CHECK_DIGIT', found: 'B' })]);
});

test('位数不对、字符不对时说明在哪里', () => {
  expect(checkUscc('9115078400000000')).toEqual([{ code: 'USCC_LENGTH', length: 16 }]);
  expect(checkUscc('9115078I000000011O')).toEqual([
    { code: 'USCC_CHARACTER', position: 8, character: 'I' },
    { code: 'USCC_CHARACTER', position: 18, character: 'O' },
  ]);
});

test('全角、小写与空格在比对前归一', () => {
  expect(normaliseUscc(' ９１３５０１００m000 100y43\u3000')).toBe('91350100M000100Y43');
});

test('编造的样例代码两处校验位都通过', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (n) => {
      expect(checkUscc(makeUscc('91150784', n))).toEqual([]);
    }),
  );
});

test('样例代码的前缀必须是八位合法字符', () => {
  expect(() => makeUscc('9115078', 1)).toThrow(RangeError);
  expect(() => makeUscc('9115078O', 1)).toThrow(RangeError);
  expect(() => makeUscc('91150784', 100_000_000)).toThrow(RangeError);
});

test('任一位录错都会被发现', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.nat(17), fc.constantFrom(...CHARSET), (n, place, typed) => {
      const code = makeUscc('91150784', n);
      fc.pre(code.charAt(place) !== typed);
      expect(checkUscc(code.slice(0, place) + typed + code.slice(place + 1))).not.toEqual([]);
    }),
  );
});
