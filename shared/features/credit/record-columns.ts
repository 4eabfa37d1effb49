import { accidentClassTitles, creditKinds, creditKindTitles, severityTitles } from '../../kernel/credit-facts.ts';
import { publicityTitles } from '../../kernel/credit-records.ts';
import type { SheetColumn } from '../../kernel/sheet-columns.ts';
import { notesOf, type Template } from '../../kernel/template.ts';

export type RecordField =
  | 'kind'
  | 'name'
  | 'code'
  | 'source'
  | 'documentNumber'
  | 'happenedOn'
  | 'endedOn'
  | 'severity'
  | 'accidentClass'
  | 'amount'
  | 'outcome'
  | 'summary'
  | 'legal'
  | 'principal'
  | 'controller'
  | 'publicity'
  | 'publishedOn'
  | 'publishedWhere';

/** 信用记录: one row a record, whatever its kind; what a kind does not have stays blank. */
export const recordColumns: readonly SheetColumn<RecordField>[] = [
  {
    key: 'kind',
    heading: '类型',
    synonyms: ['信息类型', '信息类别', '类别', '记录类型', '行政行为类型'],
    kind: 'text',
    width: 16,
    required: true,
    choices: creditKinds.map((kind) => creditKindTitles[kind]),
    note: '必填，从下拉列表中选择。',
  },
  {
    key: 'name',
    heading: '企业名称',
    synonyms: ['名称', '单位名称', '主体名称', '市场主体名称', '行政相对人名称', '当事人'],
    kind: 'text',
    width: 34,
  },
  {
    key: 'code',
    heading: '统一社会信用代码',
    synonyms: ['信用代码', '社会信用代码', '行政相对人代码'],
    kind: 'text',
    width: 24,
    required: true,
    note: '必填，18位，按它记于企业名下。该列已设为文本，请勿改为数字。',
  },
  {
    key: 'source',
    heading: '来源部门',
    synonyms: ['决定机关', '许可机关', '处罚机关', '认定部门', '来源', '提供部门', '作出机关'],
    kind: 'text',
    width: 24,
    note: '不填为导入时选择的提供部门。',
  },
  {
    key: 'documentNumber',
    heading: '文号',
    synonyms: ['文书号', '决定书文号', '处罚决定书文号', '许可决定文书号', '决定文书号', '案号', '工单号'],
    kind: 'text',
    width: 26,
    limit: 100,
    note: '行政许可、行政处罚必填。同一企业、同一类型、同一文号只能有一条。',
  },
  {
    key: 'happenedOn',
    heading: '决定或发生日期',
    synonyms: ['日期', '决定日期', '处罚决定日期', '许可决定日期', '认定日期', '列入日期', '发生日期'],
    kind: 'date',
    width: 16,
    required: true,
    note: '必填，写成2020-01-31。',
  },
  {
    key: 'endedOn',
    heading: '有效期至或移出日期',
    synonyms: ['有效期至', '移出日期', '解除日期', '许可有效期至', '截止日期'],
    kind: 'date',
    width: 18,
  },
  {
    key: 'severity',
    heading: '严重程度',
    synonyms: ['程度', '失信程度', '违法程度'],
    kind: 'text',
    width: 12,
    choices: Object.values(severityTitles),
    note: '行政处罚、失信填写，修复期限由它决定。',
  },
  {
    key: 'accidentClass',
    heading: '事故等级',
    synonyms: ['事故类别'],
    kind: 'text',
    width: 16,
    choices: Object.values(accidentClassTitles),
    note: '事故必填。',
  },
  {
    key: 'amount',
    heading: '金额（元）',
    synonyms: ['金额', '罚款金额', '罚没金额', '处罚金额', '奖励金额'],
    kind: 'text',
    width: 14,
    note: '以元为单位，可以写“1.5万元”。',
  },
  {
    key: 'outcome',
    heading: '结果',
    synonyms: ['检查结果', '履约情况', '践诺情况'],
    kind: 'text',
    width: 14,
    note: '检查写“未发现问题”或“发现问题”，承诺写“践诺”或“违诺”，其余写“正常”或“异常”。',
  },
  {
    key: 'summary',
    heading: '内容摘要',
    synonyms: ['内容', '摘要', '事由', '违法事实', '处罚内容', '许可内容'],
    kind: 'text',
    width: 44,
    limit: 2_000,
  },
  { key: 'legal', heading: '法定代表人', synonyms: ['法人代表', '法定代表人姓名'], kind: 'text', width: 12 },
  { key: 'principal', heading: '主要负责人', kind: 'text', width: 12 },
  {
    key: 'controller',
    heading: '实际控制人',
    kind: 'text',
    width: 12,
    note: '法定代表人、主要负责人、实际控制人：失信要记入其个人信用记录的填写姓名（鸡西方案第21项），不填身份证号。',
  },
  {
    key: 'publicity',
    heading: '公示状态',
    synonyms: ['是否公示', '公示'],
    kind: 'text',
    width: 12,
    choices: [publicityTitles.none, publicityTitles.pending, publicityTitles.published],
    note: '不填的，依法应当公示的为“待公示”，其余为“不公示”。',
  },
  { key: 'publishedOn', heading: '公示日期', kind: 'date', width: 14 },
  {
    key: 'publishedWhere',
    heading: '公示地址',
    synonyms: ['公示网址', '公示网站', '公示渠道'],
    kind: 'text',
    width: 30,
    limit: 300,
    note: '状态为“已公示”的，公示日期、公示地址必填。',
  },
];

export const recordSheetName = '信用记录';

export const recordTemplate: Template = {
  fileName: '信用记录导入模板.xlsx',
  sheets: [{ name: recordSheetName, columns: recordColumns, rows: [] }],
  notes: [
    '信用记录填表说明',
    '各类信用信息都填在这一张表里，用“类型”区分；某一类没有的列空着。企业须已在检查对象名录中。',
    ...notesOf(recordColumns),
    '纳税、用水、用电、用气、不动产、科技研发信息须先登记企业授权并存入授权书，没有授权的行不导入（吴忠方案第二部分（一））。',
    '导入前程序逐行检查并列出问题，确认后一次写入；写入后可以整批撤销。',
  ],
};
