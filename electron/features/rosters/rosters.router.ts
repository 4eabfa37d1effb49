import { query, router } from '../../app/procedures.ts';
import { batchChangeCalls } from './batch-changes.router.ts';
import { exchangeCalls } from './exchange.router.ts';
import { expertCalls } from './experts.router.ts';
import { handoverCalls } from './handover.router.ts';
import { importCalls } from './imports.router.ts';
import { objectExportCalls } from './object-export.router.ts';
import { objectCalls } from './objects.router.ts';
import { officerBatchCalls } from './officer-batch.router.ts';
import { officerCalls } from './officers.router.ts';
import { recusalCalls } from './recusals.router.ts';
import { savedFilterCalls } from './saved-filters.router.ts';

/** The rosters, their upkeep and their imports. */
export const rostersRouter = router({
  counts: query().query(({ ctx }) => ({
    objects: ctx.rosters.countObjects(),
    officers: ctx.rosters.countOfficers(),
    recusals: ctx.rosters.recusals().length,
  })),

  ...objectCalls,
  ...objectExportCalls,
  ...batchChangeCalls,
  ...savedFilterCalls,
  ...officerCalls,
  ...officerBatchCalls,
  ...recusalCalls,
  ...handoverCalls,
  ...exchangeCalls,
  ...expertCalls,
  ...importCalls,
});
