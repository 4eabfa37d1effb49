import type { OfficerDraft } from '../../../shared/features/rosters/check-officers.ts';
import type { RecusalDraft } from '../../../shared/features/rosters/check-recusals.ts';
import type { ComparedRow } from '../../../shared/features/rosters/compare-objects.ts';
import type { ObjectChoices } from '../../../shared/features/rosters/object-choices.ts';
import type { OfficerField } from '../../../shared/features/rosters/officer-columns.ts';
import type { ChosenColumns, SheetOutline } from '../../../shared/kernel/column-mapping.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import type { Staged } from '../../../shared/kernel/staging.ts';
import type { Lines } from '../../workers/lines.ts';
import type { ImportKind } from './batches.repo.ts';
import type { CheckedObjects } from './check-objects-file.ts';

/** An uploaded file; it is kept to be read anew when its columns are chosen or the roster has changed. */
export interface StagedFile {
  readonly kind: ImportKind;
  readonly accountId: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly bytes: Uint8Array;
  /** Columns given by hand for this file. */
  readonly chosen: ChosenColumns | null;
}

/** What the check rests on: the last change of the rosters and the day. The same basis gives the same outcome. */
export interface Basis {
  readonly lastChange: number;
  readonly today: string;
}

export type AskingStage = StagedFile & { readonly state: 'asks'; readonly outlines: readonly SheetOutline[] };

interface CheckedFile extends StagedFile {
  readonly state: 'checked';
  readonly basis: Basis;
  readonly outlines: readonly SheetOutline[];
  readonly rememberedId: number | null;
  /** The sheet the entries stand in. */
  readonly sheet: string;
}

export interface ObjectStage extends CheckedFile {
  readonly kind: 'objects';
  readonly checked: Omit<CheckedObjects, 'rows' | 'problems'>;
  readonly rows: Lines<ComparedRow>;
  readonly problems: Lines<Problem>;
  readonly choices: ObjectChoices;
}

export interface OfficerStage extends CheckedFile {
  readonly kind: 'officers';
  /** Columns the file has; what it does not have stays as it is. */
  readonly columns: ReadonlySet<OfficerField>;
  readonly officers: Staged<OfficerDraft>;
  readonly recusals: Staged<RecusalDraft>;
}

export type CheckedStage = ObjectStage | OfficerStage;

/** A workbook that was read and waits; nothing of it is in the database. */
export type Stage = AskingStage | CheckedStage;

/** Files an account may have waiting; an older one is forgotten. */
const KEPT = 3;

export interface ImportStages {
  add(stage: Stage): number;
  /** Null for another's, or one forgotten. */
  find(accountId: number, id: number): Stage | null;
  replace(id: number, stage: Stage): void;
  drop(id: number): void;
}

export function createImportStages(): ImportStages {
  const stages = new Map<number, Stage>();
  let last = 0;
  return {
    add(stage) {
      last += 1;
      stages.set(last, stage);
      const mine = [...stages].filter(([, { accountId }]) => accountId === stage.accountId).map(([id]) => id);
      for (const id of mine.slice(0, -KEPT)) stages.delete(id);
      return last;
    },
    find(accountId, id) {
      const stage = stages.get(id);
      return stage?.accountId === accountId ? stage : null;
    },
    replace: (id, stage) => void stages.set(id, stage),
    drop: (id) => void stages.delete(id),
  };
}
