import type { Db } from '../database/open.ts';
import { createLedgerRepo, type LedgerRepo } from '../features/ledger/ledger.repo.ts';
import { createOfficeRepo, type OfficeRepo } from '../features/office/office.repo.ts';
import { createPlansRepo, type PlansRepo } from '../features/plans/plans.repo.ts';

/** Every feature's tables, by feature. */
export interface Repos {
  readonly office: OfficeRepo;
  readonly ledger: LedgerRepo;
  readonly plans: PlansRepo;
}

export function createRepos(db: Db): Repos {
  return { office: createOfficeRepo(db), ledger: createLedgerRepo(db), plans: createPlansRepo(db) };
}
