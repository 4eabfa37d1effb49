import type { AllRefusals } from '../../shared/features/refusals.ts';
import { attachmentMessages } from './messages/attachments.zh-CN.ts';
import { commonMessages } from './messages/common.zh-CN.ts';
import { creditMessages } from './messages/credit.zh-CN.ts';
import { dossiersMessages } from './messages/dossiers.zh-CN.ts';
import { drawsMessages } from './messages/draws.zh-CN.ts';
import { gradingMessages } from './messages/grading.zh-CN.ts';
import { inspectionsMessages } from './messages/inspections.zh-CN.ts';
import type { Messages } from './messages/messages.ts';
import { officeMessages } from './messages/office.zh-CN.ts';
import { plansMessages } from './messages/plans.zh-CN.ts';
import { policiesMessages } from './messages/policies.zh-CN.ts';
import { registersMessages } from './messages/registers.zh-CN.ts';
import { rostersMessages } from './messages/rosters.zh-CN.ts';
import { supervisionMessages } from './messages/supervision.zh-CN.ts';
import { workbookMessages } from './messages/workbook.zh-CN.ts';

/** Every refusal's sentence, by feature. A forgotten code does not compile. */
const messages: Messages<AllRefusals> = {
  ...commonMessages,
  ...officeMessages,
  ...inspectionsMessages,
  ...dossiersMessages,
  ...drawsMessages,
  ...creditMessages,
  ...gradingMessages,
  ...attachmentMessages,
  ...creditMessages,
  ...plansMessages,
  ...policiesMessages,
  ...rostersMessages,
  ...registersMessages,
  ...supervisionMessages,
  ...workbookMessages,
};

/** A refusal as it comes over the wire; code FAILED stands for a failure nobody expected, with its sentence. */
export interface WireRefusal {
  readonly ok: false;
  readonly code: string;
  readonly details: unknown;
}

/** What the user reads: what is wrong, where, and what to do next. */
export function sentenceOf({ code, details }: WireRefusal): string {
  if (code === 'FAILED') return (details as { sentence: string }).sentence;
  const sentence = (messages as Record<string, ((details: never) => string) | undefined>)[code];
  return sentence === undefined ? `未能办理（${code}）。` : sentence(details as never);
}
