import type { Db } from '../../database/open.ts';
import { createCampaignsRepo } from './campaigns.repo.ts';
import { createEntriesRepo } from './entries.repo.ts';
import { createFiguresRepo } from './figures.repo.ts';
import { createLettersRepo } from './letters.repo.ts';
import { createSummariesRepo } from './summaries.repo.ts';

export type RegistersRepo = ReturnType<typeof createRegistersRepo>;

/** 工作台账, 总结, 通报函 and 专项治理. */
export function createRegistersRepo(db: Db) {
  return {
    ...createEntriesRepo(db),
    ...createSummariesRepo(db),
    ...createLettersRepo(db),
    ...createCampaignsRepo(db),
    ...createFiguresRepo(db),
  };
}
