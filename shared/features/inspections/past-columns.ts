import type { SheetColumn } from '../../kernel/sheet-columns.ts';
import { notesOf, type Template } from '../../kernel/template.ts';
import { type ResultCode, resultTitles } from './results.ts';

export type PastField =
  | 'object'
  | 'code'
  | 'item'
  | 'inspectedOn'
  | 'department'
  | 'officers'
  | 'certificates'
  | 'result'
  | 'documentNumber'
  | 'published'
  | 'note';

/** 以往检查: one row an item looked at in one object on one day. */
export const pastColumns: readonly SheetColumn<PastField>[] = [
  {
    key: 'object',
    heading: '检查对象名称',
    synonyms: ['检查对象', '被检查对象', '被检查单位', '企业名称', '单位名称', '名称', '市场主体名称'],
    kind: 'text',
    width: 36,
    required: true,
    note: '必填。须已在检查对象名录中；有同名的，请填统一社会信用代码。',
  },
  {
    key: 'code',
    heading: '统一社会信用代码',
    synonyms: ['信用代码', '社会信用代码', '统一社会信用代码（身份证号码）', '身份证号码'],
    kind: 'text',
    width: 24,
    note: '18位，填了按代码对应，不填按名称对应。该列已设为文本，请勿改为数字。',
  },
  {
    key: 'item',
    heading: '抽查事项',
    synonyms: ['检查事项', '事项', '事项名称', '抽查事项名称', '抽查任务名称', '任务名称', '检查内容'],
    kind: 'text',
    width: 30,
    required: true,
    note: '必填，一行一项。与年度计划中的事项写成同一名称，才能计入同一事项的次数。',
  },
  {
    key: 'inspectedOn',
    heading: '检查日期',
    synonyms: ['检查时间', '抽查日期', '实施日期', '现场检查日期', '完成日期'],
    kind: 'date',
    width: 14,
    required: true,
    note: '必填，写成2020-01-31。',
  },
  {
    key: 'department',
    heading: '检查部门',
    synonyms: ['检查机关', '检查主体', '实施部门', '检查单位', '抽查机关'],
    kind: 'text',
    width: 22,
    note: '不填为本机关。其他部门的检查也要列入：频次上限计算全部检查（国办发〔2024〕54号）。几个部门联合检查的，用顿号隔开。',
  },
  {
    key: 'officers',
    heading: '检查人员',
    synonyms: ['执法人员', '检查人', '执法检查人员', '检查组成员'],
    kind: 'text',
    width: 24,
    note: '几人之间用顿号隔开；有重名的写成“姓名（单位）”。',
  },
  {
    key: 'certificates',
    heading: '行政执法证号',
    synonyms: ['执法证号', '证件号', '执法证件号'],
    kind: 'text',
    width: 28,
    note: '可不填；填写的，与检查人员按同样的顺序，用顿号隔开。',
  },
  {
    key: 'result',
    heading: '检查结果',
    synonyms: ['抽查结果', '抽查检查结果', '结果', '检查结论'],
    kind: 'text',
    width: 26,
    required: true,
    choices: Object.values(resultTitles),
    note: '必填，从下拉列表中选择；“合格”“已整改”“限期整改”等常见写法也能识别。',
  },
  {
    key: 'documentNumber',
    heading: '文书号',
    synonyms: ['文号', '检查通知书文号', '通知书文号', '文书编号', '任务编号'],
    kind: 'text',
    width: 24,
  },
  {
    key: 'published',
    heading: '是否公示',
    synonyms: ['公示', '已公示', '是否已公示'],
    kind: 'text',
    width: 10,
    choices: ['是', '否'],
    note: '不填为“是”。未公示的视为未完成抽查检查（细则第十三条）：计入频次，不计入覆盖。',
  },
  { key: 'note', heading: '备注', synonyms: ['说明', '存在问题', '处理情况'], kind: 'text', width: 30 },
];

export const pastSheetName = '以往检查';

export const pastTemplate: Template = {
  fileName: '以往检查导入模板.xlsx',
  sheets: [{ name: pastSheetName, columns: pastColumns, rows: [] }],
  notes: [
    '以往检查填表说明',
    '启用本系统以前的检查，以及其他部门对名录内对象的检查，都列入本表。同一户同一天查了几个事项的，一项一行，合计为一次检查。',
    '导入后，年度检查频次、执法人员的年度检查量和覆盖情况都把它们算在内。先导入检查对象名录和执法检查人员名录，再导入本表。',
    ...notesOf(pastColumns),
    '导入前程序逐行检查并列出问题，确认后才写入；写入后可以整批撤销。',
  ],
};

/** What offices write for the results of the rules; half width, without blanks. */
export const resultSynonyms: Readonly<Record<string, ResultCode>> = {
  无问题: 'no-problem',
  正常: 'no-problem',
  合格: 'no-problem',
  符合: 'no-problem',
  符合要求: 'no-problem',
  未发现违法行为: 'no-problem',
  未发现违法违规行为: 'no-problem',
  未见异常: 'no-problem',
  通过: 'no-problem',
  已整改: 'corrected',
  已改正: 'corrected',
  整改完成: 'corrected',
  整改到位: 'corrected',
  当场改正: 'corrected',
  已责令改正并改正: 'corrected',
  发现问题已整改: 'corrected',
  '发现问题,已整改': 'corrected',
  发现问题已改正: 'corrected',
  发现问题: 'pending',
  存在问题: 'pending',
  不合格: 'pending',
  不符合要求: 'pending',
  待整改: 'pending',
  整改中: 'pending',
  限期整改: 'pending',
  责令整改: 'pending',
  责令改正: 'pending',
  责令限期改正: 'pending',
  责令限期整改: 'pending',
  立案查处: 'pending',
  未按规定公示应当公示的信息: 'pending',
  '公示信息隐瞒真实情况、弄虚作假': 'pending',
  '隐瞒真实情况、弄虚作假': 'pending',
  '通过登记的住所(经营场所)无法联系': 'pending',
  通过登记的住所或者经营场所无法联系: 'pending',
  无法联系: 'pending',
  违反其他规定: 'pending',
  未开展经营活动: 'no-activity',
  未开展相关经营活动: 'no-activity',
  未经营: 'no-activity',
  停业: 'closed',
  已停业: 'closed',
  关闭: 'closed',
  已关闭: 'closed',
  歇业: 'closed',
  停产: 'closed',
  清算: 'closed',
  正在清算: 'closed',
  不配合检查: 'uncooperative',
  不予配合: 'uncooperative',
  拒绝检查: 'uncooperative',
  已注销: 'deregistered',
  吊销: 'revoked',
  被吊销: 'revoked',
  已吊销: 'revoked',
  撤销: 'annulled',
  被撤销: 'annulled',
  已撤销: 'annulled',
  已迁出: 'moved',
};
