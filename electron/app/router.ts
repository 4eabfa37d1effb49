import { attachmentFiles } from '../features/attachments/attachments.files.ts';
import { attachmentsRouter } from '../features/attachments/attachments.router.ts';
import { creditFiles } from '../features/credit/credit.files.ts';
import { creditRouter } from '../features/credit/credit.router.ts';
import { dossierFiles } from '../features/dossiers/dossiers.files.ts';
import { dossiersRouter } from '../features/dossiers/dossiers.router.ts';
import { drawFiles } from '../features/draws/draws.files.ts';
import { drawsRouter } from '../features/draws/draws.router.ts';
import { scanFiles } from '../features/draws/scans.files.ts';
import { gradingFiles } from '../features/grading/grading.files.ts';
import { gradingRouter } from '../features/grading/grading.router.ts';
import { homeRouter } from '../features/home/home.router.ts';
import { inspectionFiles } from '../features/inspections/inspections.files.ts';
import { inspectionsRouter } from '../features/inspections/inspections.router.ts';
import { ledgerFiles } from '../features/ledger/ledger.files.ts';
import { ledgerRouter } from '../features/ledger/ledger.router.ts';
import { officeFiles } from '../features/office/office.files.ts';
import { officeRouter } from '../features/office/office.router.ts';
import { checkItemFiles } from '../features/plans/check-items.files.ts';
import { plansFiles } from '../features/plans/plans.files.ts';
import { plansRouter } from '../features/plans/plans.router.ts';
import { tasksFiles } from '../features/plans/tasks.files.ts';
import { policiesFiles } from '../features/policies/policies.files.ts';
import { policiesRouter } from '../features/policies/policies.router.ts';
import { registersFiles } from '../features/registers/registers.files.ts';
import { registersRouter } from '../features/registers/registers.router.ts';
import { rostersFiles } from '../features/rosters/rosters.files.ts';
import { rostersRouter } from '../features/rosters/rosters.router.ts';
import { statisticsFiles } from '../features/statistics/statistics.files.ts';
import { statisticsRouter } from '../features/statistics/statistics.router.ts';
import { supervisionFiles } from '../features/supervision/supervision.files.ts';
import { supervisionRouter } from '../features/supervision/supervision.router.ts';
import type { FileRoutes } from './files.ts';
import { router } from './procedures.ts';

/** Every call of the program, by feature. */
export const appRouter = router({
  office: officeRouter,
  home: homeRouter,
  ledger: ledgerRouter,
  rosters: rostersRouter,
  plans: plansRouter,
  policies: policiesRouter,
  credit: creditRouter,
  grading: gradingRouter,
  attachments: attachmentsRouter,
  draws: drawsRouter,
  inspections: inspectionsRouter,
  dossiers: dossiersRouter,
  statistics: statisticsRouter,
  registers: registersRouter,
  supervision: supervisionRouter,
});

export type AppRouter = typeof appRouter;

/** Every file that goes out or comes in, by feature. */
export function fileRoutes(routes: FileRoutes): void {
  officeFiles(routes);
  ledgerFiles(routes);
  rostersFiles(routes);
  plansFiles(routes);
  tasksFiles(routes);
  checkItemFiles(routes);
  creditFiles(routes);
  policiesFiles(routes);
  gradingFiles(routes);
  attachmentFiles(routes);
  drawFiles(routes);
  scanFiles(routes);
  inspectionFiles(routes);
  dossierFiles(routes);
  statisticsFiles(routes);
  registersFiles(routes);
  supervisionFiles(routes);
}
