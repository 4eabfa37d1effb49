import type { ResultState } from './states.ts';

/** What keeps a result from being sent for review; the sentence of each is shown beside its field. */
export type ResultProblem =
  | 'INSPECTED_BEFORE_DRAW'
  | 'INSPECTED_IN_FUTURE'
  | 'COMPLETED_BEFORE_INSPECTED'
  | 'COMPLETED_IN_FUTURE'
  | 'METHOD_MISSING'
  | 'FINDINGS_MISSING'
  | 'PROBLEM_MISSING'
  | 'PROBLEM_WITHOUT_RESULT'
  | 'EVIDENCE_MISSING'
  | 'DISPOSAL_MISSING'
  | 'DISPOSAL_WITHOUT_PROBLEM'
  | 'DISPOSAL_NOTE_MISSING'
  | 'REFUSAL_KIND_MISSING'
  | 'REFUSAL_TIMES_MISSING';

export interface InspectionRefusals {
  INSPECTION_NOT_FOUND: Record<never, never>;
  NOTICE_ALREADY_ISSUED: { readonly number: string };
  /** Its object was replaced by 替补, or its draw is void; `why` says which. */
  INSPECTION_REPLACED: { readonly objectName: string; readonly why: string };
  NOTICE_MISSING: { readonly objectName: string };
  NOTICE_BEFORE_DRAW: { readonly openedOn: string };
  RESULT_INCOMPLETE: { readonly problems: readonly ResultProblem[] };
  /** The record is not in a state for this: `wanted` names the states that are. */
  WRONG_RESULT_STATE: {
    readonly objectName: string;
    readonly state: ResultState;
    readonly wanted: readonly ResultState[];
  };
  /** Nobody rules on what he entered or reviewed himself. */
  OWN_ENTRY: { readonly objectName: string; readonly name: string };
  OPINION_MISSING: Record<never, never>;
  CORRECTION_PENDING: { readonly objectName: string };
  NOTHING_CORRECTED: Record<never, never>;
  NOTHING_TO_CLOSE: { readonly objectName: string };
  CLOSED_BEFORE_PUBLISHED: { readonly publishedOn: string };
  PAST_STAGE_GONE: Record<never, never>;
  /** Rosters, plans or entries changed after the file was checked; the check was made anew and has to be looked at again. */
  PAST_STAGE_OUTDATED: Record<never, never>;
  NO_PAST_TO_IMPORT: Record<never, never>;
  PAST_IMPORT_UNDONE: { readonly fileName: string };
  PAST_REVOKED: { readonly objectName: string };
  /** The same object, day, department and item: `from` says where it was entered. */
  PAST_THERE: { readonly objectName: string; readonly from: string };
  PAST_DRAWN: { readonly objectName: string; readonly taskNumber: string };
}
