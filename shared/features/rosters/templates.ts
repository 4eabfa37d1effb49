import type { SheetColumn } from '../../kernel/sheet-columns.ts';
import { notesOf, type Template } from '../../kernel/template.ts';
import { makeUscc } from '../../kernel/uscc.ts';
import { objectColumns, objectSheetName } from './object-columns.ts';
import { officerColumns, officerSheetName, recusalColumns, recusalSheetName } from './officer-columns.ts';

const objectSample = {
  name: '示例矿业有限公司',
  code: makeUscc('91150784', 90_000_001),
  address: '额尔古纳市示例镇工业街1号',
  principal: '示例甲',
  phone: '0470-6820000',
  kind: '企业',
  industry: '矿业',
  town: '示例苏木',
  establishedOn: '2020-01-31',
  status: '存续',
  aboveScale: '是',
  priority: '否',
  tags: '安全生产、用能',
};
const officerSample = {
  name: '示例乙',
  department: '额尔古纳市工业和信息化局（示例）',
  certificate: '05000000001',
  certificateUntil: '2027-12-31',
  established: '是',
  leader: '是',
  status: '在岗',
};

export const objectTemplate: Template = {
  fileName: '检查对象名录导入模板.xlsx',
  sheets: [{ name: objectSheetName, columns: objectColumns, rows: [] }],
  notes: [
    '检查对象名录填表说明（《随机抽查工作细则》第六条）',
    '一户一行，从第2行填起。表头可以调整次序，不用的列可以删去，名称和代码两列必须保留。',
    ...notesOf(objectColumns),
    `填写示例：${sampleOf(objectColumns, objectSample)}`,
    '导入前程序逐行检查并列出问题，确认后才写入；写入后可以整批撤销。',
  ],
};

export const officerTemplate: Template = {
  fileName: '执法检查人员名录导入模板.xlsx',
  sheets: [
    { name: officerSheetName, columns: officerColumns, rows: [] },
    { name: recusalSheetName, columns: recusalColumns, rows: [] },
  ],
  notes: [
    '执法检查人员名录填表说明（《随机抽查工作细则》第七条）',
    '一人一行，从第2行填起。参加联合抽查的应急、消防、市场监管等部门人员一并填入。',
    ...notesOf(officerColumns),
    `填写示例：${sampleOf(officerColumns, officerSample)}`,
    '“回避关系”表一行一对：某人不检查某户。先导入检查对象名录，再导入本表。',
    ...notesOf(recusalColumns),
  ],
};

/** One row as it is to be filled in, on the sheet of notes, so that nobody has to delete it. */
function sampleOf<Key extends string>(
  columns: readonly SheetColumn<Key>[],
  sample: Readonly<Partial<Record<Key, string>>>,
): string {
  return columns
    .flatMap(({ key, heading }) => (sample[key] === undefined ? [] : [`${heading}=${sample[key]}`]))
    .join('；');
}
