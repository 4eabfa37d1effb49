import type { Action } from '../../shared/features/actions.ts';
import {
  type Fulfilment,
  fulfilmentFits,
  fulfilmentTitles,
  type TermOutcome,
} from '../../shared/features/supervision/commitment-rules.ts';
import { done, refuse } from '../../shared/kernel/result.ts';
import type { CommitmentLine } from '../features/supervision/commitments.repo.ts';
import type { Context } from './context.ts';
import { regradeObjects } from './regrade.ts';

export interface CommitmentCheck {
  readonly checkedOn: string;
  readonly outcome: Fulfilment;
  /** In the order of the commitment's terms. */
  readonly terms: readonly TermOutcome[];
  readonly findings: string;
  readonly evidence: string;
  readonly checkedBy: string;
  /** Of the next check; null where none is set. */
  readonly nextOn: string | null;
}

/**
 * 践诺核查, also as 事后审 of what was granted on it: term by term. Kept or broken becomes a credit record and grades the enterprise
 * anew. Gives the record; null where it was kept in part. 陈巴尔虎旗方案 第2、4项；鸡西方案 第2项.
 */
export function checkCommitment(
  ctx: Context,
  line: CommitmentLine,
  { nextOn, ...check }: CommitmentCheck,
  cause: Action,
) {
  const { id, signedOn, number, objectId, endedOn } = line;
  const { checkedOn, outcome, terms } = check;
  if (signedOn === null) return refuse('COMMITMENT_UNSIGNED', { number });
  if (checkedOn > ctx.today) return refuse('DAY_NOT_YET', { what: '核查日期', on: checkedOn });
  if (checkedOn < signedOn) {
    return refuse('DAY_BEFORE', { what: '核查日期', on: checkedOn, after: '签署日期', afterOn: signedOn });
  }
  if (terms.length !== line.terms.length || !fulfilmentFits(outcome, terms)) {
    return refuse('FULFILMENT_DOES_NOT_FIT', { outcome: fulfilmentTitles[outcome] });
  }
  const summary = `${line.name}：${fulfilmentTitles[outcome]}。${check.findings}`;
  const fulfilment = { objectId, on: checkedOn, number, summary };
  const recordId = outcome === 'partly' ? null : enterFulfilment(ctx, { ...fulfilment, isKept: outcome === 'kept' });
  ctx.supervision.commitments.insertCheck({ ...check, commitmentId: id, recordId }, ctx.account?.id ?? 0, ctx.now);
  ctx.supervision.commitments.setNextCheck(id, endedOn === null ? nextOn : null);
  if (recordId !== null) regradeObjects(ctx, [objectId], cause);
  return done({ recordId });
}

interface EnteredFulfilment {
  readonly objectId: number;
  readonly on: string;
  /** Of the 承诺书; blank where there is none. */
  readonly number: string;
  readonly summary: string;
  readonly isKept: boolean;
}

/** 践诺 or 违诺 into the credit record; gives its number. */
export function enterFulfilment(ctx: Context, { objectId, on, number, summary, isKept }: EnteredFulfilment): number {
  return ctx.credit.insertRecord(
    {
      objectId,
      kind: 'commitment',
      happenedOn: on,
      endedOn: null,
      source: ctx.office.bureau()?.name ?? '',
      documentNumber: number,
      summary,
      severity: null,
      accidentClass: null,
      amountFen: null,
      outcome: isKept ? 'good' : 'bad',
      persons: [],
      origin: 'program',
      publicity: 'none',
    },
    { accountId: ctx.account?.id ?? 0, at: ctx.now },
  );
}
