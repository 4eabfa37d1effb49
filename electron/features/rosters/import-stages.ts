import type { ObjectDraft } from '../../../shared/features/rosters/check-objects.ts';
import type { OfficerDraft } from '../../../shared/features/rosters/check-officers.ts';
import type { RecusalDraft } from '../../../shared/features/rosters/check-recusals.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import type { Staged } from '../../../shared/kernel/staging.ts';

interface StagedFile {
  readonly accountId: number;
  readonly fileName: string;
  readonly fileSha256: string;
  /** What was read, to check it anew against the roster as it is when confirmed. */
  readonly sheets: readonly Sheet[];
}

/** A workbook that was checked and waits for confirmation; nothing of it is in the database. */
export type Stage = StagedFile &
  (
    | { readonly kind: 'objects'; readonly objects: Staged<ObjectDraft> }
    | { readonly kind: 'officers'; readonly officers: Staged<OfficerDraft>; readonly recusals: Staged<RecusalDraft> }
  );

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
