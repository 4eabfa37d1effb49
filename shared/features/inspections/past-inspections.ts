import type { LocalDate } from '../../kernel/local-date.ts';
import type { ResultCode } from './results.ts';

/** Who took part in a past inspection; without `officerId` nobody of the roster, the name is kept. */
export interface PastMember {
  readonly officerId: number | null;
  readonly name: string;
  readonly certificate: string;
}

/** 以往检查: one item looked at in one object on one day. */
export interface PastInspectionDraft {
  readonly objectId: number;
  readonly objectName: string;
  /** As written; it is a plan item's when the name is the same. */
  readonly itemName: string;
  readonly inspectedOn: LocalDate;
  /** This office's inspection, else another department's. */
  readonly isOwn: boolean;
  readonly department: string;
  readonly team: readonly PastMember[];
  readonly result: ResultCode;
  readonly documentNumber: string;
  /** Unpublished counts as 未完成 (细则 第十三条): for caps, not for coverage. */
  readonly isPublished: boolean;
  readonly note: string;
}

export interface PastInspection extends PastInspectionDraft {
  readonly id: number;
  readonly objectCode: string;
  /** The file it came in; null when it was entered by hand. */
  readonly batch: { readonly id: number; readonly fileName: string; readonly row: number } | null;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

export interface PastBatch {
  readonly id: number;
  readonly fileName: string;
  readonly added: number;
  readonly leftOut: number;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
}
