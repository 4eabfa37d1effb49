export interface GradingRefusals {
  /** A national grade the office's pack does not map; there is no 优-. */
  NATIONAL_GRADE_UNKNOWN: { readonly found: string; readonly known: readonly string[] };
  /** No sheet has the headings of the template. */
  GRADE_HEADINGS_NOT_FOUND: { readonly required: readonly string[] };
  GRADE_SHEET_EMPTY: { readonly sheet: string };
  /** The preview is gone: the program was closed, or another file was uploaded since. */
  GRADE_STAGE_GONE: Record<never, never>;
  NO_GRADES_TO_IMPORT: Record<never, never>;
  GRADES_ALREADY_IMPORTED: { readonly importedAt: string };
  GRADE_IMPORT_UNDONE: { readonly fileName: string };
  RECORD_IN_FUTURE: { readonly on: string };
  RECORD_ENDED_BEFORE: { readonly happenedOn: string };
}
