import type { ToDo } from './summary.ts';
import { waiting } from './waiting.ts';

/** What waits for another person's decision, less what the asker proposed, wrote or checked himself. */
export interface DecisionCounts {
  /** 列入 and 移出 of lists. */
  readonly listings: number;
  readonly repairs: number;
  readonly objections: number;
  /** 申报审核: to be sent up or refused. */
  readonly applications: number;
  /** The rule pack's draft was sent for approval. */
  readonly packs: number;
  readonly manualGrades: number;
  readonly summaries: number;
  readonly letters: number;
}

export const noDecisions: DecisionCounts = {
  listings: 0,
  repairs: 0,
  objections: 0,
  applications: 0,
  packs: 0,
  manualGrades: 0,
  summaries: 0,
  letters: 0,
};

/** For 局领导 alone. */
export function leaderDecisions(counts: DecisionCounts): readonly ToDo[] {
  return waiting(
    [counts.packs, '份规则包草稿待批准', '/settings/policies/versions'],
    [counts.listings, '件名单事项待决定', '/supervision/lists'],
    [counts.repairs, '件信用修复待决定', '/supervision/repairs?l.state=checked'],
    [counts.objections, '件信用异议待决定', '/supervision/objections?l.state=checked'],
    [counts.applications, '件申报待决定是否上报', '/credit/lookups?tab=applications&a.state=open'],
  );
}

/** For 审核人 and 局领导. */
export function reviewDecisions({ manualGrades, summaries, letters }: DecisionCounts): readonly ToDo[] {
  return waiting(
    [manualGrades, '项等级人工调整待审核', '/credit/moves'],
    [summaries, '份总结待批准', '/registers/summaries?state=submitted'],
    [letters, '件通报函待签发', '/registers/reports?tab=letters'],
  );
}
