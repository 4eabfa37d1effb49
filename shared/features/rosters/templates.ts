import { notesOf, type Template } from '../../kernel/template.ts';
import { objectColumns, objectSheetName } from './object-columns.ts';
import { officerColumns, officerSheetName, recusalColumns, recusalSheetName } from './officer-columns.ts';

export const objectTemplate: Template = {
  fileName: '检查对象名录导入模板.xlsx',
  sheets: [{ name: objectSheetName, columns: objectColumns, rows: [] }],
  notes: [
    '检查对象名录填表说明（《随机抽查工作细则》第六条）',
    '一户一行，从第2行填起。表头可以调整次序，不用的列可以删去，名称和代码两列必须保留。',
    ...notesOf(objectColumns),
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
    '“回避关系”表一行一对：某人不检查某户。先导入检查对象名录，再导入本表。',
    ...notesOf(recusalColumns),
  ],
};
