import type { FileReply } from '../../app/files.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createApplicationsRepo } from './applications.repo.ts';
import { createAuthorisations } from './authorisations.repo.ts';
import { createCatalogue } from './catalogue.repo.ts';
import { createCounterRepo } from './counter.repo.ts';
import { createCreditImports } from './credit-imports.repo.ts';
import { createCreditStages } from './import-stages.ts';
import { createLicencesRepo } from './licences.repo.ts';
import { createLookupsRepo } from './lookups.repo.ts';
import { createPublicity } from './publicity.repo.ts';
import { createRecordList } from './record-list.repo.ts';
import { createRecords } from './records.repo.ts';

export type CreditRepo = ReturnType<typeof createCreditRepo>;

/** What is known of enterprises: records, authorisations, what came in and when; lookups, reports and what was asked at the 查询区. */
export function createCreditRepo(db: Db) {
  return {
    ...createRecords(db),
    ...createRecordList(db),
    ...createAuthorisations(db),
    ...createPublicity(db),
    ...createCatalogue(db),
    ...createCreditImports(db),
    ...createLookupsRepo(db),
    ...createCounterRepo(db),
    ...createApplicationsRepo(db),
    ...createLicencesRepo(db),
    stages: createCreditStages(),
    /** Workbooks an export has made, until they are fetched. */
    exports: createStages<FileReply>(),
  };
}
