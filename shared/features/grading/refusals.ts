export interface GradingRefusals {
  /** No sheet has the headings of the template. */
  GRADE_HEADINGS_NOT_FOUND: { readonly required: readonly string[] };
  GRADE_SHEET_EMPTY: { readonly sheet: string };
  /** The office's pack maps no national grade: it grades by its own model. */
  GRADE_NATIONAL_UNUSED: { readonly article: string };
  /** The preview is gone: the program was closed, or another file was uploaded since. */
  GRADE_STAGE_GONE: Record<never, never>;
  NO_GRADES_TO_IMPORT: Record<never, never>;
  GRADES_ALREADY_IMPORTED: { readonly importedAt: string };
  GRADE_IMPORT_UNDONE: { readonly fileName: string };
  /** 人工调整: nothing to change from, or to the same. */
  MANUAL_UNGRADED: { readonly name: string };
  MANUAL_SAME_GRADE: { readonly title: string };
  MANUAL_NO_SUCH_GRADE: { readonly titles: readonly string[] };
  MANUAL_EXPIRY_PAST: { readonly on: string };
  MANUAL_OPEN: { readonly proposedBy: string };
  MANUAL_IN_FORCE: { readonly expiresOn: string };
  /** A veto always wins: no change by hand lifts a grade above it. */
  MANUAL_VETOED: { readonly veto: string; readonly title: string };
  MANUAL_DECIDED: Record<never, never>;
  MANUAL_OWN: Record<never, never>;
  MANUAL_WITHOUT_DOCUMENT: Record<never, never>;
  MANUAL_NEEDS_OPINION: Record<never, never>;
  MANUAL_OVER: Record<never, never>;
  /** What a reviewer approved, only a reviewer or leader takes back. */
  MANUAL_WITHDRAWN_BY_REVIEWER: Record<never, never>;
  /** A model that is to be kept or tried, with what keeps it from that. */
  MODEL_UNSOUND: { readonly problems: readonly string[] };
  /** Models are changed in a draft of the rule pack only. */
  MODEL_VERSION_CLOSED: Record<never, never>;
  MODEL_IN_USE: { readonly title: string };
  PACK_UNSOUND_FOR_TRIAL: Record<never, never>;
}
