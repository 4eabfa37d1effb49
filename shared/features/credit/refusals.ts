import type { CreditKind } from '../../kernel/credit-facts.ts';
import type { AuthorisationLack } from './authorisations.ts';
import type { LookupRefusals } from './lookup-refusals.ts';

/** Why a command of this feature is not done; each room adds its own. */
export interface CreditRefusals extends LookupRefusals {
  CREDIT_IN_FUTURE: { readonly on: string };
  CREDIT_ENDED_BEFORE: { readonly on: string; readonly happenedOn: string };
  /** What was done with a record since would come to lie before it. */
  CREDIT_AFTER_STEP: { readonly what: string; readonly on: string; readonly happenedOn: string };
  CREDIT_NEEDS_NUMBER: { readonly kind: CreditKind; readonly field: string };
  /** A standing record of the same enterprise, kind and document. */
  CREDIT_RECORD_THERE: {
    readonly objectName: string;
    readonly kind: CreditKind;
    readonly documentNumber: string;
    readonly happenedOn: string;
  };
  CREDIT_UNAUTHORISED: {
    readonly objectName: string;
    readonly kind: CreditKind;
    readonly on: string;
    readonly lack: AuthorisationLack;
  };
  CREDIT_KIND_FIXED: { readonly kind: CreditKind };
  CREDIT_UNCHANGED: Record<never, never>;
  CREDIT_WITHDRAWN: { readonly name: string };
  CREDIT_REPAIRED: { readonly name: string; readonly on: string };
  /** What the office itself determined is repaired by its own procedure, with its terms and decision. */
  CREDIT_REPAIR_OWN: { readonly name: string };
  /** What a listing left is changed by the procedure of its list only. */
  CREDIT_OF_ENTRY: { readonly name: string; readonly list: string };
  /** Somebody stands on a list by this record. */
  CREDIT_CARRIES_ENTRY: { readonly name: string; readonly listed: string; readonly list: string };
  CREDIT_ENDED: { readonly name: string; readonly on: string };
  CREDIT_NO_END: { readonly kind: CreditKind };
  CREDIT_NOT_ADVERSE: { readonly name: string };
  CREDIT_PUBLISHED: { readonly name: string; readonly on: string };
  CREDIT_NOT_PUBLISHED: { readonly name: string };
  CREDIT_STAGE_GONE: Record<never, never>;
  CREDIT_STAGE_OUTDATED: Record<never, never>;
  CREDIT_NOTHING_TO_IMPORT: Record<never, never>;
  CREDIT_FILE_THERE: { readonly fileName: string; readonly importedAt: string };
  CREDIT_MUTUAL_WITHOUT_SUPPLIER: Record<never, never>;
  CREDIT_IMPORT_UNDONE: { readonly fileName: string };
  CREDIT_NOTHING_TO_EXPORT: Record<never, never>;
  CREDIT_TOO_MANY: { readonly found: number; readonly most: number };
  AUTHORISATION_WITHDRAWN: { readonly objectName: string };
  AUTHORISATION_BEFORE: { readonly fromOn: string };
  AUTHORISATION_NOT_NEEDED: { readonly kind: CreditKind };
  CATALOGUE_ENTRY_GONE: Record<never, never>;
}
