import { writePlan } from '../../shared/features/draws/plan-file.ts';
import {
  committed,
  indexed,
  type Package,
  plan,
  samplePackage,
  sampleTexts,
  signedOfSample,
  type Texts,
} from './draw-package.ts';

/** One way to tamper with the sample package, and the place that a verifier must name. */
export interface Manipulation {
  readonly name: string;
  readonly files: Package;
  readonly told: RegExp;
  /** Typed in from paper; without it the package alone must give the manipulation away. */
  readonly signed: { readonly seed?: string; readonly resultHash?: string };
}

type Change = (text: string) => string;

const swap =
  (from: string | RegExp, to: string): Change =>
  (text) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change: ${from}`);
    return changed;
  };
const onLine =
  (number: number, change: Change): Change =>
  (text) =>
    text
      .split('\n')
      .map((line, n) => (n === number - 1 ? change(line) : line))
      .join('\n');
const without =
  (number: number): Change =>
  (text) =>
    text
      .split('\n')
      .filter((_, n) => n !== number - 1)
      .join('\n');
const twisted =
  (number: number): Change =>
  (text) => {
    const lines = text.split('\n');
    [lines[number - 1], lines[number]] = [lines[number]!, lines[number - 1]!];
    return lines.join('\n');
  };
const plus =
  (line: string): Change =>
  (text) =>
    `${text}${line}\n`;
const otherHash = onLine(1, swap(/[0-9a-f]{64}/, 'a'.repeat(64)));
const planWith = (part: object) => () => writePlan({ ...plan, ...part } as never);
const strata = plan.strata as Record<string, object>;

/** One file changed, everything else left as it was. */
const plain: readonly (readonly [name: string, file: string, change: Change, told: RegExp])[] = [
  ['一户改了组别', 'objects.tsv', onLine(5, swap('\tA', '\tB')), /objects\.tsv 第5行/],
  ['一户换成别的编号', 'objects.tsv', onLine(60, swap(/^.{18}/, '91159999000000000X')), /objects\.tsv 第60行/],
  ['少了一户', 'objects.tsv', without(9), /objects\.tsv 第9行/],
  ['少了最后一户', 'objects.tsv', without(60), /objects\.tsv 第60行/],
  ['多了一户', 'objects.tsv', plus('99159999000000000X\tD'), /objects\.tsv 第61行/],
  ['两户换了位置', 'objects.tsv', twisted(5), /objects\.tsv 第[56]行/],
  ['一户列了两遍', 'objects.tsv', onLine(5, (line) => `${line}\n${line}`), /objects\.tsv 第6行/],
  ['编号末位改成小写', 'objects.tsv', swap(/([A-Z])(\tD\n)/, 'x$2'), /objects\.tsv 第\d+行/],
  ['编号一位改成全角', 'objects.tsv', onLine(60, swap('911507', '９11507')), /objects\.tsv 第60行/],
  ['缺一列', 'objects.tsv', onLine(7, swap(/\t.$/, '')), /objects\.tsv 第7行/],
  ['组别为空', 'objects.tsv', onLine(7, swap(/\t.$/, '\t')), /objects\.tsv 第7行/],
  ['方案中没有的组别', 'objects.tsv', onLine(7, swap(/\t.$/, '\tE')), /objects\.tsv 第7行/],
  ['中间空了一行', 'objects.tsv', onLine(7, (line) => `${line}\n`), /objects\.tsv 第8行/],
  ['改用Windows换行', 'objects.tsv', (text) => text.replaceAll('\n', '\r\n'), /objects\.tsv 第1行/],
  ['开头加了BOM', 'objects.tsv', (text) => `\ufeff${text}`, /objects\.tsv 第1行/],
  ['去掉了末尾换行', 'objects.tsv', (text) => text.trimEnd(), /objects\.tsv 第60行/],
  ['给一人加上组长资格', 'officers.tsv', onLine(3, swap('\t0\t', '\t1\t')), /officers\.tsv 第3行/],
  ['改了年内已承担数', 'officers.tsv', onLine(1, swap(/\t1\t12$/, '\t5\t12')), /officers\.tsv 第1行/],
  ['改了上限', 'officers.tsv', onLine(2, swap(/12$/, '13')), /officers\.tsv 第2行/],
  ['上限前面加了0', 'officers.tsv', onLine(2, swap(/12$/, '012')), /officers\.tsv 第2行/],
  ['改了事项范围', 'officers.tsv', onLine(5, swap('民爆', '工业')), /officers\.tsv 第5行/],
  ['改了部门', 'officers.tsv', onLine(6, swap('应急', '工信')), /officers\.tsv 第6行/],
  ['改了姓名', 'officers.tsv', onLine(2, swap('示例丙', '示例丁')), /officers\.tsv 第2行/],
  ['姓名用了兼容字', 'officers.tsv', onLine(2, swap('示例丙', '示例\ufa0a')), /officers\.tsv 第2行/],
  ['去掉一名人员', 'officers.tsv', without(4), /officers\.tsv 第4行/],
  ['去掉一条回避', 'recusals.tsv', without(2), /recusals\.tsv 第2行/],
  ['加了一条回避', 'recusals.tsv', plus('ZF007\t91150784000000000X\t01'), /recusals\.tsv 第4行/],
  ['改了回避原因', 'recusals.tsv', onLine(1, swap(/02$/, '03')), /recusals\.tsv 第1行/],
  ['改了比例', 'plan.json', swap('"bp":1000', '"bp":2000'), /plan\.json 第\d+项“.*"bp":2000/],
  ['改了最少户数', 'plan.json', swap('"min":4', '"min":1'), /plan\.json 第\d+项“"min":1/],
  ['改了定数', 'plan.json', swap('"count":3', '"count":2'), /plan\.json 第\d+项“.*"count":2/],
  ['比例写成小数', 'plan.json', swap('"bp":1000', '"bp":1000.5'), /plan\.json 第(1行|\d+项“.*"bp":1000\.5)/],
  ['去掉必检', 'plan.json', planWith({ strata: { ...strata, A: { bp: 1_000 } } }), /plan\.json 第\d+项/],
  [
    '必检换成别组的',
    'plan.json',
    planWith({ strata: { ...strata, C: { count: 3, must: [sampleTexts['objects.tsv']!.slice(0, 18)] } } }),
    /plan\.json 第/,
  ],
  ['去掉一户排除', 'plan.json', planWith({ exclude: [plan.exclude![1]!] }), /plan\.json 第\d+项/],
  ['改了排除原因', 'plan.json', swap('CAP-ITEM', 'OTHER'), /plan\.json 第\d+项“"OTHER"/],
  ['排除名单外的', 'plan.json', planWith({ exclude: [['91150784999999999X', 'OTHER']] }), /plan\.json 第/],
  [
    '多一个席位',
    'plan.json',
    planWith({ team: [{ dept: '工信', leader: true }, { dept: '工信' }, {}] }),
    /plan\.json 第\d+项/,
  ],
  ['不要求组长资格', 'plan.json', swap('"leader":true', '"leader":false'), /plan\.json 第\d+项“"leader":false/],
  ['不要求事项范围', 'plan.json', swap('"qual":"工业"', '"qual":""'), /plan\.json 第\d+项“"qual":""/],
  ['联合检查换了组', 'plan.json', swap('"grade":"D"', '"grade":"C"'), /plan\.json 第\d+项“"grade":"C"/],
  ['改了负荷的档', 'plan.json', swap('"band":2', '"band":0'), /plan\.json 第1项“\{"band":0/],
  ['改了负荷的余量', 'plan.json', swap('"slack":1', '"slack":9'), /plan\.json 第\d+项“"slack":9/],
  ['方案的键换了次序', 'plan.json', swap(/^\{("band":2),(.*)\}$/, '{$2,$1}'), /plan\.json 第1[行项]/],
  ['方案中加了空格', 'plan.json', swap('"band":2', '"band": 2'), /plan\.json 第1[行项]/],
  ['换了一位见证数字', 'digits.txt', onLine(2, swap('6535897', '6535898')), /digits\.txt 第2行/],
  ['少一位见证数字', 'digits.txt', onLine(2, swap('6535897', '653589')), /digits\.txt 第2行/],
  ['少一名见证人', 'digits.txt', without(3), /digits\.txt 第3行/],
  ['见证人换了次序', 'digits.txt', twisted(1), /digits\.txt 第1行/],
  ['数字中有字母', 'digits.txt', onLine(1, swap('1', 'l')), /digits\.txt 第1行/],
  ['数字是全角', 'digits.txt', onLine(3, swap('9', '９')), /digits\.txt 第3行/],
  ['充作演练', 'manifest.txt', onLine(1, swap('SSJ-1', 'SSJ-1-演练')), /manifest\.txt 第[12]行/],
  ['换了抽取编号', 'manifest.txt', onLine(2, swap('2026-001', '2026-002')), /manifest\.txt 第2行/],
  ...['对象', '人员', '回避', '方案'].map(
    (what, n) =>
      [
        `清单中${what}的哈希`,
        'manifest.txt',
        onLine(3 + n, otherHash),
        new RegExp(`manifest\\.txt 第${3 + n}行`),
      ] as const,
  ),
  ['清单中的见证人数', 'manifest.txt', onLine(7, swap('3', '2')), /manifest\.txt 第[78]行/],
  ['清单中的位数', 'manifest.txt', onLine(8, swap('7,7,7', '7,7,6')), /manifest\.txt 第8行/],
  ['清单多一行', 'manifest.txt', plus('note\t无'), /manifest\.txt 第9行/],
  ['结果中换了一名人员', 'result.tsv', onLine(4, swap(/ZF00\d$/, 'ZF009')), /result\.tsv 第4行/],
  ['结果中换了一户', 'result.tsv', onLine(2, swap(/\t91150784/, '\t91150785')), /result\.tsv 第2行/],
  ['结果中必检改成随机', 'result.tsv', swap('必检', '随机'), /result\.tsv 第\d+行/],
  ['结果中改了组别', 'result.tsv', onLine(3, swap(/\t[A-D]\t/, '\tE\t')), /result\.tsv 第3行/],
  ['结果中两户换了次序', 'result.tsv', twisted(2), /result\.tsv 第2行/],
  ['结果中少了一户', 'result.tsv', without(6), /result\.tsv 第6行/],
  ['结果中多了一户', 'result.tsv', plus('15\t91150784000000000X\tA\t随机\tZF001\tZF003'), /result\.tsv 第\d+行/],
  ['更正的人员名单', 'officers.r2.tsv', onLine(1, swap(/12$/, '13')), /officers\.r2\.tsv 第1行/],
  ['更正的回避名单', 'recusals.r2.tsv', without(1), /recusals\.r2\.tsv 第1行/],
  ['更正中的哈希', 'amend-r2.txt', otherHash, /amend-r2\.txt 第1行/],
  ['过程记录', '过程记录.txt', onLine(2, swap('001', '002')), /过程记录\.txt 第2行/],
  ['哈希清单中的一行', 'SHA256SUMS', onLine(3, swap(/^.{64}/, 'b'.repeat(64))), /SHA256SUMS第3行/],
  ['哈希清单的写法', 'SHA256SUMS', onLine(3, swap('  ', ' ')), /SHA256SUMS 第3行/],
];

const gone = [
  'manifest.txt',
  'objects.tsv',
  'officers.tsv',
  'recusals.tsv',
  'plan.json',
  'digits.txt',
  'result.tsv',
  'recusals.r2.tsv',
  'amend-r2.txt',
  '过程记录.txt',
];

/** SHA256SUMS and lines.txt made anew, the manifest not. */
const reindexed: readonly (readonly [name: string, file: string, change: Change, told: RegExp])[] = [
  ['一户改了组别，哈希清单也改了', 'objects.tsv', onLine(5, swap('\tA', '\tB')), /objects\.tsv/],
  ['改了上限，哈希清单也改了', 'officers.tsv', onLine(2, swap(/12$/, '13')), /officers\.tsv/],
  ['去掉一条回避，哈希清单也改了', 'recusals.tsv', without(2), /recusals\.tsv/],
  ['改了比例，哈希清单也改了', 'plan.json', swap('"bp":1000', '"bp":2000'), /plan\.json/],
  ['更正的人员，哈希清单也改了', 'officers.r2.tsv', onLine(1, swap(/12$/, '13')), /officers\.r2\.tsv/],
  ['换了一位数字，哈希清单也改了', 'digits.txt', onLine(2, swap('6535897', '6535898')), /result\.tsv 第1行/],
  ['结果中换了一名人员，哈希清单也改了', 'result.tsv', onLine(4, swap(/ZF00\d$/, 'ZF009')), /result\.tsv 第4行/],
  ['结果中两户换了次序，哈希清单也改了', 'result.tsv', twisted(2), /result\.tsv 第2行/],
];

/** Everything made anew, down to the result: only what was signed on paper gives it away. */
const forged: readonly (readonly [name: string, file: string, change: Change, told: RegExp])[] = [
  ['一户改了组别', 'objects.tsv', onLine(5, swap('\tA', '\tB')), /manifest\.txt.*承诺值.*与签字的不同/],
  ['少了一户', 'objects.tsv', without(9), /manifest\.txt.*承诺值.*与签字的不同/],
  ['多了一户', 'objects.tsv', plus('99159999000000000X\tD'), /manifest\.txt.*承诺值.*与签字的不同/],
  ['给一人加上组长资格', 'officers.tsv', onLine(3, swap('\t0\t', '\t1\t')), /manifest\.txt.*承诺值.*与签字的不同/],
  ['去掉一条回避', 'recusals.tsv', without(2), /manifest\.txt.*承诺值.*与签字的不同/],
  ['改了比例', 'plan.json', swap('"bp":1000', '"bp":2000'), /manifest\.txt.*承诺值.*与签字的不同/],
  ['改了最少户数', 'plan.json', swap('"min":4', '"min":1'), /manifest\.txt.*承诺值.*与签字的不同/],
  [
    '去掉必检',
    'plan.json',
    planWith({ strata: { ...strata, A: { bp: 1_000 } } }),
    /manifest\.txt.*承诺值.*与签字的不同/,
  ],
  ['去掉一户排除', 'plan.json', planWith({ exclude: [plan.exclude![1]!] }), /manifest\.txt.*承诺值.*与签字的不同/],
  ['不要求组长资格', 'plan.json', swap('"leader":true', '"leader":false'), /manifest\.txt.*承诺值.*与签字的不同/],
  ['改了负荷的档', 'plan.json', swap('"band":2', '"band":0'), /manifest\.txt.*承诺值.*与签字的不同/],
  ['少一位见证数字', 'digits.txt', onLine(2, swap('6535897', '653589')), /manifest\.txt.*承诺值.*与签字的不同/],
  ['换了一位见证数字', 'digits.txt', onLine(2, swap('6535897', '6535898')), /digits\.txt 第2行/],
  ['见证人换了次序', 'digits.txt', twisted(1), /digits\.txt 第1行/],
];

const resultOnly = { resultHash: signedOfSample.resultHash };
const { 'amend-r2.txt': _a, 'officers.r2.tsv': _o, 'recusals.r2.tsv': _r, ...firstStage } = sampleTexts;
const thirdStage = {
  ...sampleTexts,
  'officers.r3.tsv': sampleTexts['officers.r2.tsv']!,
  'recusals.r3.tsv': sampleTexts['recusals.r2.tsv']!,
};

export const MANIPULATIONS: readonly Manipulation[] = [
  ...plain.map(([name, file, change, told]) => ({
    name,
    files: changed(samplePackage, file, change),
    told,
    signed: {},
  })),
  ...gone.map((file) => ({
    name: `缺${file}`,
    files: withoutFile(samplePackage, file),
    told: new RegExp(`${file.replaceAll('.', '\\.')} 第1行`),
    signed: {},
  })),
  {
    name: '不是UTF-8',
    files: {
      ...samplePackage,
      'officers.tsv': Buffer.concat([Buffer.from([0xd5, 0xd4]), Buffer.from(samplePackage['officers.tsv']!)]),
    },
    told: /officers\.tsv 第1行/,
    signed: {},
  },
  {
    name: '多一次人员更正',
    files: { ...samplePackage, ...added(thirdStage) },
    told: /(officers|recusals|amend).r3\.\w+ 第1行/,
    signed: {},
  },
  {
    name: '更正中间缺一次',
    files: renamed(samplePackage),
    told: /(officers\.r2\.tsv|recusals\.r2\.tsv|amend-r2\.txt) 第1行/,
    signed: {},
  },
  ...reindexed.map(([name, file, change, told]) => ({
    name,
    files: indexed(changed(sampleTexts, file, change)),
    told,
    signed: {},
  })),
  ...forged.map(([name, file, change, told]) => ({
    name: `${name}，全部重新计算`,
    files: indexed(committed(changed(sampleTexts, file, change))),
    told,
    signed: { seed: signedOfSample.seed },
  })),
  {
    name: '换了抽取编号，全部重新计算',
    files: indexed(committed(sampleTexts, '2026-002')),
    told: /manifest\.txt.*承诺值.*与签字的不同/,
    signed: { seed: signedOfSample.seed.slice(0, 64) },
  },
  {
    name: '换了一位见证数字，全部重新计算，只核对结果哈希',
    files: indexed(committed(changed(sampleTexts, 'digits.txt', onLine(2, swap('6535897', '6535898'))))),
    told: /digits\.txt.*结果哈希与签字的/,
    signed: resultOnly,
  },
  {
    name: '去掉人员更正，全部重新计算',
    files: indexed(committed(firstStage)),
    told: /amend.*结果哈希与签字的/,
    signed: resultOnly,
  },
  {
    name: '多一次人员更正，全部重新计算',
    files: indexed(committed(thirdStage)),
    told: /amend.*结果哈希与签字的/,
    signed: resultOnly,
  },
];

function changed(texts: Texts, file: string, change: Change): Texts {
  const text = change(texts[file]!);
  if (text === texts[file]) throw new Error(`nothing changed in ${file}`);
  return { ...texts, [file]: text };
}

function withoutFile(files: Texts, gone: string): Texts {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== gone));
}

function added(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(committed(texts)).filter(([name]) => name.includes('r3.')));
}

/** The second stage called the third. */
function renamed(files: Texts): Texts {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace('r2.', 'r3.'), text]));
}
