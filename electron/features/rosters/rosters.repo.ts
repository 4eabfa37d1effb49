import { createHash } from 'node:crypto';
import type { FileReply } from '../../app/files.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createBatchChangesRepo } from './batch-changes.repo.ts';
import { createBatchesRepo } from './batches.repo.ts';
import { createChangesRepo } from './changes.repo.ts';
import type { StagedExchange } from './exchange.ts';
import { createExpertsRepo } from './experts.repo.ts';
import { createImportStages } from './import-stages.ts';
import { createMappingsRepo } from './mappings.repo.ts';
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
    ...createMappingsRepo(db),
    changes,
    suggestions: createSuggestions({ officers, recusals, changes, isSettled: () => !db.inTransaction }),
    experts: createExpertsRepo(db),
    stages: createImportStages(),
    exchanges: createStages<StagedExchange>(),

    /** Numbers of objects behind `after`, in order, at most `limit`. */
    objectIdsAfter: (after: number, limit: number): readonly number[] =>
      db
        .prepare<[number, number], number>('select id from objects where id > ? order by id limit ?')
        .pluck()
        .all(after, limit),

    /**
     * SHA-256 of all objects and officers as they stand, piece by piece; entered with each import, so that a change behind
     * the program's back shows.
     */
    *contentHash(): Generator<void, string> {
      const sum = createHash('sha256');
      for (const rows of rowsOf(db)) {
        sum.update(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
        yield;
      }
      return sum.digest('hex');
    },

    /** The same at once, for a command that cannot be cut into steps. */
    contentHashNow(): string {
      const pieces = this.contentHash();
      for (;;) {
        const piece = pieces.next();
        if (piece.done === true) return piece.value;
      }
    },
  };
}

const hashed = ['objects', 'licences', 'officers', 'leaves', 'former_employers', 'relatives', 'recusals'] as const;
const PAGE = 500;

/** Pages of the tables' rows, by number. */
function* rowsOf(db: Db): Generator<readonly unknown[][]> {
  for (const table of hashed) {
    const page = db.prepare<[number], unknown[]>(`select * from ${table} where id > ? order by id limit ${PAGE}`).raw();
    for (let rows = page.all(0); rows.length > 0; rows = page.all(Number(rows.at(-1)?.[0]))) yield rows;
  }
}
