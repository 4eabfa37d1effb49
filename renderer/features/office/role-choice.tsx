import { Checkbox } from 'antd';
import { type Role, type RoleFlags, roles, roleTitles } from '../../../shared/features/office/roles.ts';

interface RoleChoiceProps {
  readonly value?: readonly Role[];
  readonly onChange?: (roles: readonly Role[]) => void;
}

/** The roles of one account; 局主要领导 brings 局领导 with it. */
export function RoleChoice({ value = [], onChange }: RoleChoiceProps) {
  return (
    <Checkbox.Group
      value={[...value]}
      options={roles.map((role) => ({ value: role, label: roleTitles[role] }))}
      onChange={(chosen) => {
        const added =
          chosen.includes('principal') && !chosen.includes('leader') ? [...chosen, 'leader' as const] : chosen;
        onChange?.(added as Role[]);
      }}
    />
  );
}

export function flagsOf(held: readonly Role[]): RoleFlags {
  return {
    isAdmin: held.includes('admin'),
    isOperator: held.includes('operator'),
    isReviewer: held.includes('reviewer'),
    isLeader: held.includes('leader'),
    isPrincipal: held.includes('principal'),
  };
}
