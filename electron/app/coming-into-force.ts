import { versionName } from '../../shared/features/policies/versions.ts';
import type { Context } from './context.ts';
import { regradeAll } from './regrade.ts';
import { noted, runCommand } from './run-command.ts';

/**
 * Grades the roster anew under the version of the rules in force today, where it was not yet, within the caller's transaction.
 * Says how many were graded; null where nothing had to be done.
 */
export function gradeUnderRulesInForce(ctx: Context) {
  const version = ctx.policies.ungraded(ctx.today);
  if (version === null) return null;
  const regraded = regradeAll(ctx, 'policies.come-into-force');
  ctx.policies.setGraded(version.id, ctx.now);
  return { version, regraded };
}

/**
 * What a host asks before each call: on the first call of a day a version whose day has come takes effect. It does so in the
 * name of the leader who approved it, whoever happens to open the program first.
 */
export function createComingIntoForce() {
  let lookedOn = '';
  return async (ctx: Context): Promise<void> => {
    if (lookedOn === ctx.today) return;
    await ctx.turns.next(() => {
      if (lookedOn === ctx.today) return;
      lookedOn = ctx.today;
      const due = ctx.policies.ungraded(ctx.today);
      if (due === null) return;
      const approver = ctx.office.accountById(due.approvedById);
      const asApprover = { ...ctx, account: approver };
      runCommand(asApprover, 'policies.come-into-force', 'nobody-yet', () => {
        const graded = gradeUnderRulesInForce(asApprover);
        const pack = ctx.policies.content(due.id);
        return noted(null, pack === null ? '规则包' : versionName(pack), { ...graded?.regraded });
      });
    });
  };
}
