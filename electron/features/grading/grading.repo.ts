import type { StagedGrades } from '../../../shared/features/grading/national-grades.ts';
import type { FileReply } from '../../app/files.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createEffect } from './effect.repo.ts';
import { createGradeChanges } from './grade-changes.repo.ts';
import { createGradeImports } from './grade-imports.repo.ts';
import { createGradeList } from './grade-list.repo.ts';
import { createGradeSnapshots } from './grade-snapshots.repo.ts';
import { createGrades } from './grades.repo.ts';
import { createInspectionFacts } from './inspection-facts.repo.ts';
import { createManualGrades } from './manual-grades.repo.ts';
import type { KeptTrial } from './trials.ts';

/** An uploaded workbook that waits to be confirmed. */
export interface StagedGradeFile {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly staged: StagedGrades;
}

export type GradingRepo = ReturnType<typeof createGradingRepo>;

/** National grades, grades and their history, changes by hand, snapshots. */
export function createGradingRepo(db: Db) {
  return {
    ...createGradeImports(db),
    ...createGrades(db),
    ...createGradeList(db),
    ...createGradeChanges(db),
    ...createManualGrades(db),
    ...createGradeSnapshots(db),
    ...createInspectionFacts(db),
    ...createEffect(db),
    stages: createStages<StagedGradeFile>(),
    trials: createStages<KeptTrial>(),
    exports: createStages<FileReply>(),
  };
}
