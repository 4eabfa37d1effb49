import type { ListState } from './check-items.ts';

export interface CheckItemRefusals {
  /** A version is being worked on already. */
  LIST_OPEN_ALREADY: { readonly title: string; readonly state: ListState };
  /** Not in a state for this: `wanted` is. */
  LIST_STATE: { readonly title: string; readonly state: ListState; readonly wanted: ListState };
  LIST_EMPTY: { readonly title: string };
  LIST_INCOMPLETE: { readonly lacks: readonly { readonly code: string; readonly sentence: string }[] };
  /** It is the same as the version in force. */
  LIST_UNCHANGED: { readonly title: string };
  /** Nobody approves what he wrote in or sent. */
  OWN_LIST: { readonly title: string; readonly name: string };
  LIST_OPINION_MISSING: Record<never, never>;
  CHANGE_REASON_MISSING: Record<never, never>;
  BATCHES_OF_ORDINARY: Record<never, never>;
  SAME_ITEM_NAME: { readonly name: string; readonly code: string };
  PUBLISHED_BEFORE_APPROVED: { readonly approvedOn: string };
  PUBLISHED_IN_FUTURE: { readonly publishedOn: string };
  LIST_STAGE_GONE: Record<never, never>;
}
