import type { LocalDate } from '../../kernel/local-date.ts';
import type { FollowUpRefusals } from './follow-up-refusals.ts';

/** Refusals that several rooms of 信用监管 share. */
interface StepRefusals {
  /** The step is not the next one; `due` is what is to be done instead, null where nothing is left. */
  STEP_NOT_DUE: { readonly step: string; readonly due: string | null };
  /** Nobody decides on his own proposal. */
  OWN_PROPOSAL: { readonly what: string; readonly name: string };
  DAY_NOT_YET: { readonly what: string; readonly on: LocalDate };
  /** A step's day lies before the step it follows. */
  DAY_BEFORE: { readonly what: string; readonly on: LocalDate; readonly after: string; readonly afterOn: LocalDate };
  /** The risk class is internal and stands on no paper. */
  GRADE_ON_PAPER: { readonly found: string };
  /** The office's pack does not have it. */
  NOT_IN_PACK: { readonly what: string };
}

interface ListRefusals {
  LIST_TAKES_NO_PERSONS: { readonly list: string; readonly article: string };
  LIST_LEVEL_MISSING: { readonly list: string; readonly levels: readonly string[] };
  /** The records do not bear the ground out. */
  LIST_GROUND_NOT_MET: { readonly ground: string; readonly article: string };
  /** All records it was proposed by were withdrawn or repaired since. */
  LIST_RECORDS_GONE: { readonly name: string; readonly list: string };
  LIST_WITHOUT_RECORDS: { readonly list: string };
  ALREADY_ON_LIST: { readonly name: string; readonly list: string; readonly state: string };
  DEFENCE_TERM_RUNS: { readonly until: LocalDate; readonly days: number; readonly article: string };
  /** What the party said was found right, so that nothing is listed. */
  DEFENCE_ACCEPTED: { readonly name: string };
  LIST_TERM_RUNS: { readonly until: LocalDate | null; readonly article: string };
  DEPARTMENT_TOLD: { readonly department: string; readonly field: string };
  NOT_LISTED_NOW: { readonly name: string; readonly state: string };
}

interface TalkRefusals {
  /** 谁认定、谁约谈: another determined it. */
  TALK_NOT_OURS: { readonly determinedBy: string; readonly bureau: string; readonly article: string };
  TALK_DAY_PAST: { readonly on: LocalDate };
}

interface RepairRefusals {
  /** The shortest publication is not over (发改委令第36号). */
  REPAIR_TOO_EARLY: {
    readonly earliestOn: LocalDate;
    readonly documentOn: LocalDate;
    readonly months: number;
    readonly tier: string;
    readonly article: string;
  };
  /** A lower tier than the records say would shorten the term. */
  REPAIR_TIER_TOO_LOW: { readonly tier: string; readonly recorded: string };
  /** What a listing left is repaired with the entry, which is taken off its list by it. */
  REPAIR_OF_ENTRY: { readonly title: string; readonly list: string };
  REPAIR_NOT_ADVERSE: { readonly title: string };
  REPAIR_DONE_BEFORE: { readonly title: string; readonly on: LocalDate };
  REPAIR_UNDER_WAY: { readonly title: string; readonly number: string };
  REPAIR_INCOMPLETE: { readonly lacks: readonly string[] };
  REPAIR_CHECK_FAILED: { readonly number: string };
  REPAIR_NOTICE_NOT_PENALTY: { readonly title: string };
  REPAIR_NOTICE_ISSUED: { readonly number: string };
}

interface ObjectionRefusals {
  /** A list's entry is withdrawn or kept, a grade graded anew or kept. */
  OBJECTION_PROPOSAL: { readonly subject: string; readonly proposal: string; readonly instead: string };
  /** Objections to a published 检查结果 are taken within the pack's term. */
  OBJECTION_OUT_OF_TERM: {
    readonly publishedOn: string;
    readonly until: string;
    readonly workingDays: number;
    readonly article: string;
  };
  OBJECTION_CORRECTION_EMPTY: Record<never, never>;
  /** What a listing left stands and falls with the entry. */
  OBJECTION_OF_ENTRY: { readonly title: string; readonly list: string };
  OBJECTION_RECORD_WITHDRAWN: { readonly title: string };
}

/** Why a step of 信用监管 is not taken. */
export interface SupervisionRefusals
  extends StepRefusals,
    ListRefusals,
    TalkRefusals,
    RepairRefusals,
    ObjectionRefusals,
    FollowUpRefusals {}
