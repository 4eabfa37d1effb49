export interface GradingRefusals {
  NATIONAL_GRADE_UNKNOWN: { readonly found: string; readonly known: readonly string[] };
  /** No sheet has the headings of the template. */
  GRADE_HEADINGS_NOT_FOUND: { readonly required: readonly string[] };
  GRADE_SHEET_EMPTY: { readonly sheet: string };
  GRADE_STAGE_GONE: Record<never, never>;
  GRADES_NOTHING_TO_IMPORT: Record<never, never>;
  GRADES_ALREADY_IMPORTED: { readonly importedAt: string };
  /** A later import stands on this one; it has to be undone first. */
  GRADES_NOT_LATEST: { readonly fileName: string };
  GRADE_CHANGE_PENDING: { readonly name: string };
  GRADE_UNCHANGED: { readonly grade: string };
  OWN_GRADE_CHANGE: { readonly name: string };
}
