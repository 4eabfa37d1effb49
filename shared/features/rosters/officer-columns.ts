import type { SheetColumn } from '../../kernel/sheet-columns.ts';

export const officerStatuses = ['在岗', '离岗', '调离', '退休'] as const;
export type OfficerStatus = (typeof officerStatuses)[number];

export type OfficerField =
  | 'name'
  | 'department'
  | 'section'
  | 'post'
  | 'certificate'
  | 'certificateUntil'
  | 'established'
  | 'scopes'
  | 'leader'
  | 'status'
  | 'leaveFrom'
  | 'leaveUntil'
  | 'phone';

/** 执法检查人员名录库, 细则 第七条. */
export const officerColumns: readonly SheetColumn<OfficerField>[] = [
  {
    key: 'name',
    heading: '姓名',
    synonyms: ['执法人员', '执法人员姓名', '检查人员', '检查人员姓名', '人员姓名'],
    kind: 'text',
    width: 12,
    required: true,
    note: '必填。',
  },
  {
    key: 'department',
    heading: '单位',
    synonyms: ['部门', '所在单位', '工作单位', '所属部门', '执法单位'],
    kind: 'text',
    width: 24,
    required: true,
    note: '必填。联合抽查的其他部门人员填其所在部门。',
  },
  { key: 'section', heading: '股室', synonyms: ['科室', '内设机构', '所在股室'], kind: 'text', width: 16 },
  { key: 'post', heading: '职务', synonyms: ['岗位', '职务职级'], kind: 'text', width: 14 },
  {
    key: 'certificate',
    heading: '行政执法证号',
    synonyms: ['执法证号', '执法证件号', '执法证编号', '行政执法证件号', '证件号', '证号'],
    kind: 'text',
    width: 20,
    note: '没有执法证件的人员可以入库，但不参加抽取（细则第七条）。',
  },
  {
    key: 'certificateUntil',
    heading: '执法证有效期至',
    synonyms: ['证件有效期', '执法证有效期', '有效期至', '有效期', '证件有效期至'],
    kind: 'date',
    width: 16,
    note: '写成2027-12-31。过期的不参加抽取。',
  },
  {
    key: 'established',
    heading: '行政编制',
    synonyms: ['是否行政编制', '编制', '编制性质', '编制类别'],
    kind: 'text',
    width: 10,
    choices: ['是', '否'],
    note: '不填为“是”。非行政编制人员不参加抽取（细则第七条）。',
  },
  {
    key: 'scopes',
    heading: '业务领域',
    synonyms: ['事项范围', '业务领域/事项范围', '检查事项范围', '可检查事项', '执法领域'],
    kind: 'text',
    width: 28,
    note: '几个领域之间用顿号或分号隔开；不填为全部事项（细则第七条）。',
  },
  {
    key: 'leader',
    heading: '组长资格',
    synonyms: ['是否组长', '组长', '可任组长'],
    kind: 'text',
    width: 10,
    choices: ['是', '否'],
    note: '不填为“否”。',
  },
  {
    key: 'status',
    heading: '状态',
    synonyms: ['人员状态', '在岗状态'],
    kind: 'text',
    width: 10,
    choices: officerStatuses,
    note: '不填为“在岗”。',
  },
  { key: 'leaveFrom', heading: '请假开始', synonyms: ['请假起', '请假开始日期'], kind: 'date', width: 14 },
  { key: 'leaveUntil', heading: '请假结束', synonyms: ['请假止', '请假结束日期'], kind: 'date', width: 14 },
  { key: 'phone', heading: '联系方式', synonyms: ['联系电话', '电话', '手机', '手机号'], kind: 'text', width: 16 },
];

export const officerSheetName = '执法检查人员名录';

export const recusalReasons = ['亲属', '曾任职', '持股', '本人申请', '企业申请', '其他'] as const;
export type RecusalReason = (typeof recusalReasons)[number];

export type RecusalField = 'officer' | 'department' | 'object' | 'code' | 'reason' | 'evidence' | 'fromOn' | 'toOn';

/** 回避关系, the second sheet of the officers workbook. */
export const recusalColumns: readonly SheetColumn<RecusalField>[] = [
  {
    key: 'officer',
    heading: '执法人员姓名',
    synonyms: ['执法人员', '人员姓名', '检查人员', '姓名'],
    kind: 'text',
    width: 14,
    required: true,
    note: '必填，须在人员名录中。',
  },
  {
    key: 'department',
    heading: '单位',
    synonyms: ['部门', '所在单位'],
    kind: 'text',
    width: 24,
    note: '有同名人员时必填。',
  },
  {
    key: 'object',
    heading: '检查对象名称',
    synonyms: ['检查对象', '企业名称', '回避对象', '对象名称', '单位名称'],
    kind: 'text',
    width: 36,
    required: true,
    note: '必填，须在检查对象名录中。',
  },
  {
    key: 'code',
    heading: '统一社会信用代码',
    synonyms: ['信用代码'],
    kind: 'text',
    width: 24,
    note: '有同名对象时必填。',
  },
  {
    key: 'reason',
    heading: '回避原因',
    synonyms: ['回避事由', '原因', '回避情形'],
    kind: 'text',
    width: 14,
    required: true,
    choices: recusalReasons,
    note: '必填，从列表中选择。',
  },
  { key: 'evidence', heading: '依据和说明', synonyms: ['依据', '说明', '备注', '证明材料'], kind: 'text', width: 36 },
  {
    key: 'fromOn',
    heading: '开始日期',
    synonyms: ['回避开始', '起始日期'],
    kind: 'date',
    width: 14,
    note: '不填为导入当日。',
  },
  {
    key: 'toOn',
    heading: '结束日期',
    synonyms: ['回避结束', '截止日期'],
    kind: 'date',
    width: 14,
    note: '不填为解除时止。',
  },
];

export const recusalSheetName = '回避关系';
