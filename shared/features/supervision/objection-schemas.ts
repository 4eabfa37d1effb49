import { z } from 'zod';
import { severityTitles } from '../../kernel/credit-facts.ts';
import { Day, keysOf, maybe, Served, said } from './list-schemas.ts';
import { objectionOutcomes, objectionReactions, objectionSubjects } from './objections.ts';

export const ObjectionId = z.object({ objectionId: z.int() });

export const ReceiveObjection = z
  .object({
    subject: keysOf(objectionSubjects),
    objectId: z.int('请选择检查对象'),
    recordId: z.int().nullable().default(null),
    entryId: z.int().nullable().default(null),
    inspectionId: z.int().nullable().default(null),
    objector: said('提出人', 100),
    contact: maybe(100),
    claim: said('异议内容', 2_000),
    evidence: maybe(2_000),
    receivedOn: Day,
  })
  .superRefine(({ subject, recordId, entryId, inspectionId }, issues) => {
    const problem = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
    if (subject === 'record' && recordId === null) problem('recordId', '请选择有异议的信用记录');
    if (subject === 'list-entry' && entryId === null) problem('entryId', '请选择有异议的名单条目');
    if (subject === 'inspection' && inspectionId === null) problem('inspectionId', '请选择有异议的检查结果');
  });
export type ReceiveObjection = z.infer<typeof ReceiveObjection>;

export const CheckObjection = ObjectionId.extend({
  checkedOn: Day,
  supplier: said('核实的部门', 100),
  finding: said('核实情况', 2_000),
  proposal: keysOf(objectionOutcomes),
  correction: z
    .object({
      happenedOn: Day.optional(),
      source: said('来源', 100).optional(),
      // Without a default: what is left out stays as it is.
      documentNumber: z.string().trim().max(100).optional(),
      summary: z.string().trim().max(1_000).optional(),
      severity: keysOf(severityTitles).optional(),
      amountFen: z.int().min(0, '金额不能为负').optional(),
    })
    .default({}),
});
export type CheckObjection = z.infer<typeof CheckObjection>;

export const DecideObjection = ObjectionId.extend({
  outcome: keysOf(objectionOutcomes),
  opinion: said('决定意见'),
  isWrongful: z.boolean().default(false),
});

export const AnswerObjection = ObjectionId.extend({
  answeredOn: Day,
  manner: Served.shape.manner,
  receiver: Served.shape.receiver,
});

export const HearFeedback = ObjectionId.extend({ heardOn: Day, reaction: keysOf(objectionReactions), note: maybe() });

export const ClearObjection = ObjectionId.extend({
  clearedOn: Day,
  what: said('消除影响的办法'),
  told: said('已告知的部门、媒体和当事人', 400),
});
