import type { Db } from '../../database/open.ts';

export type SupervisionRepo = ReturnType<typeof createSupervisionRepo>;

/** What follows from a record or a grade; one room each for 名单, 约谈, 修复, 异议 and what is added beside them. */
export function createSupervisionRepo(_db: Db) {
  return {};
}
