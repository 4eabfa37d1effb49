import type { Db } from '../database/open.ts';
import { createLedgerRepo, type LedgerRepo } from '../features/ledger/ledger.repo.ts';
import { createOfficeRepo, type OfficeRepo } from '../features/office/office.repo.ts';

/** Every feature's tables, by feature. */
export interface Repos {
  readonly office: OfficeRepo;
  readonly ledger: LedgerRepo;
}

export function createRepos(db: Db): Repos {
  return { office: createOfficeRepo(db), ledger: createLedgerRepo(db) };
}
