/** 管理员、经办人、审核人、局领导. 局主要领导 is a flag on one 局领导 account, written here as the role `principal`. */
export const roles = ['admin', 'operator', 'reviewer', 'leader', 'principal'] as const;
export type Role = (typeof roles)[number];

/** The roles that act on business data; the administrator does not (reliability: nobody both rules and records). */
export const businessRoles = ['operator', 'reviewer', 'leader'] as const satisfies readonly Role[];

export const roleTitles: Record<Role, string> = {
  admin: '管理员',
  operator: '经办人',
  reviewer: '审核人',
  leader: '局领导',
  principal: '局主要领导',
};

export interface RoleFlags {
  readonly isAdmin: boolean;
  readonly isOperator: boolean;
  readonly isReviewer: boolean;
  readonly isLeader: boolean;
  readonly isPrincipal: boolean;
}

export function rolesOf(account: RoleFlags): readonly Role[] {
  const held: Record<Role, boolean> = {
    admin: account.isAdmin,
    operator: account.isOperator,
    reviewer: account.isReviewer,
    leader: account.isLeader,
    principal: account.isPrincipal,
  };
  return roles.filter((role) => held[role]);
}
