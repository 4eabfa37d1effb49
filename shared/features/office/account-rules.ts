import { type RefusalOf, refuse } from '../../kernel/result.ts';
import type { OfficeRefusals } from './refusals.ts';
import { type Role, type RoleFlags, rolesOf } from './roles.ts';

type Holder = RoleFlags & { readonly name: string; readonly isActive?: boolean };
type AccountRefusal = RefusalOf<Pick<OfficeRefusals, 'ROLES_CLASH' | 'ONE_PRINCIPAL' | 'ROLE_MISSING'>>;

/** What is wrong with the accounts of an office taken together, or null: every role held, one 局主要领导, the 管理员 apart. */
export function accountsRefusal(accounts: readonly Holder[]): AccountRefusal | null {
  const active = accounts.filter((account) => account.isActive !== false);
  for (const account of active) {
    const held = rolesOf(account);
    const clash =
      held.length === 0 || (account.isAdmin && held.length > 1) || (account.isPrincipal && !account.isLeader);
    if (clash) return refuse('ROLES_CLASH', { name: account.name });
  }
  const principals = active.filter((account) => account.isPrincipal);
  const second = principals[1];
  if (second !== undefined) return refuse('ONE_PRINCIPAL', { name: second.name });
  const needed: readonly Role[] = ['admin', 'operator', 'reviewer', 'principal'];
  const missing = needed.find((role) => !active.some((account) => rolesOf(account).includes(role)));
  return missing === undefined ? null : refuse('ROLE_MISSING', { role: missing });
}
