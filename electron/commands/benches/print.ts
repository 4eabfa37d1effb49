import type { Block, Dossier, DossierPart } from '../../../shared/kernel/document.ts';
import { ensureFonts } from '../../build/fonts.ts';
import { printDossier, printDossiers } from '../../documents/assemble.ts';
import { loadFonts } from '../../documents/fonts.ts';

const howMany = 200;

/** Prints 200 dossiers of 12 pages, each into its own file and all into one; a JSON line per figure. */
export function benchPrint(): void {
  ensureFonts();
  const dossiers = Array.from({ length: howMany }, (_, i) => dossierOf(i + 1));
  const fonts = loadFonts({ installed: [] });
  const print = (dossier: Dossier) => {
    const printed = printDossier(dossier, fonts);
    if (!printed.ok) throw new Error(`The bench dossier was refused: ${printed.code}`);
    return printed.value;
  };
  const [first] = dossiers;
  const cold = timed(() => first && print(first));
  tell('print.first', cold.ms, 'ms', 300);
  let [pages, largest] = [0, 0];
  const separate = timed(() => {
    for (const dossier of dossiers) {
      const printed = print(dossier);
      pages += printed.pages;
      largest = Math.max(largest, printed.bytes.length);
    }
  });
  tell('print.pages', pages, 'pages');
  tell('print.separate', separate.ms, 'ms', 3000);
  tell('print.separate.rate', Math.round((pages * 1000) / separate.ms), 'pages/s');
  tell('print.largest', Math.round(largest / 1024), 'KB', 135);
  const together = timed(() => printDossiers(dossiers, fonts));
  if (!together.value.ok) throw new Error('The bench batch was refused');
  tell('print.batch.rate', Math.round((together.value.value.pages * 1000) / together.ms), 'pages/s');
  tell('print.batch.size', Math.round(together.value.value.bytes.length / 1024), 'KB', 5120);
  tell('print.memory', Math.round(process.resourceUsage().maxRSS / 1024), 'MB', 250);
}

function tell(figure: string, value: number, unit: string, goal?: number): void {
  console.log(JSON.stringify({ figure, value: Math.round(value), unit, ...(goal === undefined ? {} : { goal }) }));
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

const rule =
  '业务股室实施年度抽查工作计划，应当通过随机抽取的方式，从本业务领域抽查企业名录库中确定被检查对象，从本业务领域执法检查人员名录库中确定检查人员。每个检查对象不少于2名执法人员，执法人员组成检查组，选定1人为组长，其它组员应当配合、服从组长安排，分工协作完成检查任务。检查情况结果是检查对象在该次检查时实际情况的客观体现，一经公示不得擅自更改。';
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const trades = ['机械制造', '农产品加工', '建材', '热力', '乳品', '木业', '矿业', '印务', '制药', '水泥'];

/** Twelve pages: cover, contents, four documents on nine pages, closing sheet. */
function dossierOf(serial: number): Dossier {
  const name = `示例${[...surnames][serial % 32]}氏${trades[serial % 10]}第${serial}有限责任公司`;
  return {
    title: `${name}双随机抽查卷宗`,
    printedOn: '2026-09-07',
    cover: [
      { kind: 'space', mm: 40 },
      { kind: 'title', level: 1, text: '行政检查卷宗' },
      {
        kind: 'facts',
        rows: [
          ['案卷题名', name],
          ['归档号', `2026${String(serial).padStart(4, '0')}`],
          ['保管期限', '10年'],
        ],
      },
    ],
    parts: [
      partOf('抽取记录', name, [...body(serial, 7), ...roster(serial, 24), ...body(serial, 3)]),
      partOf('检查通知书', name, body(serial, 5), 'official'),
      partOf('现场检查记录表', name, [...facts(name, serial), ...body(serial, 9), ...roster(serial, 20)]),
      partOf('结果公示表', name, [
        ...facts(name, serial),
        { kind: 'signatures', places: ['经办人', '审核人', '负责人'] },
      ]),
    ],
    closing: [
      { kind: 'title', level: 1, text: '卷内备考表' },
      { kind: 'signatures', places: ['立卷人', '检查人'] },
    ],
  };
}

function partOf(
  title: string,
  name: string,
  blocks: readonly Block[],
  layout: 'form' | 'official' = 'form',
): DossierPart {
  const document = {
    title,
    layout,
    printedOn: '2026-09-07',
    blocks: [{ kind: 'title', level: 1, text: title } as const, ...blocks],
  };
  return {
    document,
    number: '示工信抽查〔2026〕1号',
    author: '示例市工业和信息化局',
    title: `${name}${title}`,
    datedOn: '2026-09-07',
    remark: '',
  };
}

function body(serial: number, paragraphs: number): Block[] {
  return Array.from({ length: paragraphs }, (_, i): Block => {
    const from = (serial * 7 + i * 13) % rule.length;
    return { kind: 'paragraph', indent: true, text: rule.slice(from) + rule.slice(0, from) };
  });
}

function facts(name: string, serial: number): Block[] {
  const code = `91150784MA0N${String(serial).padStart(6, '0')}`;
  return [
    {
      kind: 'facts',
      rows: [
        ['检查对象', name],
        ['信用代码', code],
        ['检查日期', '2026年9月7日'],
        ['检查结果', '未发现问题'],
      ],
      perRow: 2,
    },
  ];
}

function roster(serial: number, rows: number): Block[] {
  const columns = [
    { title: '序号', width: 1 },
    { title: '名称', width: 5 },
    { title: '地址', width: 5 },
    { title: '负责人', width: 2 },
  ];
  const row = (i: number) => {
    const family = [...surnames][(serial + i) % 32] ?? '赵';
    return [`${i + 1}`, `示例${family}氏${trades[i % 10]}厂`, `示例镇工业街${serial + i}号`, `${family}某`];
  };
  return [{ kind: 'table', columns, rows: Array.from({ length: rows }, (_, i) => row(i)) }];
}
