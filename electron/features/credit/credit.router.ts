import { router } from '../../app/procedures.ts';
import { applicationsRouter } from './applications.router.ts';
import { authorisationsRouter } from './authorisations.router.ts';
import { catalogueRouter } from './catalogue.router.ts';
import { counterRouter } from './counter.router.ts';
import { enterpriseRouter } from './enterprise.router.ts';
import { licencesRouter } from './licences.router.ts';
import { lookupsRouter } from './lookups.router.ts';
import { publicityRouter } from './publicity.router.ts';
import { recordExportsRouter } from './record-exports.router.ts';
import { recordImportsRouter } from './record-imports.router.ts';
import { recordsRouter } from './records.router.ts';

/** 归集 and 查询, one router a room. */
export const creditRouter = router({
  records: recordsRouter,
  imports: recordImportsRouter,
  exports: recordExportsRouter,
  publicity: publicityRouter,
  catalogue: catalogueRouter,
  authorisations: authorisationsRouter,
  enterprise: enterpriseRouter,
  lookups: lookupsRouter,
  counter: counterRouter,
  applications: applicationsRouter,
  licences: licencesRouter,
});
