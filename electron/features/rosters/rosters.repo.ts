import type { Db } from '../../database/open.ts';
import { createBatchesRepo } from './batches.repo.ts';
import { createChangesRepo } from './changes.repo.ts';
import { createImportStages } from './import-stages.ts';
import { createObjectsRepo } from './objects.repo.ts';
import { createOfficersRepo } from './officers.repo.ts';

export type RostersRepo = ReturnType<typeof createRostersRepo>;

/** 检查对象名录库 and 执法检查人员名录库, with their history and imports. */
export function createRostersRepo(db: Db) {
  return {
    ...createObjectsRepo(db),
    ...createOfficersRepo(db),
    ...createBatchesRepo(db),
    changes: createChangesRepo(db),
    stages: createImportStages(),
  };
}
