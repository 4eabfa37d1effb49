/** What stands in the place of a drawn object for those who need not know it yet. */
export const hiddenTarget = '已抽取，通知后公开';

/** Who asks, as far as his need goes. */
export interface TargetAsker {
  readonly id: number;
  readonly section: string;
  readonly isOperator: boolean;
  readonly isReviewer: boolean;
  readonly isLeader: boolean;
}

/** Who handed down the task or conducted its draw. */
export interface DrawHand {
  readonly accountId: number;
  readonly section: string;
}

/**
 * Whether an account needs to know whom a draw took before the 检查通知 of each is issued: 局领导, who handed down the task or conducts its
 * draw, and 经办人 and 审核人 of the same 股室 as one of these, who will do the work. The administrator does not. (draw.md, Who is handed what.)
 */
export function needsTargets(asker: TargetAsker | null, hands: readonly DrawHand[]): boolean {
  if (asker === null) return false;
  if (asker.isLeader) return true;
  if (!asker.isOperator && !asker.isReviewer) return false;
  return hands.some(({ accountId, section }) => accountId === asker.id || section === asker.section);
}
