import { ledgerRouter } from '../features/ledger/ledger.router.ts';
import { officeFiles } from '../features/office/office.files.ts';
import { officeRouter } from '../features/office/office.router.ts';
import { plansFiles } from '../features/plans/plans.files.ts';
import { plansRouter } from '../features/plans/plans.router.ts';
import type { FileRoutes } from './files.ts';
import { router } from './procedures.ts';

/** Every call of the program, by feature. */
export const appRouter = router({ office: officeRouter, ledger: ledgerRouter, plans: plansRouter });

export type AppRouter = typeof appRouter;

/** Every file that goes out or comes in, by feature. */
export function fileRoutes(routes: FileRoutes): void {
  officeFiles(routes);
  plansFiles(routes);
}
