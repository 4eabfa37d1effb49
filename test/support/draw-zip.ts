import { zipSync } from 'fflate';

/** A 验证包 as the program writes it: deflated, or stored if asked. */
export function zipped(files: Readonly<Record<string, string>>, level: 0 | 6 = 6): Buffer {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, text]) => [name, encoder.encode(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level }));
}

/** Ways to tamper with the full example, and what an auditor is told. */
export const TAMPERINGS: readonly {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly told: RegExp;
  readonly exit: 1 | 3;
}[] = [
  {
    name: '换了一名执法人员',
    file: 'result.tsv',
    from: 'ZF005',
    to: 'ZF007',
    told: /result\.tsv 第1行与复算不一致/,
    exit: 1,
  },
  {
    name: '换了一户',
    file: 'result.tsv',
    from: '\n2\t91',
    to: '\n2\t92',
    told: /result\.tsv 第2行与复算不一致/,
    exit: 1,
  },
  {
    name: '改了一户的等级',
    file: 'objects.tsv',
    from: '\tA\n',
    to: '\tB\n',
    told: /objects\.tsv与冻结时不一致/,
    exit: 1,
  },
  {
    name: '改了人员的上限',
    file: 'officers.tsv',
    from: '\t40\n',
    to: '\t41\n',
    told: /officers\.tsv与冻结时不一致/,
    exit: 1,
  },
  {
    name: '删了一条回避',
    file: 'recusals.tsv',
    from: 'ZF010\t91150802000000342G\t本人近亲属任职\n',
    to: '',
    told: /recusals\.tsv与冻结时不一致/,
    exit: 1,
  },
  {
    name: '改了方案',
    file: 'plan.json',
    from: '"slack":0',
    to: '"slack":1',
    told: /plan\.json与冻结时不一致/,
    exit: 1,
  },
  {
    name: '换了一位数字',
    file: 'digits.txt',
    from: '831705',
    to: '831706',
    told: /result\.tsv 第\d+行与复算不一致/,
    exit: 1,
  },
  { name: '少了一位数字', file: 'digits.txt', from: '831705', to: '83170', told: /位数与冻结时不一致/, exit: 1 },
  {
    name: '数字中有字母',
    file: 'digits.txt',
    from: '831705',
    to: '83170o',
    told: /digits\.txt 第1行：见证数字只能是0—9/,
    exit: 3,
  },
  {
    name: '换了抽取编号',
    file: 'manifest.txt',
    from: '2025-003',
    to: '2025-004',
    told: /result\.tsv 第\d+行与复算不一致/,
    exit: 1,
  },
  { name: '充作演练', file: 'manifest.txt', from: 'SSJ-1\n', to: 'SSJ-1-演练\n', told: /manifest\.txt 第1行/, exit: 3 },
  {
    name: '名单缺一列',
    file: 'objects.tsv',
    from: '911508020000000192\tA',
    to: '911508020000000192',
    told: /objects\.tsv 第1行/,
    exit: 3,
  },
];
