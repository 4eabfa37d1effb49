/** `error`: the row is not imported. `warning`: imported, but to be looked at. `notice`: what was put right on reading. */
export type Severity = 'error' | 'warning' | 'notice';

/** Everything the check of a workbook can find: `{ code: details }`. Sentences are in problem-text.ts. */
export interface ProblemDetails {
  MISSING: Record<never, never>;
  /** A number cell where a code belongs: the digits beyond the fifteenth are gone. */
  DIGITS_LOST: { readonly found: string };
  CELL_ERROR: { readonly found: string };
  TEXT_TOO_LONG: { readonly length: number; readonly limit: number };
  NORMALISED: { readonly found: string; readonly kept: string };
  USCC_LENGTH: { readonly length: number };
  USCC_CHARACTER: { readonly position: number; readonly character: string };
  USCC_CHECK_DIGIT: { readonly expected: string; readonly found: string };
  USCC_ORGANISATION_DIGIT: { readonly expected: string; readonly found: string };
  ID_CARD_SHAPE: Record<never, never>;
  /** An identity card number where a 统一社会信用代码 belongs. */
  ID_CARD_FOR_USCC: { readonly kind: string };
  ID_CARD_BIRTH_DATE: { readonly found: string };
  ID_CARD_CHECK_DIGIT: { readonly expected: string; readonly found: string };
  DUPLICATE_IN_FILE: { readonly firstRow: number };
  SAME_NAME: { readonly code: string };
  /** Already in the roster under the same key: the row replaces what is there. */
  WILL_UPDATE: { readonly name: string };
  BAD_DATE: { readonly found: string };
  DATE_IN_FUTURE: { readonly found: string };
  DATES_REVERSED: { readonly from: string; readonly until: string };
  UNKNOWN_CHOICE: { readonly found: string; readonly choices: readonly string[] };
  PHONE_SHAPE: Record<never, never>;
  /** A number with figures hidden, out of an export. */
  PHONE_HIDDEN: Record<never, never>;
  LICENCE_PARTS: { readonly names: number; readonly others: number };
  CERTIFICATE_MISSING: Record<never, never>;
  CERTIFICATE_EXPIRY_MISSING: Record<never, never>;
  CERTIFICATE_EXPIRED: { readonly until: string };
  NOT_ESTABLISHED: Record<never, never>;
  OFFICER_UNKNOWN: { readonly name: string };
  OFFICER_AMBIGUOUS: { readonly name: string };
  OBJECT_UNKNOWN: { readonly name: string };
  OBJECT_AMBIGUOUS: { readonly name: string };
  /** In an exchanged workbook: not of the department it was sent to. */
  NOT_OF_DEPARTMENT: { readonly unit: string; readonly department: string };
  IN_OTHER_DEPARTMENT: { readonly name: string; readonly unit: string };
  ITEM_CODE_UNKNOWN: { readonly found: string };
  BATCHES_OF_ORDINARY: Record<never, never>;
  QUOTA_NOT_READ: { readonly text: string; readonly part: string };
  /** The code is known under another name; the code decides. */
  OBJECT_NAME_DIFFERS: { readonly name: string };
  ITEM_UNKNOWN: { readonly name: string };
  INSPECTED_IN_FUTURE: { readonly found: string };
  INSPECTED_TOO_EARLY: { readonly found: string; readonly from: string };
  INSPECTOR_UNKNOWN: { readonly name: string };
  INSPECTOR_AMBIGUOUS: { readonly name: string };
  /** The certificate is another's in the roster. */
  INSPECTOR_CERTIFICATE: { readonly name: string; readonly holder: string };
  CERTIFICATE_PARTS: { readonly names: number; readonly others: number };
  /** The same inspection was entered before: in this file or by hand. */
  INSPECTION_THERE: { readonly from: string };
  /** It was drawn and recorded by this program. */
  INSPECTION_DRAWN: { readonly taskNumber: string };
  /** A credit record dated after today. */
  RECORD_IN_FUTURE: { readonly found: string };
  /** A standing record of the same enterprise, kind and document; `from` is the department it came from. */
  RECORD_THERE: { readonly happenedOn: string; readonly from: string };
  /** Gathered with an authorisation only, and none covers it; `lack` says in words what is wanting. */
  RECORD_UNAUTHORISED: { readonly name: string; readonly kind: string; readonly lack: string };
  AMOUNT_NOT_READ: { readonly found: string };
}

export type ProblemCode = keyof ProblemDetails;

interface ProblemPlace {
  readonly sheet: string;
  /** As the office program numbers it. */
  readonly row: number;
  /** The heading as the template writes it; empty when the whole row is meant. */
  readonly column: string;
  readonly severity: Severity;
}

export type Problem = {
  readonly [Code in ProblemCode]: ProblemPlace & { readonly code: Code; readonly details: ProblemDetails[Code] };
}[ProblemCode];

const severities: Readonly<Record<ProblemCode, Severity>> = {
  MISSING: 'error',
  DIGITS_LOST: 'error',
  CELL_ERROR: 'error',
  TEXT_TOO_LONG: 'error',
  NORMALISED: 'notice',
  USCC_LENGTH: 'error',
  USCC_CHARACTER: 'error',
  // Codes in use fail these: GB 32100-2015 is kept to by most registers, not by all.
  USCC_CHECK_DIGIT: 'warning',
  USCC_ORGANISATION_DIGIT: 'warning',
  ID_CARD_SHAPE: 'error',
  ID_CARD_FOR_USCC: 'error',
  ID_CARD_BIRTH_DATE: 'warning',
  ID_CARD_CHECK_DIGIT: 'warning',
  DUPLICATE_IN_FILE: 'error',
  SAME_NAME: 'warning',
  WILL_UPDATE: 'notice',
  BAD_DATE: 'error',
  DATE_IN_FUTURE: 'warning',
  DATES_REVERSED: 'error',
  UNKNOWN_CHOICE: 'error',
  PHONE_SHAPE: 'warning',
  PHONE_HIDDEN: 'notice',
  LICENCE_PARTS: 'error',
  CERTIFICATE_MISSING: 'warning',
  CERTIFICATE_EXPIRY_MISSING: 'warning',
  CERTIFICATE_EXPIRED: 'warning',
  NOT_ESTABLISHED: 'warning',
  OFFICER_UNKNOWN: 'error',
  OFFICER_AMBIGUOUS: 'error',
  OBJECT_UNKNOWN: 'error',
  OBJECT_AMBIGUOUS: 'error',
  NOT_OF_DEPARTMENT: 'error',
  IN_OTHER_DEPARTMENT: 'error',
  ITEM_CODE_UNKNOWN: 'warning',
  BATCHES_OF_ORDINARY: 'error',
  QUOTA_NOT_READ: 'warning',
  OBJECT_NAME_DIFFERS: 'warning',
  ITEM_UNKNOWN: 'warning',
  INSPECTED_IN_FUTURE: 'error',
  INSPECTED_TOO_EARLY: 'error',
  INSPECTOR_UNKNOWN: 'warning',
  INSPECTOR_AMBIGUOUS: 'warning',
  INSPECTOR_CERTIFICATE: 'warning',
  CERTIFICATE_PARTS: 'error',
  INSPECTION_THERE: 'error',
  INSPECTION_DRAWN: 'error',
  RECORD_IN_FUTURE: 'error',
  RECORD_THERE: 'error',
  RECORD_UNAUTHORISED: 'error',
  AMOUNT_NOT_READ: 'error',
};

/** Severity follows from the code alone. */
export function problemAt<Code extends ProblemCode>(
  place: { readonly sheet: string; readonly row: number; readonly column: string },
  code: Code,
  details: ProblemDetails[Code],
): Problem {
  return { ...place, severity: severities[code], code, details } as Problem;
}
