import type { Db } from '../../database/open.ts';
import { createCertificates } from './certificates.repo.ts';
import { createClearings } from './clearings.repo.ts';
import { createCommitments } from './commitments.repo.ts';
import { createFollowed } from './followed.repo.ts';
import { createLists } from './lists.repo.ts';
import { createMeasures } from './measures.repo.ts';
import { createNumbers } from './numbers.repo.ts';
import { createObjections } from './objections.repo.ts';
import { createRepairNotices, createRepairs } from './repairs.repo.ts';
import { createTalks } from './talks.repo.ts';
import { createWarnings } from './warnings.repo.ts';

export type SupervisionRepo = ReturnType<typeof createSupervisionRepo>;

/** What follows from a record or a grade: a room each for 名单, 约谈, 修复, 异议 and what is added beside them. */
export function createSupervisionRepo(db: Db) {
  return {
    numbers: createNumbers(db),
    lists: createLists(db),
    talks: createTalks(db),
    repairs: createRepairs(db),
    repairNotices: createRepairNotices(db),
    objections: createObjections(db),
    clearings: createClearings(db),
    measures: createMeasures(db),
    certificates: createCertificates(db),
    warnings: createWarnings(db),
    commitments: createCommitments(db),
    followed: createFollowed(db),
  };
}
