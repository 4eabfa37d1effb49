/** Why measures, certificates, warnings and commitments are left as they are. */
export interface FollowUpRefusals {
  MEASURE_ALREADY_OPEN: { readonly name: string; readonly measure: string };
  MEASURE_STILL_OPEN: { readonly name: string; readonly measure: string };
  NO_OPEN_MEASURES: Record<never, never>;
  /** Grades changed since the preview. */
  ROUND_OUTDATED: { readonly expected: number; readonly found: number };
  CERTIFICATE_REVOKED: { readonly number: string; readonly on: string };
  NOBODY_FOR_CERTIFICATE: Record<never, never>;
  /** Not of the best grade, no longer there, or it has one that holds. */
  NO_CERTIFICATE_FOR: Record<never, never>;
  NO_OPEN_WARNINGS: Record<never, never>;
  LETTERS_OUTDATED: { readonly expected: number; readonly found: number };
  NO_COMMITMENTS_TO: { readonly step: string; readonly needs: string };
  COMMITMENT_UNSIGNED: { readonly number: string };
  COMMITMENT_ENDED: { readonly number: string; readonly on: string };
  /** The finding and the terms say different things. */
  FULFILMENT_DOES_NOT_FIT: { readonly outcome: string };
  /** So many letters do not go into one file. */
  TOO_MANY_LETTERS: { readonly chosen: number; readonly most: number };
}
