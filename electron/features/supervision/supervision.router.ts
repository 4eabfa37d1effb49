import { router } from '../../app/procedures.ts';
import { certificatesRouter } from './certificates.router.ts';
import { commitmentsRouter } from './commitments.router.ts';
import { listsRouter } from './lists.router.ts';
import { measuresRouter } from './measures.router.ts';
import { objectionsRouter } from './objections.router.ts';
import { repairsRouter } from './repairs.router.ts';
import { talksRouter } from './talks.router.ts';
import { warningsRouter } from './warnings.router.ts';

/** 信用监管: what follows from a record or a grade, one router a room. */
export const supervisionRouter = router({
  lists: listsRouter,
  talks: talksRouter,
  repairs: repairsRouter,
  objections: objectionsRouter,
  measures: measuresRouter,
  certificates: certificatesRouter,
  warnings: warningsRouter,
  commitments: commitmentsRouter,
});
