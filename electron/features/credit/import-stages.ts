import type { StagedRecord } from '../../../shared/features/credit/check-records.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import { createStages } from '../../app/stages.ts';
import type { Lines } from '../../workers/lines.ts';
import type { CheckedRecords } from './check-records-file.ts';

/** What a check rests on; another basis asks for another check. */
export interface Basis {
  /** The last change of the rosters. */
  readonly roster: number;
  readonly authorisations: string;
  readonly today: string;
}

/** A workbook that was checked and waits; nothing of it is in the database. */
export interface RecordStage extends Omit<CheckedRecords, 'rows' | 'problems'> {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly supplier: string;
  readonly isMutual: boolean;
  readonly basis: Basis;
  readonly rows: Lines<StagedRecord>;
  readonly problems: Lines<Problem>;
}

export function createCreditStages() {
  return createStages<RecordStage>();
}
