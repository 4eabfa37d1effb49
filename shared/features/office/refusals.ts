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
  /** Entered by this account and not yet published; somebody has to carry on with them. */
  ACCOUNT_HAS_ENTRIES: { readonly name: string; readonly entries: number };
  /** Nothing was handed over. */
  ENTRIES_BARRED: { readonly lines: readonly { readonly objectName: string; readonly why: string }[] };
  SUCCESSOR_UNFIT: { readonly name: string; readonly why: string };
  WRONG_RECOVERY_CODE: Nothing;
  RECOVERY_CODE_USED: Nothing;
  UNKNOWN_PACK: { readonly packId: string };
  NOT_A_MOVE_FILE: Nothing;
  WRONG_MOVE_PASSWORD: Nothing;
  WEAK_MOVE_PASSWORD: { readonly least: number };
  MOVE_FILE_DAMAGED: { readonly finding: string };
  MOVE_FILE_NEWER: { readonly fileVersion: number; readonly programVersion: number };
}
