import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureCount, quotaCount, sayQuota } from '../../../shared/kernel/quota-reading.ts';
import { readQuota } from '../../../shared/kernel/quota-text.ts';
import { fc } from '../../support/properties.ts';

/** The reading in words, which reads to itself again; a refusal shows as reason and part. */
function said(text: string): string {
  const result = readQuota(text);
  if (!result.ok) return `${result.details.reason} ${result.details.part}`;
  const words = sayQuota(result.value);
  expect(readQuota(words)).toEqual(result);
  return words;
}

/** 清单 and 计划 of the rules, and what the reader says to each. */
const ruled: readonly (readonly [text: string, said: string])[] = [
  ['5%', '5%'],
  ['不少于4%', '不少于4%'],
  ['0.3%', '0.3%'],
  ['存续企业0.3%', '存续企业0.3%'],
  ['100%', '100%'],
  ['2家', '2家'],
  ['5户', '5户'],
  ['2所', '2所'],
  ['不少于50%获证企业', '获证企业不少于50%'],
  ['核发许可单位的5%', '核发许可单位5%'],
  ['医疗机构2家、药店10家', '医疗机构2家；药店10家'],
  [
    '建筑业企业5%，勘察设计企业、工程监理企业、招标代理机构10%',
    '建筑业企业5%；勘察设计企业、工程监理企业、招标代理机构10%',
  ],
  ['农药经营门店不少于4%；农药登记试验单位100%', '农药经营门店不少于4%；农药登记试验单位100%'],
  ['每部门每月抽查1户', '每部门每月抽查1户'],
  ['每类节日、重要时间节点至少集中开展1次，每次抽查2家单位', '每类节日、重要时间节点不少于1次，每次抽查2家'],
];

test.each(ruled)('规则和计划中的写法：%s', (text, words) => {
  expect(said(text)).toBe(words);
});

test('额尔古纳2023年联合抽查计划的每一格都读得懂', () => {
  const cells = readFileSync('test/fixtures/plans/joint-plan-2023.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([number = '']) => /^\d+$/.test(number))
    .map((row) => (row[7] ?? '').trim());
  expect(cells).toHaveLength(22);
  const filled = cells.filter((cell) => cell !== '');
  expect(filled.map((cell) => [cell, readQuota(cell).ok])).toEqual(filled.map((cell) => [cell, true]));
  // 第5项续第4项，留空；其余各格都有比例或数量。
  expect(filled).toHaveLength(21);
  expect([...new Set(filled.map(said))].toSorted()).toEqual(
    [
      ...['建筑业企业5%；勘察设计企业、工程监理企业、招标代理机构10%', '农药经营门店不少于4%；农药登记试验单位100%'],
      ...['获证企业不少于50%', '不少于5%', '不少于10%', '5户', '每类节日、重要时间节点不少于1次，每次抽查2家'],
      ...[
        '每部门每月抽查1户',
        '存续企业0.3%',
        '不少于3%',
        '100%',
        '医疗机构2家；药店10家',
        '2户',
        '核发许可单位5%',
        '2所',
        '2家',
      ],
    ].toSorted(),
  );
});

describe('县级计划中常见的写法', () => {
  test.each([
    ['按不低于3%的比例抽查', '不少于3%'],
    ['按照5%的比例抽取', '5%'],
    ['按5%比例随机抽查', '5%'],
    ['对5%的企业进行抽查', '5%'],
    ['双随机抽取5%', '5%'],
    ['抽查面不低于5%', '不少于5%'],
    ['抽查率5%', '5%'],
    ['抽查比例：不低于百分之三', '不少于3%'],
    ['抽查比例不低于辖区企业总数的3%', '辖区企业总数不少于3%'],
    ['覆盖率100%', '100%'],
    ['全覆盖检查', '100%'],
    ['一年内全覆盖', '每年抽查100%'],
    ['全市5%', '5%'],
    ['全旗不少于5户', '不少于5户'],
    ['3家企业', '3家'],
    ['抽查企业5户', '5户'],
    ['随机抽取5户企业', '5户'],
    ['检查户数2户', '2户'],
    ['共抽取10家', '10家'],
    ['合计2家', '2家'],
    ['2家（户）', '2家'],
    ['不少于2家（含）', '不少于2家'],
    ['10%以上（含10%）', '不少于10%'],
    ['2户（含）以上', '不少于2户'],
    ['最低5%', '不少于5%'],
    ['≥3家', '不少于3家'],
    ['不少于十二户', '不少于12户'],
    ['2个项目', '2个'],
    ['在建工地不少于3个', '在建工地不少于3个'],
    ['规上企业10%、规下企业5%', '规上企业10%；规下企业5%'],
    ['规模以上企业抽查10%，规模以下企业抽查5%', '规模以上企业10%；规模以下企业5%'],
    ['A级1%、B级3%、C级10%、D级100%', 'A级1%；B级3%；C级10%；D级100%'],
    ['A级1%，B级3%，C级10%，D级全覆盖', 'A级1%；B级3%；C级10%；D级100%'],
    ['信用等级A级的1%，B级的3%', '信用等级A级1%；B级3%'],
    ['重点企业全覆盖，一般企业不低于20%', '重点企业100%；一般企业不少于20%'],
    ['加油站、液化气站各2家', '加油站2家；液化气站2家'],
    ['餐饮单位3%，学校食堂、养老机构食堂100%', '餐饮单位3%；学校食堂、养老机构食堂100%'],
    ['二级以上医疗机构1家，民营医院2家', '二级以上医疗机构1家；民营医院2家'],
    ['每季度不少于2户', '每季度抽查不少于2户'],
    ['每季度抽查一次，每次不少于2户', '每季度抽查不少于2户'],
    ['每半年抽查1次，每次3家', '每半年抽查3家'],
    ['全年抽查2次，每次5户', '每年2次，每次抽查5户'],
    ['全年不少于10家', '每年抽查不少于10家'],
    ['年度抽查比例5%', '每年抽查5%'],
    ['2家/年', '每年抽查2家'],
    ['不少于2户/月', '每月抽查不少于2户'],
    ['各部门1户', '每部门抽查1户'],
    ['各相关部门每月抽查1户', '每部门每月抽查1户'],
    ['5%（最少1户）', '5%'],
    ['不低于5%（不足1户的按1户抽取）', '不少于5%'],
  ])('%s → %s', (text, words) => {
    expect(said(text)).toBe(words);
  });
});

describe('意思不能确定的，退回并指出停在哪几个字', () => {
  test.each([
    ['抽取10%且不少于3户', 'FLOOR_BESIDE', '且不少于3户'],
    ['药店不低于3%且不少于2家，诊所5%', 'FLOOR_BESIDE', '且不少于2家'],
    ['不低于3%，不足3户的全部抽查', 'FLOOR_BESIDE', '，不足3户'],
    ['上半年2家，下半年3家', 'TIME_SPAN', '上半年'],
    ['春节前2家，中秋前2家', 'TIME_SPAN', '春节前'],
    ['三年全覆盖', 'TIME_SPAN', '三年'],
    ['3-5家', 'NOT_UNDERSTOOD', '3-'],
    ['3至5家', 'NOT_UNDERSTOOD', '3至'],
    ['5%～10%', 'NOT_UNDERSTOOD', '～10%'],
    ['约3家', 'NOT_UNDERSTOOD', '约'],
    ['5%左右', 'NOT_UNDERSTOOD', '左右'],
    ['不超过10%', 'NOT_UNDERSTOOD', '不超过'],
    ['大于5%', 'NOT_UNDERSTOOD', '大于'],
    ['5%（四舍五入）', 'NOT_UNDERSTOOD', '（四舍五入）'],
    ['100%（3家）', 'NOT_UNDERSTOOD', '（3家）'],
    ['不少于10户（次）', 'NOT_UNDERSTOOD', '（次）'],
    ['5家次', 'NOT_UNDERSTOOD', '次'],
    ['各旗市区2家', 'NOT_UNDERSTOOD', '各旗市区'],
    ['每个乡镇2家', 'NOT_UNDERSTOOD', '每个乡镇'],
    ['每周1户', 'NOT_UNDERSTOOD', '每周'],
    ['上年度新增企业的30%', 'NOT_UNDERSTOOD', '上年度新增企业的'],
    ['每月2家/年', 'NOT_UNDERSTOOD', '/年'],
    ['2次/年', 'NO_FIGURE', '2次'],
    ['按上级下达任务数', 'NO_FIGURE', '按上级下达任务数'],
    ['视情况而定', 'NO_FIGURE', '视情况而定'],
    ['重点企业100%，其余10%', 'NOT_UNDERSTOOD', '其余'],
    ['5%，2家', 'TWO_FIGURES', '2家'],
    ['医院5%，医院2家', 'CLASS_TWICE', '医院2家'],
    ['150%', 'OVER_ALL', '150%'],
    ['0.333%', 'TOO_PRECISE', '0.333%'],
    ['0户', 'ZERO', '0户'],
    ['9999999家', 'TOO_LARGE', '9999999家'],
  ])('%s', (text, reason, part) => {
    expect(said(text)).toBe(`${reason} ${part}`);
  });
});

const figure = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map((bp) => ({ kind: 'ratio', bp }) as const),
  fc.integer({ min: 1, max: 999_999 }).map((count) => ({ kind: 'count', count, unit: '户' }) as const),
);
const pool = fc.nat(200_000);

describe('户数', () => {
  test('从不超过名单，有户可抽就不落空', () => {
    fc.assert(
      fc.property(figure, pool, (asked, size) => {
        const count = figureCount(asked, size);
        expect(Number.isInteger(count)).toBe(true);
        expect(count).toBeLessThanOrEqual(size);
        expect(count).toBeGreaterThanOrEqual(Math.min(1, size));
      }),
    );
  });

  test('名单多一户，抽取户数不减，至多多一户', () => {
    fc.assert(
      fc.property(figure, pool, (asked, size) => {
        const more = figureCount(asked, size + 1) - figureCount(asked, size);
        expect([0, 1]).toContain(more);
      }),
    );
  });

  test('比例向上取整：不少于应有的份额，多不出一户', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), pool, (bp, size) => {
        const count = figureCount({ kind: 'ratio', bp }, size);
        expect(count * 10_000).toBeGreaterThanOrEqual(size * bp);
        expect((count - 1) * 10_000).toBeLessThan(Math.max(1, size * bp));
      }),
    );
  });
});

const unit = fc.constantFrom('家', '户', '所', '个', '处');
const amount = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map((bp) => `${bp / 100}%`),
  fc.tuple(fc.integer({ min: 1, max: 999_999 }), unit).map(([count, of]) => `${count}${of}`),
);
const name = fc.constantFrom(
  '药店',
  '诊所',
  '加油站',
  '规上企业',
  '规模以下企业',
  'A级',
  '重点企业',
  '学校食堂',
  '宾馆',
);
const clause = fc.tuple(name, fc.constantFrom('', '不少于', '不低于', '至少'), amount);
const rounds = fc.constantFrom('', '每月', '每季度抽查', '每半年', '每部门每月抽查', '每年2次，每次');

test('逐类写明比例或数量的，任何组合都读得懂，说出来再读一遍读法不变', () => {
  fc.assert(
    fc.property(
      rounds,
      fc.uniqueArray(clause, { selector: ([of]) => of, minLength: 1, maxLength: 5 }),
      (often, parts) => {
        const result = readQuota(often + parts.map((part) => part.join('')).join('；'));
        expect(result).toMatchObject({ ok: true, value: { clauses: { length: parts.length } } });
        if (!result.ok) return;
        expect(readQuota(sayQuota(result.value))).toEqual(result);
        for (const [index, [, floor]] of parts.entries())
          expect(result.value.clauses[index]?.atLeast).toBe(floor !== '');
        for (const one of result.value.clauses) expect(quotaCount(one, 0)).toBe(0);
      },
    ),
  );
});
