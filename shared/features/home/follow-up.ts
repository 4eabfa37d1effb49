import type { ToDo } from './summary.ts';
import { waiting } from './waiting.ts';

/** What waits in 信用监管: warnings, measures, commitments. */
export interface FollowUpCounts {
  readonly urgentWarnings: number;
  readonly otherWarnings: number;
  /** 建议列入名单. */
  readonly suggestions: number;
  readonly overdueMeasures: number;
  /** Done, and no paper attached yet. */
  readonly undocumentedMeasures: number;
  readonly unsignedCommitments: number;
  readonly unpublishedCommitments: number;
  readonly commitmentsToCheck: number;
}

export const noFollowUp: FollowUpCounts = {
  urgentWarnings: 0,
  otherWarnings: 0,
  suggestions: 0,
  overdueMeasures: 0,
  undocumentedMeasures: 0,
  unsignedCommitments: 0,
  unpublishedCommitments: 0,
  commitmentsToCheck: 0,
};

/** 今日待办 of the 经办人, the urgent first. */
export function followUpTodos(counts: FollowUpCounts): readonly ToDo[] {
  const warnings = '/supervision?l.state=open';
  return waiting(
    [counts.urgentWarnings, '条紧急预警待处置', `${warnings}&l.level=urgent`],
    [counts.overdueMeasures, '项措施任务已逾期', '/supervision/measures?l.mark=overdue'],
    [counts.otherWarnings, '条提示预警待处置', `${warnings}&l.level=notice`],
    [counts.suggestions, '条列入名单的建议待研究', `${warnings}&l.level=notice`],
    [counts.commitmentsToCheck, '份承诺书到期待核查', '/supervision/commitments?l.outcome=to-check'],
    [counts.unsignedCommitments, '份承诺书待签署', '/supervision/commitments?l.state=issued'],
    [counts.unpublishedCommitments, '份承诺书待公示', '/supervision/commitments?l.state=signed'],
    [counts.undocumentedMeasures, '项已办结的措施缺文书', '/supervision/measures?l.mark=undocumented'],
  );
}
