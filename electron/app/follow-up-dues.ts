import type { FollowUpCounts } from '../../shared/features/home/follow-up.ts';
import type { DueLine } from '../../shared/features/home/summary.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';

/** Days before its day on which a measure or a check is first listed. */
const noticeDays = 14;

/** Days of measures and of 践诺 checks that come or have passed, those of one day together. */
export function followUpDues(ctx: Context): readonly DueLine[] {
  const until = addDays(ctx.today, noticeDays);
  const measures = ctx.supervision.measures.dues(until).map(({ text, article, dueOn, count, first }) => ({
    what: text,
    subject: subjectOf(first, count),
    on: dueOn,
    article,
    path: `/supervision/measures?l.state=open&l.q=${encodeURIComponent(text)}`,
  }));
  const checks = ctx.supervision.commitments.dues(until).map(({ name, article, checkOn, count, first }) => ({
    what: '践诺核查',
    subject: `${subjectOf(first, count)}：${name}`,
    on: checkOn,
    article,
    path: '/supervision/commitments?l.outcome=to-check',
  }));
  return [...measures, ...checks].map((due) => ({ ...due, isOverdue: due.on < ctx.today, isEstimate: false }));
}

function subjectOf(first: string, count: number): string {
  return count === 1 ? first : `${first}等${count}户`;
}

/** What waits, for 今日待办. */
export function followUpCounts(ctx: Context): FollowUpCounts {
  const { warnings, measures, commitments } = ctx.supervision;
  const { urgent, notice, suggestions } = warnings.counts();
  const { overdue, undocumented } = measures.counts(ctx.today);
  const { unsigned, unpublished, toCheck } = commitments.counts(ctx.today);
  return {
    urgentWarnings: urgent,
    otherWarnings: notice,
    suggestions,
    overdueMeasures: overdue,
    undocumentedMeasures: undocumented,
    unsignedCommitments: unsigned,
    unpublishedCommitments: unpublished,
    commitmentsToCheck: toCheck,
  };
}
