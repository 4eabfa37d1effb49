import type { SheetColumn } from '../../kernel/sheet-columns.ts';

/** 检查对象类型; a 自然人 is known by the identity card number, everyone else by the 统一社会信用代码. */
export const objectKinds = ['企业', '个体工商户', '农民专业合作社', '事业单位', '社会组织', '自然人', '其他'] as const;
export type ObjectKind = (typeof objectKinds)[number];

export const objectStatuses = ['存续', '注销', '吊销', '撤销', '迁出', '停业', '清算'] as const;
export type ObjectStatus = (typeof objectStatuses)[number];

/** What registers and platforms write for the same. */
export const statusSynonyms: Readonly<Record<string, ObjectStatus>> = {
  在业: '存续',
  在营: '存续',
  在册: '存续',
  开业: '存续',
  正常: '存续',
  '存续(在营、开业、在册)': '存续',
  已注销: '注销',
  已吊销: '吊销',
  被吊销: '吊销',
  '吊销,未注销': '吊销',
  吊销未注销: '吊销',
  被撤销: '撤销',
  已撤销: '撤销',
  已迁出: '迁出',
  歇业: '停业',
  已停业: '停业',
  正在清算: '清算',
};

export type ObjectField =
  | 'name'
  | 'code'
  | 'address'
  | 'principal'
  | 'phone'
  | 'kind'
  | 'industry'
  | 'town'
  | 'registrar'
  | 'establishedOn'
  | 'status'
  | 'statusOn'
  | 'statusDocument'
  | 'aboveScale'
  | 'priority'
  | 'tags'
  | 'licenceNames'
  | 'licenceNumbers'
  | 'licenceFrom'
  | 'licenceUntil';

/** 检查对象名录库, 细则 第六条, and what the plan and the grading ask for besides. */
export const objectColumns: readonly SheetColumn<ObjectField>[] = [
  {
    key: 'name',
    heading: '名称（姓名）',
    synonyms: ['名称', '企业名称', '单位名称', '检查对象', '检查对象名称', '市场主体名称', '主体名称', '姓名'],
    kind: 'text',
    width: 36,
    required: true,
    note: '必填。与营业执照一致。',
  },
  {
    key: 'code',
    heading: '统一社会信用代码（身份证号码）',
    synonyms: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '身份证号码', '身份证号', 'USCC'],
    kind: 'text',
    width: 24,
    required: true,
    note: '必填，18位。该列已设为文本，请勿改为数字，否则后几位会丢失。自然人填身份证号码，只留存、不公示。',
  },
  {
    key: 'address',
    heading: '地址（住所）',
    synonyms: ['地址', '住所', '经营场所', '注册地址', '生产地址', '企业地址', '详细地址'],
    kind: 'text',
    width: 36,
  },
  {
    key: 'principal',
    heading: '负责人姓名',
    synonyms: ['负责人', '法定代表人', '法人', '法人代表', '经营者', '主要负责人', '法定代表人（负责人）'],
    kind: 'text',
    width: 12,
  },
  {
    key: 'phone',
    heading: '联系方式',
    synonyms: ['联系电话', '电话', '手机', '手机号', '手机号码', '电话号码'],
    kind: 'text',
    width: 16,
    note: '手机号或带区号的座机号，只在本机使用，不公示。',
  },
  {
    key: 'kind',
    heading: '类型',
    synonyms: ['主体类型', '对象类型', '市场主体类型'],
    kind: 'text',
    width: 14,
    choices: objectKinds,
    note: '不填为“企业”。',
  },
  {
    key: 'industry',
    heading: '行业（业务领域）',
    synonyms: ['行业', '业务领域', '所属行业', '行业类别', '行业门类', '行业代码及名称'],
    kind: 'text',
    width: 20,
  },
  {
    key: 'town',
    heading: '所属乡镇苏木',
    synonyms: ['乡镇苏木', '乡镇', '苏木', '街道', '所属乡镇', '所属街道', '属地'],
    kind: 'text',
    width: 16,
  },
  { key: 'registrar', heading: '登记机关', synonyms: ['登记部门', '注册机关'], kind: 'text', width: 26 },
  {
    key: 'establishedOn',
    heading: '成立日期',
    synonyms: ['成立时间', '注册日期', '登记日期', '核准日期'],
    kind: 'date',
    width: 14,
    note: '写成2020-01-31。',
  },
  {
    key: 'status',
    heading: '状态',
    synonyms: ['登记状态', '经营状态', '存续状态', '企业状态', '主体状态'],
    kind: 'text',
    width: 10,
    choices: objectStatuses,
    note: '不填为“存续”。',
  },
  {
    key: 'statusOn',
    heading: '状态变更日期',
    synonyms: ['注销日期', '吊销日期', '注销或吊销日期', '状态日期'],
    kind: 'date',
    width: 14,
    note: '状态不是“存续”的，写何日起。',
  },
  {
    key: 'statusDocument',
    heading: '状态变更文号',
    synonyms: ['变更文号', '注销文号', '吊销文号'],
    kind: 'text',
    width: 22,
  },
  {
    key: 'aboveScale',
    heading: '规模以上',
    synonyms: ['是否规模以上', '是否规上', '规上', '规上企业', '规上工业企业'],
    kind: 'text',
    width: 10,
    choices: ['是', '否'],
    note: '年主营业务收入2000万元及以上填“是”（细则第二条）。',
  },
  {
    key: 'priority',
    heading: '重点企业',
    synonyms: ['是否重点', '是否重点企业', '重点/一般', '企业类别'],
    kind: 'text',
    width: 10,
    choices: ['是', '否'],
  },
  {
    key: 'tags',
    heading: '监管标签',
    synonyms: ['标签'],
    kind: 'text',
    width: 20,
    note: '几个标签之间用顿号或分号隔开。',
  },
  {
    key: 'licenceNames',
    heading: '许可证名称',
    synonyms: ['许可证', '许可名称', '资质名称'],
    kind: 'text',
    width: 24,
    note: '几个许可证之间用分号隔开，编号、有效期起和有效期至按同样的顺序填写。',
  },
  {
    key: 'licenceNumbers',
    heading: '许可证编号',
    synonyms: ['许可证号', '许可编号', '资质编号'],
    kind: 'text',
    width: 24,
  },
  {
    key: 'licenceFrom',
    heading: '许可证有效期起',
    synonyms: ['有效期起', '许可有效期起', '发证日期'],
    kind: 'text',
    width: 16,
  },
  {
    key: 'licenceUntil',
    heading: '许可证有效期至',
    synonyms: ['许可证有效期', '许可有效期', '有效期至'],
    kind: 'text',
    width: 16,
  },
];

export const objectSheetName = '检查对象名录';
