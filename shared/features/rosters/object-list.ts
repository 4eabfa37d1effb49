/** What the list of objects can be sorted by: the keys of its columns, and `id`, the order of entry. */
export const objectSorts = [
  'id',
  'name',
  'code',
  'kind',
  'status',
  'statusOn',
  'industry',
  'township',
  'personInCharge',
  'maskedPhone',
  'address',
  'registeredBy',
  'foundedOn',
  'isAboveScale',
  'isKey',
  'tags',
] as const;
export type ObjectSort = (typeof objectSorts)[number];

/** A column of the list as a workbook holds it; codes and telephone numbers are texts. */
export interface ObjectListColumn {
  readonly key: Exclude<ObjectSort, 'id'>;
  readonly heading: string;
  readonly kind: 'text' | 'date';
  /** In characters of the default font. */
  readonly width: number;
}

export const objectListColumns: readonly ObjectListColumn[] = [
  { key: 'name', heading: '名称（姓名）', kind: 'text', width: 36 },
  { key: 'code', heading: '统一社会信用代码（自然人为名录编号）', kind: 'text', width: 24 },
  { key: 'kind', heading: '类型', kind: 'text', width: 14 },
  { key: 'status', heading: '状态', kind: 'text', width: 10 },
  { key: 'statusOn', heading: '状态变更日期', kind: 'date', width: 14 },
  { key: 'industry', heading: '行业（业务领域）', kind: 'text', width: 20 },
  { key: 'township', heading: '所属乡镇苏木', kind: 'text', width: 16 },
  { key: 'personInCharge', heading: '负责人姓名', kind: 'text', width: 12 },
  { key: 'maskedPhone', heading: '联系方式', kind: 'text', width: 16 },
  { key: 'isAboveScale', heading: '规模以上', kind: 'text', width: 10 },
  { key: 'isKey', heading: '重点企业', kind: 'text', width: 10 },
  { key: 'tags', heading: '监管标签', kind: 'text', width: 20 },
  { key: 'address', heading: '地址（住所）', kind: 'text', width: 36 },
  { key: 'registeredBy', heading: '登记机关', kind: 'text', width: 26 },
  { key: 'foundedOn', heading: '成立日期', kind: 'date', width: 14 },
];
