import type { RefusalOf } from '../../kernel/result.ts';
import type { DrawState } from './ceremony.ts';
import type { ChangeState } from './changes.ts';
import type { FileProblem } from './file-problem.ts';
import type { Cut } from './infeasible.ts';
import type { ScanRefusals } from './scan.ts';
import type { Raises } from './strata.ts';

/** Why a draw, or its replay, cannot be computed. */
export interface DrawRefusals {
  /** A file is not in the form of SSJ-1. */
  BAD_FILE: FileProblem;
  /** A file is not the one whose hash was committed to. */
  FILE_CHANGED: { readonly file: string; readonly committed: string; readonly found: string };
  /** The witnesses' digits are not as many as was committed to. */
  DIGITS_CHANGED: { readonly committed: readonly number[]; readonly found: readonly number[] };
  /** No assignment fills every seat; `cause` is the sentence for the office. */
  SEATS_INFEASIBLE: { readonly cut: Cut; readonly cause: string };
}

/** Why a step of the ceremony is not taken. */
export interface CeremonyRefusals {
  /** The step is not the next one; the state is where the draw stands. */
  DRAW_STATE: { readonly number: string; readonly state: DrawState };
  TASK_FINISHED: { readonly number: string };
  TASK_NOT_APPROVED: { readonly number: string };
  TASK_CANCELLED: { readonly number: string };
  /** A draw of the task is under way, or recorded; its number. */
  TASK_HAS_DRAW: { readonly number: string };
  POOL_EMPTY: Record<never, never>;
  POOL_EMPTY_AFTER_EXCLUSION: { readonly excluded: number };
  UNGRADED: { readonly name: string; readonly count: number };
  /** `raises`: ratios in basis points with which the grades together reach the plan, the lowest grade first. */
  SHORT_OF_PLAN: {
    readonly planned: number;
    readonly graded: number;
    readonly raise: string;
    readonly raises: Raises;
  };
  MUST_WITHOUT_GROUND: { readonly count: number };
  /** 必检 lies inside the quota. */
  MUST_ABOVE_QUOTA: { readonly must: number; readonly quota: number; readonly raises: Raises };
  TOO_FEW_SEATS: { readonly seats: number; readonly least: number };
  MUST_UNKNOWN: { readonly code: string };
  MUST_IS_EXCLUDED: { readonly name: string; readonly reason: string };
  EXCLUDE_WITHOUT_NOTE: { readonly name: string };
  /** Nobody may take the seat at any object. */
  SEAT_FOR_NOBODY: { readonly seat: string };
  /** Recusals leave no team for the object, and for so many in all. */
  SEAT_WITHOUT_OFFICER: { readonly objectName: string; readonly seat: string; readonly count: number };
  /** Any sample of this size has more seats than the officers may take. */
  SEATS_TOO_MANY: { readonly cause: string };
  ID_NOT_ASCII: { readonly id: string };
  TOO_FEW_DIGITS: { readonly witnesses: number; readonly digits: number };
  WITNESS_IS_OPERATOR: { readonly name: string };
  WITNESS_TWICE: { readonly name: string };
  WITNESS_IS_APPROVER: { readonly name: string };
  SUPERVISOR_IS_OPERATOR: { readonly name: string };
  SUPERVISOR_IS_WITNESS: { readonly name: string };
  OWN_DRAW: { readonly number: string };
  /** 作废 comes too late: batches of it were handed down, the first by number. */
  BATCHES_HANDED: { readonly number: string; readonly batch: number };
  /** 作废 comes too late: so many of its objects were told or visited, the first by name. */
  INSPECTIONS_BEGUN: { readonly number: string; readonly count: number; readonly name: string };
  NOT_A_DIGIT: { readonly character: string; readonly position: number };
  DIGIT_COUNT: { readonly expected: number; readonly found: number };
  /** The digits on the screen are not those that were to be confirmed; another window may have corrected them. */
  ECHO_CHANGED: { readonly name: string; readonly shown: string };
  ROLLER_IS_OPERATOR: { readonly name: string };
  /** Sealing waits for this witness. */
  WITNESS_NOT_CONFIRMED: { readonly name: string };
  ALREADY_CONFIRMED: { readonly name: string };
  NOT_THE_NEXT_WITNESS: { readonly next: string };
  /** The draw's objects are hidden from the asker until they are notified. */
  TARGETS_NOT_PUBLIC: { readonly number: string };
  OFFICERS_FEASIBLE: Record<never, never>;
  OFFICERS_UNCHANGED: Record<never, never>;
}

/** Why a draw is not changed after the drawing: 替补, 更换检查人员, 批次. */
export interface ChangeRefusals {
  /** 批次顺序 draws the whole pool in order: there is no reserve and no team. */
  BATCH_HAS_NO_RESERVE: { readonly number: string };
  NOT_DRAWN: { readonly name: string };
  /** Replaced already, or a proposal about it waits. */
  ALREADY_REPLACED: { readonly name: string };
  RESULT_IS_ENTERED: { readonly name: string };
  /** 回避后无人可派 is claimed, but a team could be put together. */
  STILL_STAFFABLE: { readonly name: string };
  CAP_NOT_REACHED: { readonly name: string };
  /** The reserve is taken in its order; `next` is the one whose turn it is, empty where none is left. */
  RESERVE_ORDER: { readonly next: string };
  /** The next of the reserve cannot stand in; `why` is the listed reason. */
  SUBSTITUTE_UNFIT: { readonly name: string; readonly why: string };
  /** Nobody can be seated at the substitute; `cause` is the engine's sentence. */
  SUBSTITUTE_UNSEATED: { readonly name: string; readonly cause: string };
  /** Since the proposal the reserve was used otherwise, or another stage was drawn. */
  CHANGE_OUTDATED: Record<never, never>;
  /** The turn of this one of the reserve is taken by an earlier proposal that is not decided yet. */
  EARLIER_CHANGE_WAITS: { readonly name: string };
  CHANGE_DECIDED: { readonly state: ChangeState };
  /** Nobody decides on what he proposed, nor on a draw he conducted. */
  OWN_CHANGE: { readonly name: string };
  CHANGE_OPINION_MISSING: Record<never, never>;
  NOT_PROPOSED_BY_YOU: { readonly name: string };
  DOCUMENT_IN_FUTURE: { readonly today: string };
  TEAMS_AT_WORK: { readonly name: string };
  NOT_IN_A_TEAM: { readonly name: string };
  NO_RECUSAL_ENTERED: { readonly name: string };
  OFFICERS_CHANGE_WAITS: Record<never, never>;
  /** Only a recorded real draw of 批次顺序 is carried out in batches. */
  NO_BATCHES: { readonly number: string };
  BATCH_HANDED_DOWN: { readonly batch: number; readonly number: string };
  BATCH_OUT_OF_ORDER: { readonly batch: number; readonly next: number };
}

/** All refusals of the feature; renderer/api/messages/draws.zh-CN.ts has their sentences. */
export interface DrawsRefusals extends DrawRefusals, CeremonyRefusals, ScanRefusals, ChangeRefusals {}

export type DrawRefusal = RefusalOf<DrawRefusals>;
export type CeremonyRefusal = RefusalOf<CeremonyRefusals>;
export type ChangeRefusal = RefusalOf<ChangeRefusals>;
export type BadFile = Extract<DrawRefusal, { code: 'BAD_FILE' }>;
export type SeatsInfeasible = Extract<DrawRefusal, { code: 'SEATS_INFEASIBLE' }>;
