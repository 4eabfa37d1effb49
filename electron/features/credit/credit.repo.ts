import type { Db } from '../../database/open.ts';
import { createCounterRepo } from './counter.repo.ts';
import { createLookupsRepo } from './lookups.repo.ts';
import { createRecords } from './records.repo.ts';

export type CreditRepo = ReturnType<typeof createCreditRepo>;

/** What is known of enterprises: records, authorisations, what came in and when; lookups, reports and what was asked at the 查询区. */
export function createCreditRepo(db: Db) {
  return { ...createRecords(db), ...createLookupsRepo(db), ...createCounterRepo(db) };
}
