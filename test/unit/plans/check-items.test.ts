import { describe, expect, test } from 'vitest';
import {
  compareLists,
  isSameItem,
  sayDifference,
  sayFieldDifference,
} from '../../../shared/features/plans/check-item-diff.ts';
import { largestRatio, readItemQuota, sayItemQuota } from '../../../shared/features/plans/check-item-quota.ts';
import { type CheckItem, checkItemText, nextItemCode } from '../../../shared/features/plans/check-items.ts';
import { anItem } from '../../support/check-items.ts';
import { fc } from '../../support/properties.ts';

const code = (n: number) => `SX${String(n).padStart(3, '0')}`;

/** A version of a list: some of the codes 1–9 in any order, with one of a few quotas each. */
const version = fc
  .uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 9 }), quota: fc.constantFrom('5%', '10%', '2家') }), {
    selector: ({ n }) => n,
  })
  .map((rows) =>
    rows.map(
      ({ n, quota }, i): CheckItem => ({
        ...anItem({ name: `示例${n}`, quota }),
        id: n,
        code: code(n),
        position: i + 1,
      }),
    ),
  );

describe('两版对比', () => {
  test('一版与自己相比没有不同', () => {
    fc.assert(
      fc.property(version, (list) => {
        const difference = compareLists(list, list, []);
        expect(difference).toMatchObject({ items: [], unchanged: list.length, isReordered: false });
        expect(sayDifference(difference)).toBe(`两版的${list.length}项内容相同。`);
      }),
    );
  });

  test('反过来比，新增变取消，取消变新增，调整的原内容和现内容对换', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const there = compareLists(one, other, []);
        const back = compareLists(other, one, []);
        const codes = (difference: typeof there, kind: string) =>
          difference.items
            .filter((item) => item.kind === kind)
            .map((item) => item.code)
            .sort();
        expect(codes(there, 'added')).toEqual(codes(back, 'removed'));
        expect(codes(there, 'changed')).toEqual(codes(back, 'changed'));
        expect(there.isReordered).toBe(back.isReordered);
        for (const { kind, code: wanted, fields } of there.items) {
          if (kind !== 'changed') continue;
          const mirrored = back.items.find((item) => item.code === wanted)?.fields ?? [];
          expect(mirrored).toEqual(fields.map(({ field, before, after }) => ({ field, before: after, after: before })));
        }
      }),
    );
  });

  test('每个事项恰好归入新增、取消、调整、没有变动之一', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const { items, unchanged } = compareLists(one, other, []);
        const all = new Set([...one, ...other].map((item) => item.code));
        expect(items.length + unchanged).toBe(all.size);
        expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
        const same = one.filter((item) => other.some((now) => now.code === item.code && isSameItem(item, now)));
        expect(unchanged).toBe(same.length);
      }),
    );
  });

  test('改动说成一句话，哪一栏由什么改为什么', () => {
    expect(sayFieldDifference({ field: 'quota', before: '5%', after: '10%' })).toBe('“抽查比例”由“5%”改为“10%”');
    expect(sayFieldDifference({ field: 'section', before: '', after: '安全生产股' })).toBe('“主管股室”：安全生产股');
    expect(sayFieldDifference({ field: 'section', before: '安全生产股', after: '' })).toBe(
      '“主管股室”原为“安全生产股”，现为空',
    );
  });
});

test.each([
  ['不少于5%', '每年1次', '不少于5%，每年1次'],
  ['2家', '每半年不少于1次', '2家，每半年不少于1次'],
  ['100%', '每季度一次', '100%，每季度1次'],
  ['每部门每月抽查1户', '', '每部门每月抽查1户'],
  ['医疗机构2家、药店10家', '每年2次', '医疗机构2家；药店10家，每年2次'],
  ['5%', '根据需要', '5%'],
  ['酌情', '每年1次', '每年1次'],
  ['酌情', '根据需要', null],
  ['', '', null],
])('抽查比例“%s”、频次“%s”读作%s', (quota, frequency, said) => {
  expect(sayItemQuota(readItemQuota({ quota, frequency }))).toBe(said);
});

test('读不懂的比例指出停在哪里；按户数的不与比例上限相比', () => {
  expect(readItemQuota({ quota: '酌情抽查', frequency: '' }).stumble).toMatchObject({ text: '酌情抽查' });
  expect(largestRatio(readItemQuota({ quota: '建筑业企业5%，监理企业10%', frequency: '' }).quota)).toBe(1_000);
  expect(largestRatio(readItemQuota({ quota: '2家', frequency: '' }).quota)).toBeNull();
});

test('编码接着用过的最大号，满千仍然连续', () => {
  expect(nextItemCode([])).toBe('SX001');
  expect(nextItemCode(['SX003', 'SX001'])).toBe('SX004');
  expect(nextItemCode(['SX999'])).toBe('SX1000');
});

test('空着的栏读作空，批次顺序只在勾选时写出', () => {
  expect(checkItemText(anItem({ methods: [] }), 'methods')).toBe('');
  expect(checkItemText(anItem(), 'filter')).toBe('');
  expect(checkItemText(anItem({ inBatches: true, kind: 'key' }), 'inBatches')).toBe('随机确定检查批次顺序');
});
