import { attachmentActions } from './attachments/actions.ts';
import { creditActions } from './credit/actions.ts';
import { dossierActions } from './dossiers/actions.ts';
import { drawsActions } from './draws/actions.ts';
import { gradingActions } from './grading/actions.ts';
import { inspectionActions } from './inspections/actions.ts';
import { ledgerActions } from './ledger/actions.ts';
import { officeActions } from './office/actions.ts';
import { plansActions } from './plans/actions.ts';
import { policiesActions } from './policies/actions.ts';
import { registersActions } from './registers/actions.ts';
import { rostersActions } from './rosters/actions.ts';
import { statisticsActions } from './statistics/actions.ts';
import { supervisionActions } from './supervision/actions.ts';

/** Every command's name in the ledger, with its Chinese title. A command without a title does not compile. */
export const actionTitles = {
  ...officeActions,
  ...ledgerActions,
  ...inspectionActions,
  ...dossierActions,
  ...drawsActions,
  ...creditActions,
  ...gradingActions,
  ...attachmentActions,
  ...creditActions,
  ...plansActions,
  ...policiesActions,
  ...rostersActions,
  ...registersActions,
  ...statisticsActions,
  ...supervisionActions,
} as const;

export type Action = keyof typeof actionTitles;
