import type { ToDo } from './summary.ts';

/** What waits for another person's decision, less what the asker proposed, wrote or checked himself. */
export interface DecisionCounts {
  /** 列入 and 移出 of lists. */
  readonly listings: number;
  readonly repairs: number;
  readonly objections: number;
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
  packs: 0,
  manualGrades: 0,
  summaries: 0,
  letters: 0,
};

/** For 局领导 alone. */
export function leaderDecisions({ listings, repairs, objections, packs }: DecisionCounts): readonly ToDo[] {
  return [
    ...waiting(packs, '份规则包草稿待批准', '/settings/policies/versions'),
    ...waiting(listings, '件名单事项待决定', '/supervision/lists'),
    ...waiting(repairs, '件信用修复待决定', '/supervision/repairs?l.state=checked'),
    ...waiting(objections, '件信用异议待决定', '/supervision/objections?l.state=checked'),
  ];
}

/** For 审核人 and 局领导. */
export function reviewDecisions({ manualGrades, summaries, letters }: DecisionCounts): readonly ToDo[] {
  return [
    ...waiting(manualGrades, '项等级人工调整待审核', '/credit/moves'),
    ...waiting(summaries, '份总结待批准', '/registers/summaries?state=submitted'),
    ...waiting(letters, '件通报函待签发', '/registers/reports?tab=letters'),
  ];
}

function waiting(count: number, text: string, path: string): readonly ToDo[] {
  return count > 0 ? [{ text: `${count}${text}`, path }] : [];
}
