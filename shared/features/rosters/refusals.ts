/** Why a roster workbook cannot be staged at all: `{ code: details }`. */
export interface RosterRefusals {
  /** No sheet has a row with all required headings; `required` are the headings of the template. */
  ROSTER_HEADINGS_NOT_FOUND: { readonly required: readonly string[] };
  ROSTER_SHEET_EMPTY: { readonly sheet: string };
}
