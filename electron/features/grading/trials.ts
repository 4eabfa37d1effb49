import type { TrialLine } from '../../../shared/features/grading/trial.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';

/** A trial that was made: kept in memory for its account until the next. */
export interface KeptTrial {
  /** `试算“示例模型”`. */
  readonly title: string;
  readonly before: PolicyPack;
  readonly after: PolicyPack;
  readonly lines: readonly TrialLine[];
}
