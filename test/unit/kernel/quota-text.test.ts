import { describe, expect, test } from 'vitest';
import { type QuotaReading, quotaCount, roundsIn, sayQuota, sayRatio } from '../../../shared/kernel/quota-reading.ts';
import { readQuota } from '../../../shared/kernel/quota-text.ts';
import { fc } from '../../support/properties.ts';

const ratio = (bp: number) => ({ kind: 'ratio', bp }) as const;
const count = (number: number, unit: string) => ({ kind: 'count', count: number, unit }) as const;
const whole = { classes: [], base: null, atLeast: false };

function read(text: string): QuotaReading {
  const result = readQuota(text);
  if (!result.ok) throw new Error(JSON.stringify(result.details));
  return result.value;
}

function stumbleOf(text: string) {
  const result = readQuota(text);
  if (result.ok) throw new Error(`understood: ${sayQuota(result.value)}`);
  const { position, part, reason } = result.details;
  return { position, part, reason };
}

describe('计划中出现过的每一种写法', () => {
  test.each<[string, QuotaReading['clauses']]>([
    ['5%', [{ ...whole, figure: ratio(500) }]],
    ['不少于4%', [{ ...whole, atLeast: true, figure: ratio(400) }]],
    ['0.3%', [{ ...whole, figure: ratio(30) }]],
    ['存续企业0.3%', [{ ...whole, base: '存续企业', figure: ratio(30) }]],
    ['100%', [{ ...whole, figure: ratio(10_000) }]],
    ['2家', [{ ...whole, figure: count(2, '家') }]],
    ['5户', [{ ...whole, figure: count(5, '户') }]],
    ['2所', [{ ...whole, figure: count(2, '所') }]],
    ['不少于50%获证企业', [{ ...whole, base: '获证企业', atLeast: true, figure: ratio(5_000) }]],
    ['核发许可单位的5%', [{ ...whole, base: '核发许可单位', figure: ratio(500) }]],
    [
      '医疗机构2家、药店10家。',
      [
        { ...whole, classes: ['医疗机构'], figure: count(2, '家') },
        { ...whole, classes: ['药店'], figure: count(10, '家') },
      ],
    ],
    [
      '建筑业企业5%，勘察设计企业、工程监理企业、招标代理机构10%',
      [
        { ...whole, classes: ['建筑业企业'], figure: ratio(500) },
        { ...whole, classes: ['勘察设计企业', '工程监理企业', '招标代理机构'], figure: ratio(1_000) },
      ],
    ],
    [
      '农药经营门店不少于4%；农药登记试验单位100%',
      [
        { ...whole, classes: ['农药经营门店'], atLeast: true, figure: ratio(400) },
        { ...whole, classes: ['农药登记试验单位'], figure: ratio(10_000) },
      ],
    ],
  ])('%s', (text, clauses) => {
    expect(read(text)).toEqual({ clauses, rounds: null });
  });

  test('每部门每月抽查1户', () => {
    const reading = read('每部门每月抽查1户');
    expect(reading).toEqual({
      clauses: [{ ...whole, figure: count(1, '户') }],
      rounds: { perDepartment: true, every: 'month', occasions: [], times: 1, timesAtLeast: false },
    });
    expect(roundsIn(reading.rounds, { months: 12, departments: 6, occasions: null })).toBe(72);
    expect(roundsIn(reading.rounds, { months: 12, departments: null, occasions: null })).toBeNull();
  });

  test('每类节日、重要时间节点至少集中开展1次，每次抽查2家单位', () => {
    const reading = read('每类节日、重要时间节点至少集中开展1次，每次抽查2家单位');
    expect(reading).toEqual({
      clauses: [{ ...whole, figure: count(2, '家') }],
      rounds: {
        perDepartment: false,
        every: null,
        occasions: ['节日', '重要时间节点'],
        times: 1,
        timesAtLeast: true,
      },
    });
    expect(roundsIn(reading.rounds, { months: 12, departments: null, occasions: 7 })).toBe(7);
  });
});

describe('相近写法读法相同', () => {
  test.each([
    ['５％', '5%'],
    [' 5 % 。', '5%'],
    ['不低于4﹪', '不少于4%'],
    ['抽查比例不少于4.0%', '不少于4%'],
    ['按5%的比例抽查', '5%'],
    ['3‰', '0.3%'],
    ['百分之五', '5%'],
    ['百分之百', '100%'],
    ['全覆盖', '100%'],
    ['100%全覆盖', '100%'],
    ['两家', '2家'],
    ['至少抽查十二户', '不少于12户'],
    ['5%以上', '不少于5%'],
    ['2家企业', '2家'],
    ['获证企业的50%', '获证企业50%'],
    ['不少于获证企业的50%', '获证企业不少于50%'],
    ['检查对象总数的5%', '检查对象总数5%'],
    ['医疗机构：2家;药店:10家', '医疗机构2家；药店10家'],
    ['医疗机构、药店各2家', '医疗机构2家；药店2家'],
    ['影剧院、录像厅（室）、歌舞娱乐场所（KTV、舞厅等）5%', '影剧院、录像厅(室)、歌舞娱乐场所(KTV、舞厅等)5%'],
    ['按摩店5%', '按摩店5%'],
    ['规模以上工业企业 2 家', '规模以上工业企业2家'],
    ['每月每部门抽1户'.replace('抽', '抽查'), '每部门每月抽查1户'],
    ['每季度抽查2家', '每季度抽查2家'],
    ['5%，每年1次', '每年抽查5%'],
    ['每年不少于2次，每次5%', '每年不少于2次，每次抽查5%'],
  ])('%s → %s', (text, said) => {
    expect(sayQuota(read(text))).toBe(said);
  });
});

describe('读不懂的写法说明停在哪里', () => {
  test.each([
    ['', 'EMPTY', 1, ''],
    ['按需抽查', 'NO_FIGURE', 1, '按需抽查'],
    ['约5%', 'NOT_UNDERSTOOD', 1, '约'],
    ['不超过5%', 'NOT_UNDERSTOOD', 1, '不超过'],
    ['5%－10%', 'NOT_UNDERSTOOD', 3, '－10%'],
    ['5%左右', 'NOT_UNDERSTOOD', 3, '左右'],
    ['2家或5%', 'NOT_UNDERSTOOD', 3, '或5%'],
    ['120%', 'OVER_ALL', 1, '120%'],
    ['0.125%', 'TOO_PRECISE', 1, '0.125%'],
    ['药店0家', 'ZERO', 3, '0家'],
    ['5%，10%', 'TWO_FIGURES', 4, '10%'],
    ['药店5%；药店10%', 'CLASS_TWICE', 6, '药店10%'],
    ['药店5%，诊所若干', 'NO_FIGURE', 6, '诊所若干'],
  ])('%s', (text, reason, position, part) => {
    expect(stumbleOf(text)).toEqual({ reason, position, part });
  });
});

describe('户数', () => {
  test('比例向上取整，小名单不落空', () => {
    const [five] = read('5%').clauses;
    if (five === undefined) throw new Error('no clause');
    expect([0, 1, 13, 20, 21, 412].map((size) => quotaCount(five, size))).toEqual([0, 1, 1, 1, 2, 21]);
  });

  test('不会抽出比名单更多的户', () => {
    const [clause] = read('10家').clauses;
    if (clause === undefined) throw new Error('no clause');
    expect(quotaCount(clause, 3)).toBe(3);
  });

  test('比例的写法不带多余的零', () => {
    expect([500, 30, 1225, 10_000, 5].map(sayRatio)).toEqual(['5%', '0.3%', '12.25%', '100%', '0.05%']);
  });
});

const FRAGMENTS = [
  ...'，。；、（）()的各每按或0123456789%.‰一二十百家户所月年类次',
  ...['不少于', '至少', '以上', '企业', '药店', '获证企业', '总数', '每部门', '每月', '每类', '节日', '次，每次'],
  ...[
    '全年',
    '/年',
    '/月',
    '共',
    '合计',
    '对',
    '率',
    '面',
    '覆盖率',
    '双随机',
    '全市',
    '各部门',
    '规模以下企业',
    '项目',
  ],
  ...['（含）', '（户）', '（最少1户）', '且不少于1户', '且不少于3户', '上半年', '三年', '进行抽查', '企业', '5户'],
  ...['抽查', '检查', '比例为', '全部', '全覆盖', '分别', '百分之', '5%', '2家', '站', '左右', '5%企业', '2家单位'],
];

test('任何文字都不会使程序出错，读懂的再读一遍读法不变', () => {
  let understood = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 9 }), (parts) => {
      const text = parts.join('');
      const result = readQuota(text);
      if (result.ok) {
        understood += 1;
        expect([text, readQuota(sayQuota(result.value))]).toEqual([text, result]);
      } else if (text !== '') {
        const { position, part } = result.details;
        expect(text.slice(position - 1, position - 1 + part.length)).toBe(part);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(understood).toBeGreaterThan(200);
});

test('任意字符不使程序出错', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof readQuota(text).ok).toBe('boolean');
    }),
    { numRuns: 2_000 },
  );
});
