import { expect, test } from 'vitest';
import { eitherOf, sayPoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';

test('范围逐条说清，不限的不说', () => {
  expect(sayPoolFilter({})).toBe('名录中全部对象');
  expect(sayPoolFilter({ tags: [], nameHas: ' ' })).toBe('名录中全部对象');
  expect(sayPoolFilter({ aboveScale: true, isKey: true })).toBe('规模以上工业企业；重点对象');
  expect(sayPoolFilter({ aboveScale: false, isKey: false })).toBe('规模以下；一般对象');
  const narrow = {
    kinds: ['企业'],
    townships: ['示例镇', '示例苏木'],
    industries: ['有色金属采选'],
    tags: ['危险化学品'],
    licences: ['安全生产许可证'],
    nameHas: '加油站',
  };
  expect(sayPoolFilter(narrow)).toBe(
    '类型：企业；乡镇苏木：示例镇、示例苏木；行业：有色金属采选；标签：危险化学品；许可：安全生产许可证；名称或行业含“加油站”',
  );
});

test('表单里留空的各项不缩小范围', () => {
  expect(tidyPoolFilter({ aboveScale: null, isKey: false, kinds: [], tags: ['甲'], nameHas: ' 矿 ' })).toEqual({
    isKey: false,
    tags: ['甲'],
    nameHas: '矿',
  });
});

test('几类合起来算的，只在一项上不同时并为一个范围，否则须手工填写', () => {
  expect(eitherOf([{ tags: ['甲'] }, { tags: ['乙', '甲'] }])).toEqual({ tags: ['甲', '乙'] });
  expect(
    eitherOf([
      { aboveScale: true, tags: ['甲'] },
      { aboveScale: true, tags: ['乙'] },
    ]),
  ).toEqual({
    aboveScale: true,
    tags: ['甲', '乙'],
  });
  expect(eitherOf([{ tags: ['甲'] }, { industries: ['乙'] }])).toBeNull();
  expect(eitherOf([{ nameHas: '甲' }, { nameHas: '乙' }])).toBeNull();
  expect(eitherOf([{ nameHas: '甲' }])).toEqual({ nameHas: '甲' });
  expect(eitherOf([])).toBeNull();
});
