import { lockMinutesAfter } from '../../../shared/features/office/lockout.ts';
import type { OfficeRefusals } from '../../../shared/features/office/refusals.ts';
import { type RefusalOf, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { Account } from './office.repo.ts';
import { isPassword } from './passwords.ts';

export interface SignInAttempt {
  readonly account: Account | null;
  readonly right: boolean;
}

/** Looks the account up and tries the password; an unknown login takes as long as a wrong password. */
export async function trySignIn(ctx: Context, login: string, password: string): Promise<SignInAttempt> {
  const account = ctx.office.accountByLogin(login);
  const stored = account === null ? nobodys(ctx.ports.passwordCost) : ctx.office.passwordState(account.id).hash;
  const right: boolean = await isPassword(password, stored);
  return { account, right: right && account?.isActive === true };
}

/** Why the attempt does not count even if the password is right: the account is locked for now. */
export function lockedRefusal(
  ctx: Context,
  account: Account,
): RefusalOf<Pick<OfficeRefusals, 'ACCOUNT_LOCKED'>> | null {
  const { lockedUntil } = ctx.office.passwordState(account.id);
  return lockedUntil !== null && lockedUntil > ctx.now ? refuse('ACCOUNT_LOCKED', { until: lockedUntil }) : null;
}

/** Counts a wrong password and locks the account where the rule says so. Returns the tries left before the next lock. */
export function countFailure(ctx: Context, account: Account): number {
  const failures = ctx.office.passwordState(account.id).failures + 1;
  const minutes = lockMinutesAfter(failures);
  const until = minutes === 0 ? null : new Date(Date.parse(ctx.now) + minutes * 60_000).toISOString();
  ctx.office.setFailures(account.id, failures, until);
  return Math.max(0, 5 - failures);
}

/** A hash no password has, so that trying an unknown login costs the same time. */
function nobodys(cost: number): string {
  return ['scrypt', cost, 8, 1, 'A'.repeat(22), 'A'.repeat(43)].join('$');
}
