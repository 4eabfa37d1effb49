import { authorisationFor } from '../../shared/features/credit/authorisations.ts';
import { fieldsOf, isAuthorised } from '../../shared/features/credit/kind-fields.ts';
import type { CreditRefusals } from '../../shared/features/credit/refusals.ts';
import { creditKindTitles } from '../../shared/kernel/credit-facts.ts';
import { type CreditContent, type CreditRecord, factTitle } from '../../shared/kernel/credit-records.ts';
import { done, type RefusalOf, type Result, refuse } from '../../shared/kernel/result.ts';
import type { Context } from './context.ts';

type Enterprise = { readonly id: number; readonly name: string };

/** A record that may be kept: what its kind does not have is gone, and what it rests on is named. */
export interface KeptContent {
  readonly content: CreditContent;
  readonly authorisationId: number | null;
}

export type ContentRefusal = RefusalOf<
  Pick<
    CreditRefusals,
    | 'CREDIT_IN_FUTURE'
    | 'CREDIT_ENDED_BEFORE'
    | 'CREDIT_AFTER_STEP'
    | 'CREDIT_NEEDS_NUMBER'
    | 'CREDIT_RECORD_THERE'
    | 'CREDIT_UNAUTHORISED'
  >
>;

/**
 * Checks what a form says of an enterprise. `own` is the record being corrected: it is no double of itself, and what was done
 * with it since does not come to lie before it.
 */
export function contentFor(
  ctx: Context,
  enterprise: Enterprise,
  said: CreditContent,
  own: CreditRecord | null = null,
): Result<KeptContent, ContentRefusal> {
  const content = keptOf(said);
  const { kind, happenedOn, endedOn, documentNumber } = content;
  const asked = fieldsOf(kind);
  if (happenedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: happenedOn });
  if (endedOn !== null && endedOn < happenedOn) return refuse('CREDIT_ENDED_BEFORE', { on: endedOn, happenedOn });
  const step = own === null ? undefined : stepsOf(own).find(({ on }) => on < happenedOn);
  if (step !== undefined) return refuse('CREDIT_AFTER_STEP', { ...step, happenedOn });
  if (asked.needsNumber === true && documentNumber === '') {
    return refuse('CREDIT_NEEDS_NUMBER', { kind, field: asked.number });
  }
  const there = ctx.credit.recordLike({ ...content, objectId: enterprise.id });
  if (there !== null && there.id !== own?.id) {
    const { happenedOn: on } = there;
    return refuse('CREDIT_RECORD_THERE', { objectName: enterprise.name, kind, documentNumber, happenedOn: on });
  }
  if (!isAuthorised(kind)) return done({ content, authorisationId: null });
  const found = authorisationFor(ctx.credit.authorisationsOf(enterprise.id), kind, happenedOn);
  if (typeof found !== 'string') return done({ content, authorisationId: found.id });
  return refuse('CREDIT_UNAUTHORISED', { objectName: enterprise.name, kind, on: happenedOn, lack: found });
}

function stepsOf({ publishedOn, repairedOn }: CreditRecord) {
  const steps = [
    { what: '公示', on: publishedOn },
    { what: '修复', on: repairedOn },
  ];
  return steps.flatMap(({ what, on }) => (on === null ? [] : [{ what, on }]));
}

function keptOf(said: CreditContent): CreditContent {
  const asked = fieldsOf(said.kind);
  return {
    ...said,
    endedOn: asked.end === undefined ? null : said.endedOn,
    severity: asked.severity === true ? said.severity : null,
    accidentClass: asked.accidentClass === true ? said.accidentClass : null,
    amountFen: asked.amount === undefined ? null : said.amountFen,
    outcome: asked.outcome === undefined ? null : said.outcome,
    persons: asked.persons === true ? said.persons : [],
  };
}

/** `示例企业有限公司 行政处罚 示罚〔2026〕3号`, for the ledger and refusals. */
export function nameOf(enterprise: string, content: Pick<CreditContent, 'kind' | 'documentNumber' | 'summary'>) {
  return `${enterprise} ${factTitle(creditKindTitles[content.kind], content)}`;
}
