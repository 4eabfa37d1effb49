import type { RefusalOf } from '../../kernel/result.ts';
import type { FileProblem } from './file-problem.ts';
import type { Cut } from './infeasible.ts';

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

export type DrawRefusal = RefusalOf<DrawRefusals>;
export type BadFile = Extract<DrawRefusal, { code: 'BAD_FILE' }>;
export type SeatsInfeasible = Extract<DrawRefusal, { code: 'SEATS_INFEASIBLE' }>;
