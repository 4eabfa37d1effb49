import type { Role } from './roles.ts';

type Nothing = Record<never, never>;

export interface OfficeRefusals {
  NOT_SIGNED_IN: Nothing;
  LOCKED: Nothing;
  NOT_SET_UP: Nothing;
  ALREADY_SET_UP: Nothing;
  NOT_ALLOWED: { readonly action: string; readonly may: readonly Role[]; readonly who: readonly string[] };
  WRONG_PASSWORD: { readonly left: number };
  ACCOUNT_LOCKED: { readonly until: string };
  LOGIN_TAKEN: { readonly login: string };
  NO_SUCH_ACCOUNT: Nothing;
  ROLE_MISSING: { readonly role: Role };
  ROLES_CLASH: { readonly name: string };
  ONE_PRINCIPAL: { readonly name: string };
  LAST_OF_ROLE: { readonly role: Role };
  WRONG_RECOVERY_CODE: Nothing;
  RECOVERY_CODE_USED: Nothing;
  UNKNOWN_PACK: { readonly packId: string };
  NOT_A_MOVE_FILE: Nothing;
  WRONG_MOVE_PASSWORD: Nothing;
  WEAK_MOVE_PASSWORD: { readonly least: number };
  MOVE_FILE_DAMAGED: { readonly finding: string };
  MOVE_FILE_NEWER: { readonly fileVersion: number; readonly programVersion: number };
}
