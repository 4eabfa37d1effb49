import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date.ts';
import { disposals, methods, problemKinds, refusalKinds, results } from './results.ts';

const day = (label: string) => z.string().refine(isLocalDate, `请填写${label}`);
const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`);
const id = z.int().positive();

export const IssueNotice = z.object({
  inspectionId: id,
  /** 拟检查日期. */
  inspectOn: day('检查日期'),
  address: text(200).min(1, '请填写检查地点'),
  contact: text(100).min(1, '请填写联系人及电话'),
  /** Several items together (综合查一次) have each its own. */
  items: text(6_000).min(1, '请填写检查内容'),
  materials: text(1_000),
});
export type IssueNotice = z.infer<typeof IssueNotice>;

export const ResultInput = z.object({
  inspectedOn: day('检查日期'),
  completedOn: day('完成日期'),
  methods: z.array(z.enum(methods)).max(methods.length),
  result: z.enum(results, '请选择抽查结果'),
  problems: z.array(z.enum(problemKinds)).max(problemKinds.length).default([]),
  findings: text(4_000),
  evidence: text(2_000).default(''),
  refusals: z.array(z.enum(refusalKinds)).max(refusalKinds.length).default([]),
  refusalTimes: z.int().min(0).max(99).default(0),
  disposal: z.enum(disposals, '请选择后续处置'),
  disposalNote: text(1_000).default(''),
});
export type ResultInput = z.infer<typeof ResultInput>;

export const SubmitResult = z.object({ inspectionId: id, facts: ResultInput });
export const SubmitCorrection = SubmitResult.extend({ reason: text(1_000).min(1, '请填写更正理由') });

/** A return needs an opinion; an approval may have one. */
export const Review = z.object({ inspectionId: id, decision: z.enum(['approve', 'return']), opinion: text(1_000) });
export type Review = z.infer<typeof Review>;

export const Publish = z.object({ inspectionIds: z.array(id).min(1, '请选择要公示的结果').max(2_000) });
export const SignCorrection = z.object({
  inspectionId: id,
  decision: z.enum(['approve', 'return']),
  opinion: text(1_000),
});
export const CloseDisposal = z.object({ inspectionId: id, closedOn: day('完结日期'), note: text(1_000) });

export const InspectionFilter = z.object({
  year: z.int().min(2000).max(2099).nullable().default(null),
  taskId: id.nullable().default(null),
});

/** One 以往检查 entered by hand. */
export const PastForm = z.object({
  objectId: z.int('请选择检查对象').positive('请选择检查对象'),
  itemName: text(500).min(1, '请填写抽查事项'),
  inspectedOn: day('检查日期'),
  /** Empty: this office. Several between 、. */
  department: text(200).default(''),
  officerIds: z.array(id).max(50).default([]),
  /** People who are not in the roster. */
  otherPeople: z.array(text(100).min(1)).max(50).default([]),
  result: z.enum(results, '请选择检查结果'),
  documentNumber: text(100).default(''),
  isPublished: z.boolean().default(true),
  note: text(500).default(''),
});
export type PastForm = z.infer<typeof PastForm>;

/** 撤销 says why; what was entered stays as history. */
export const Revocation = z.object({ id, reason: text(500).min(1, '请填写撤销事由') });
