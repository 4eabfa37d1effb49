import type { SheetColumn } from '../../kernel/sheet-columns.ts';

/** 国家公共信用综合评价 in nine steps, best first. */
export const nationalGrades = ['优+', '优', '良+', '良', '良-', '中+', '中', '中-', '差'] as const;

export type NationalGradeField = 'name' | 'code' | 'grade' | 'evaluatedOn' | 'note';

/** The workbook of national grades: as the upper platform's list is usually handed down. */
export const nationalGradeColumns: readonly SheetColumn<NationalGradeField>[] = [
  {
    key: 'name',
    heading: '企业名称',
    synonyms: ['名称', '单位名称', '主体名称', '市场主体名称', '检查对象名称'],
    kind: 'text',
    width: 36,
  },
  {
    key: 'code',
    heading: '统一社会信用代码',
    synonyms: ['信用代码', '社会信用代码'],
    kind: 'text',
    width: 24,
    required: true,
    note: '必填，18位。该列已设为文本，请勿改为数字。',
  },
  {
    key: 'grade',
    heading: '国家信用等级',
    synonyms: ['信用等级', '评价等级', '评价结果', '综合评价等级', '公共信用综合评价等级'],
    kind: 'text',
    width: 14,
    required: true,
    choices: nationalGrades,
    note: '必填，从九级中选择：优+、优、良+、良、良-、中+、中、中-、差。没有评价的企业不列入本表。',
  },
  {
    key: 'evaluatedOn',
    heading: '评价日期',
    synonyms: ['评价时间', '更新日期'],
    kind: 'date',
    width: 14,
    note: '写成2020-01-31。',
  },
  { key: 'note', heading: '备注', synonyms: ['说明'], kind: 'text', width: 24 },
];

export const nationalGradeSheetName = '国家信用等级';
