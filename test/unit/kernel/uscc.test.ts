import { expect, test } from 'vitest';
import { problemAt } from '../../../shared/kernel/problems.ts';
import { checkUscc, makeUscc, normaliseUscc } from '../../../shared/kernel/uscc.ts';
import { fc } from '../../support/properties.ts';

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

const sample = fc.nat(99_999_999).map((n) => makeUscc('91150784', n));
const codes = (code: string) => checkUscc(code).map((finding) => finding.code);

test('相邻两位写颠倒会被发现', () => {
  fc.assert(
    fc.property(sample, fc.nat(16), (code, place) => {
      const [one, other] = [code.charAt(place), code.charAt(place + 1)];
      fc.pre(one !== other);
      expect(checkUscc(code.slice(0, place) + other + one + code.slice(place + 2))).not.toEqual([]);
    }),
  );
});

test('组织机构代码中一位数字录错，第17位和第18位校验都不符', () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 8, max: 15 }), fc.nat(9), (code, place, typed) => {
      fc.pre(code.charAt(place) !== String(typed));
      const wrong = code.slice(0, place) + String(typed) + code.slice(place + 1);
      expect(codes(wrong)).toEqual(['USCC_ORGANISATION_DIGIT', 'USCC_CHECK_DIGIT']);
    }),
  );
});

test('按提示的校验位改正后就通过', () => {
  fc.assert(
    fc.property(sample, fc.constantFrom(...CHARSET), (code, typed) => {
      fc.pre(code.charAt(17) !== typed);
      const [finding] = checkUscc(code.slice(0, 17) + typed);
      expect(finding).toEqual({ code: 'USCC_CHECK_DIGIT', expected: code.charAt(17), found: typed });
    }),
  );
});

test('归一只做一次就够，全角、大小写和空格怎么写都归到同一个代码', () => {
  const wide = (char: string) => String.fromCharCode(char.charCodeAt(0) + 0xfee0);
  const manner = fc.constantFrom<(char: string) => string>(
    (char) => char,
    (char) => char.toLowerCase(),
    wide,
    (char) => ` ${char}`,
    (char) => `${char}\u3000`,
    (char) => `\u200b${char}`,
  );
  fc.assert(
    fc.property(sample, fc.array(manner, { minLength: 18, maxLength: 18 }), (code, manners) => {
      const typed = Array.from(code, (char, index) => manners[index]?.(char) ?? char).join('');
      expect(normaliseUscc(typed)).toBe(code);
      expect(normaliseUscc(normaliseUscc(typed))).toBe(code);
    }),
  );
});

test('任何文字都只得到提示，不会使程序出错', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
      expect(Array.isArray(checkUscc(normaliseUscc(text)))).toBe(true);
    }),
  );
});

test('校验不符只提示，不拒绝导入', () => {
  const place = { sheet: '名录', row: 2, column: '统一社会信用代码' };
  const [finding] = checkUscc('91350203M0001QAY9B');
  expect(finding?.code).toBe('USCC_CHECK_DIGIT');
  expect(problemAt(place, 'USCC_CHECK_DIGIT', { expected: 'X', found: 'B' }).severity).toBe('warning');
  expect(problemAt(place, 'USCC_ORGANISATION_DIGIT', { expected: 'X', found: '9' }).severity).toBe('warning');
});
