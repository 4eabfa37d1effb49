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
  const recordId = outcome === 'partly' ? null : enterRecord(ctx, line, check);
  ctx.supervision.commitments.insertCheck({ ...check, commitmentId: id, recordId }, ctx.account?.id ?? 0, ctx.now);
  ctx.supervision.commitments.setNextCheck(id, endedOn === null ? nextOn : null);
  if (recordId !== null) regradeObjects(ctx, [objectId], cause);
  return done({ recordId });
}

/** 践诺 or 违诺 into the credit record. */
function enterRecord(ctx: Context, line: CommitmentLine, check: Omit<CommitmentCheck, 'nextOn'>): number {
  return ctx.credit.insertRecord(
    {
      objectId: line.objectId,
      kind: 'commitment',
      happenedOn: check.checkedOn,
      endedOn: null,
      source: ctx.office.bureau()?.name ?? '',
      documentNumber: line.number,
      summary: `${line.name}：${fulfilmentTitles[check.outcome]}。${check.findings}`,
      severity: null,
      accidentClass: null,
      amountFen: null,
      outcome: check.outcome === 'kept' ? 'good' : 'bad',
      persons: [],
      origin: 'program',
      publicity: 'none',
    },
    { accountId: ctx.account?.id ?? 0, at: ctx.now },
  );
}
