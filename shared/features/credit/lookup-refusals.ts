import type { LocalDate } from '../../kernel/local-date.ts';

/** Why a lookup, an application, a licence path or a question at the 查询区 is not taken. */
export interface LookupRefusals {
  /** The inspection is of another enterprise, ended, or not known to the asker. */
  LOOKUP_NOT_OF_INSPECTION: { readonly objectName: string };
  NOTHING_TO_LOOK_UP: Record<never, never>;
  /** It is decided already, or waits for its decision. */
  APPLICATION_STATE: { readonly number: string; readonly state: string };
  /** Nobody decides on what he entered or checked himself. */
  OWN_APPLICATION: { readonly number: string; readonly name: string };
  /** What the check found bars 同意上报 until it is put right. */
  APPLICATION_BARRED: { readonly number: string; readonly findings: readonly string[] };
  /** 承诺书 is demanded of every applicant. */
  PROMISE_MISSING: { readonly number: string };
  /** The 承诺书 is not of this enterprise, not signed, ended or of another kind. */
  PROMISE_NOT_USABLE: { readonly number: string; readonly why: string };
  NO_APPROVAL_PATHS: Record<never, never>;
  PATH_UNKNOWN: { readonly path: string };
  /** The path was recorded already. */
  PATH_TAKEN: { readonly number: string; readonly name: string };
  /** Another path than the pack's is for 局领导 alone, who did not enter the application. */
  PATH_NEEDS_LEADER: { readonly proposed: string };
  PATH_REASON_MISSING: { readonly proposed: string };
  /** 事后审 needs its day, and only what was granted on a promise has one. */
  CHECK_DAY_MISSING: { readonly name: string };
  CHECK_DAY_TOO_EARLY: { readonly decidedOn: LocalDate };
  NOTHING_TO_CHECK_AFTER: { readonly number: string };
  CREDIT_DAY_BEFORE: { readonly on: LocalDate; readonly after: string; readonly afterOn: LocalDate };
  /** The 查询区 is not open in this window. */
  COUNTER_CLOSED: Record<never, never>;
  /** Too many questions without a match. */
  COUNTER_PAUSED: { readonly minutes: number };
  /** What was shown is gone from the screen. */
  COUNTER_GONE: Record<never, never>;
}
