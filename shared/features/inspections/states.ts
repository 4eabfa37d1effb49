/**
 * 未录入 → 待审核 → 审核退回 → 待公示 → 已公示. A correction runs through the same states beside the published version. 已终止:
 * the object could not be inspected and another of the reserve stands in, or its draw is void; there is nothing further to do.
 */
export const resultStates = ['open', 'submitted', 'returned', 'approved', 'published', 'replaced'] as const;
export type ResultState = (typeof resultStates)[number];
/** Where a version of a result stands, once there is one. */
export type VersionState = Exclude<ResultState, 'open' | 'replaced'>;

export const stateTitles: Record<ResultState, string> = {
  open: '未录入',
  submitted: '待审核',
  returned: '审核退回',
  approved: '待公示',
  published: '已公示',
  replaced: '已终止',
};

/** A correction waits for 局主要领导 where a first result waits for publication (细则 第十条). */
export const correctionTitles: Record<ResultState, string> = {
  ...stateTitles,
  approved: '待局主要领导签字',
  published: '已更正',
};

/** What may be done with a version in each state. */
export const stepsFrom: Record<ResultState, readonly ('enter' | 'review' | 'publish')[]> = {
  open: ['enter'],
  submitted: ['review'],
  returned: ['enter'],
  approved: ['publish'],
  published: [],
  replaced: [],
};

export function statesAllowing(step: 'enter' | 'review' | 'publish'): readonly ResultState[] {
  return resultStates.filter((state) => stepsFrom[state].includes(step));
}
