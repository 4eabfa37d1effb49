import type { Db } from '../../database/open.ts';
import { createRecords } from './records.repo.ts';

export type CreditRepo = ReturnType<typeof createCreditRepo>;

/** What is known of enterprises: records, authorisations, what came in and when. */
export function createCreditRepo(db: Db) {
  return { ...createRecords(db) };
}
