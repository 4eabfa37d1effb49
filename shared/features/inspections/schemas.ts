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
  items: text(1_000).min(1, '请填写检查内容'),
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
