import type { Applicant } from '../../shared/features/credit/approval-path.ts';
import { gradeTitle } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { creditFactsOf } from './credit-facts.ts';
import type { RosterObject } from './credit-report.ts';
import { officePack } from './office-pack.ts';

/** What a path of the pack is asked of: the enterprise as it is known today. */
export function applicantOf(ctx: Context, object: RosterObject): Applicant {
  const stored = ctx.grading.gradeOf(object.id);
  return {
    facts: creditFactsOf(ctx, object.id),
    today: ctx.today,
    grade: stored?.grade ?? null,
    gradeTitle: stored === null ? null : gradeTitle(officePack(ctx), stored.grade),
    licences: object.licences,
  };
}
