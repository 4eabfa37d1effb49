import type { FieldProblem } from './check-entry.ts';

export interface PoliciesRefusals {
  /** One version is worked on at a time. */
  POLICY_DRAFT_OPEN: { readonly name: string };
  POLICY_NOT_OPEN: { readonly name: string };
  POLICY_NOT_SUBMITTED: { readonly name: string };
  /** The draft was changed by somebody else since the form was opened. */
  POLICY_ENTRY_GONE: { readonly chapter: string };
  POLICY_ENTRY_INVALID: {
    readonly chapter: string;
    readonly entry: string;
    readonly problems: readonly FieldProblem[];
  };
  /** A chapter whose entries are set, or whose last entry is to go. */
  POLICY_ENTRY_KEPT: { readonly chapter: string };
  /** Entries that do not go together: what was found between them, `章 · 条目：…`. */
  POLICY_NOT_WHOLE: { readonly problems: readonly string[] };
  POLICY_UNCHANGED: Record<never, never>;
  /** It would come into force before a version that was approved for later. */
  POLICY_BEFORE_LATER: { readonly on: string };
  POLICY_IN_THE_PAST: { readonly today: string };
  POLICY_OWN_DRAFT: { readonly name: string };
  /** National grades on file that the version does not map. */
  POLICY_UNMAPPED_GRADES: { readonly grades: readonly string[] };
}
