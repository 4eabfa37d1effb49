import type { SheetColumn } from '../../kernel/sheet-columns.ts';
import { notesOf, type Template } from '../../kernel/template.ts';
import { checkItemTitles, usualMethods } from './check-items.ts';
import { itemKinds, itemKindTitles } from './task.ts';

export const checkItemSheetName = '随机抽查事项清单';

/** What the workbook of items holds; the roster filter is bound in the program. */
export type CheckItemColumn =
  | 'code'
  | 'name'
  | 'kind'
  | 'objects'
  | 'content'
  | 'basis'
  | 'methods'
  | 'quota'
  | 'frequency'
  | 'inBatches'
  | 'section'
  | 'agency';

const kindTitles = itemKinds.map((kind) => itemKindTitles[kind]);

/** The table of 细则 第五条 as a workbook: template, import and export. */
export const checkItemColumns: readonly SheetColumn<CheckItemColumn>[] = [
  {
    key: 'code',
    heading: '事项编码',
    synonyms: ['编码', '编号', '事项编号'],
    kind: 'text',
    width: 12,
    note: '新事项不填，由程序给出（SX001起，各版不变）。修改已有事项的，照清单填写。',
  },
  {
    key: 'name',
    heading: '随机抽查事项名称',
    synonyms: [checkItemTitles.name, '抽查事项', '抽查事项名称', '随机抽查事项', '检查事项', '名称'],
    kind: 'text',
    width: 28,
    required: true,
    note: '必填，同一清单内不重复。',
  },
  {
    key: 'kind',
    heading: checkItemTitles.kind,
    synonyms: ['类别', '抽查类别', '事项类型'],
    kind: 'text',
    width: 16,
    choices: kindTitles,
    note: '重点检查事项针对涉及安全、质量、公共利益等领域，抽查比例不设上限；一般检查事项针对普通监管领域，抽查比例严格限制（细则第五条）。不填为一般检查事项。',
  },
  {
    key: 'objects',
    heading: checkItemTitles.objects,
    synonyms: ['检查对象'],
    kind: 'text',
    width: 28,
    note: '例如：规模以上工业企业。',
  },
  {
    key: 'content',
    heading: checkItemTitles.content,
    synonyms: ['检查内容', '抽查事项内容'],
    kind: 'text',
    width: 44,
    limit: 2_000,
  },
  {
    key: 'basis',
    heading: checkItemTitles.basis,
    synonyms: ['检查依据', '法律依据', '执法依据', '依据', '设定依据'],
    kind: 'text',
    width: 44,
    limit: 2_000,
    note: '写明法律法规规章的名称和条款；没有核对原文的注明“待核”。',
  },
  {
    key: 'methods',
    heading: checkItemTitles.methods,
    synonyms: ['检查方式', '抽查方法'],
    kind: 'text',
    width: 22,
    note: `可填几种，用顿号隔开：${usualMethods.join('、')}。`,
  },
  {
    key: 'quota',
    heading: checkItemTitles.quota,
    synonyms: ['抽查比例或数量', '比例', '抽查比例和数量'],
    kind: 'text',
    width: 18,
    note: '可写：5%、不少于4%、2家、医疗机构2家、药店10家等。',
  },
  {
    key: 'frequency',
    heading: checkItemTitles.frequency,
    synonyms: ['频次', '抽查频率', '检查频次'],
    kind: 'text',
    width: 14,
    note: '例如：每年1次、每半年不少于1次。',
  },
  {
    key: 'inBatches',
    heading: checkItemTitles.inBatches,
    synonyms: ['是否批次顺序', '随机确定批次顺序'],
    kind: 'text',
    width: 10,
    choices: ['是', '否'],
    note: '重点检查事项比例高的，可以通过随机抽取确定检查批次顺序（细则第五条）。不填为否。',
  },
  {
    key: 'section',
    heading: checkItemTitles.section,
    synonyms: ['业务股室', '责任股室', '牵头股室'],
    kind: 'text',
    width: 16,
  },
  {
    key: 'agency',
    heading: checkItemTitles.agency,
    synonyms: ['实施主体', '检查机关', '实施机关'],
    kind: 'text',
    width: 28,
    note: '不填为本机关。',
  },
];

export const checkItemTemplate: Template = {
  fileName: '随机抽查事项清单模板.xlsx',
  sheets: [{ name: checkItemSheetName, columns: checkItemColumns, rows: [] }],
  notes: [
    '随机抽查事项清单填表说明（细则第五条）',
    '一行一个事项，按公布的顺序排列。导入只写入草稿，送审并报局领导批准后才生效。',
    ...notesOf(checkItemColumns),
  ],
};
