import { ledgerActions } from './ledger/actions.ts';
import { officeActions } from './office/actions.ts';

/** Every command's name in the ledger, with its Chinese title. A command without a title does not compile. */
export const actionTitles = { ...officeActions, ...ledgerActions } as const;

export type Action = keyof typeof actionTitles;
