import { expect, test } from 'vitest';
import { nameKey, sameName, tidy, toHalfWidth } from '../../../shared/kernel/normalise.ts';
import { fc } from '../../support/properties.ts';

test('同一名称的不同写法视为相同', () => {
  expect(sameName('示例（额尔古纳）矿业有限公司', '示例(额尔古纳) 矿业有限公司')).toBe(true);
  expect(sameName('阿拉坦·巴图', '阿拉坦•巴图')).toBe(true);
  expect(sameName('阿拉坦・巴图', '阿拉坦·巴图\u3000')).toBe(true);
  expect(sameName('示例ＡＢＣ１２３厂', '示例abc123厂')).toBe(true);
  expect(sameName('示例一厂', '示例二厂')).toBe(false);
});

test('保存的写法只去首尾空白与不可见字符', () => {
  expect(tidy('\ufeff 示例（甲）\u00a0\u3000公司\u200b ')).toBe('示例（甲） 公司');
});

test('比对用的键再算一次不变', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
    }),
    { numRuns: 1_000 },
  );
});

test('全角转半角不改变字数', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('Ａ', '９', '％', '（', '。', 'a', '矿') }), (text) => {
      expect(toHalfWidth(text)).toHaveLength(text.length);
    }),
  );
  expect(toHalfWidth('５％（Ａ）。')).toBe('5%(A)。');
});
