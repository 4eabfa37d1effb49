import { lookupActions } from './lookup-actions.ts';

/** What the ledger and refusals call each command of this feature; each room adds its own. */
export const creditActions = {
  ...lookupActions,
} as const;
