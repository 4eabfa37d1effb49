import type { FileReply } from '../../app/files.ts';
import { createStages } from '../../app/stages.ts';
import { contentHash } from '../../database/ledger.ts';
import type { Db } from '../../database/open.ts';
import { createBatchChangesRepo } from './batch-changes.repo.ts';
import { createBatchesRepo } from './batches.repo.ts';
import { createChangesRepo } from './changes.repo.ts';
import type { StagedExchange } from './exchange.ts';
import { createExpertsRepo } from './experts.repo.ts';
import { createImportStages } from './import-stages.ts';
import { createObjectList } from './object-list.repo.ts';
import { createObjectPool } from './object-pool.repo.ts';
import { createObjectsRepo } from './objects.repo.ts';
import { createOfficersRepo } from './officers.repo.ts';
import { createRecusalsRepo } from './recusals.repo.ts';
import { createRosterDay } from './roster-day.repo.ts';
import { createSavedFiltersRepo } from './saved-filters.repo.ts';
import { createSuggestions } from './suggestions.ts';

export type RostersRepo = ReturnType<typeof createRostersRepo>;

/** 检查对象名录库 and 执法检查人员名录库, with their history and imports. */
export function createRostersRepo(db: Db) {
  const officers = createOfficersRepo(db);
  const recusals = createRecusalsRepo(db);
  const changes = createChangesRepo(db);
  return {
    ...createObjectsRepo(db),
    ...createObjectList(db),
    ...createRosterDay(db),
    ...createBatchChangesRepo(db),
    ...createSavedFiltersRepo(db),
    exports: createStages<FileReply>(),
    ...createObjectPool(db),
    ...officers,
    ...recusals,
    ...createBatchesRepo(db),
    changes,
    suggestions: createSuggestions({ officers, recusals, changes }),
    experts: createExpertsRepo(db),
    stages: createImportStages(),
    exchanges: createStages<StagedExchange>(),

    /** SHA-256 of all objects and officers as they stand; entered with each import, so that a change behind the program's back shows. */
    contentHash: () => contentHash(rowsOf(db)),
  };
}

const hashed = ['objects', 'licences', 'officers', 'leaves', 'former_employers', 'relatives', 'recusals'] as const;

function* rowsOf(db: Db): Generator<unknown> {
  for (const table of hashed) yield* db.prepare(`select * from ${table} order by id`).raw().iterate();
}
