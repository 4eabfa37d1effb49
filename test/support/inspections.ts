import type { InspectionView, Notice, ResultVersion, TeamMember } from '../../shared/features/inspections/views.ts';

/** One inspection of the sample bureau, as its papers are printed from. */
export const sampleTeam: readonly TeamMember[] = [
  { seat: 0, officerId: 1, name: '示例甲', unit: '额尔古纳市工业和信息化局（示例）', certificateNumber: '15078401001' },
  { seat: 1, officerId: 2, name: '示例乙', unit: '额尔古纳市应急管理局（示例）', certificateNumber: '15078402007' },
];

export const sampleNotice: Notice = {
  number: '额工信检通〔2026〕1号',
  issuedOn: '2026-09-08',
  inspectOn: '2026-09-15',
  address: '示例镇工业街1号',
  contact: '示例负责人，0470-0000000',
  items: '规上工业企业落实生产法律法规，全员安全生产责任制落实情况，安全培训情况，安全投入等；安全生产隐患',
  materials: '营业执照、安全生产责任制文件、培训台账',
};

export const sampleVersion: ResultVersion = {
  id: 1,
  version: 1,
  state: 'published',
  inspectedOn: '2026-09-15',
  completedOn: '2026-09-16',
  methods: ['on-site', 'documents'],
  result: 'corrected',
  problems: [],
  findings: '现场检查发现一处灭火器压力不足，企业当场更换。其余未见异常。',
  evidence: '照片2张',
  refusals: [],
  refusalTimes: 0,
  disposal: 'order',
  disposalNote: '当场责令更换灭火器，已复核',
  reason: null,
  enteredById: 2,
  enteredBy: '示例经办',
  enteredAt: '2026-09-17T02:00:00.000Z',
  reviewedById: 3,
  reviewedBy: '示例审核',
  reviewedAt: '2026-09-18T02:00:00.000Z',
  signedBy: null,
  signedAt: null,
  publishedOn: '2026-09-18',
  reviews: [
    { step: 'review', decision: 'return', opinion: '请补充证据', by: '示例审核', at: '2026-09-17T03:00:00.000Z' },
    { step: 'review', decision: 'approve', opinion: '同意', by: '示例审核', at: '2026-09-18T02:00:00.000Z' },
  ],
};

export const sampleModel = {
  bureau: '额尔古纳市工业和信息化局（示例）',
  objectName: '示例机械制造有限责任公司',
  objectCode: '91150784MA0N000012',
  taskNumber: '额工信抽查〔2026〕1号',
  taskTitle: '工业企业安全生产检查',
  drawNumber: '2026-001',
  members: sampleTeam,
  handovers: [],
  notice: sampleNotice,
} satisfies Partial<InspectionView> & { bureau: string };
