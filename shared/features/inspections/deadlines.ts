import type { LocalDate } from '../../kernel/local-date.ts';
import { citeArticle } from '../../kernel/pack-basis.ts';
import { type PolicyPack, termOf } from '../../kernel/policy-pack.ts';
import { deadlineOf, type WorkingCalendar } from '../../kernel/working-days.ts';

/** What is to be done about an inspection, until when, and which article says so. */
export interface Due {
  readonly step: 'inspect' | 'publish' | 'close';
  readonly on: LocalDate;
  readonly article: string;
  readonly overdue: boolean;
  /** The day rests on a year not yet announced: 暂按周末推算. */
  readonly estimated: boolean;
}

export interface DueFacts {
  /** Last day of the task's span in the plan. */
  readonly taskToOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  /** 替换: set where another object stands in. */
  readonly replacedAt?: string | null;
}

/**
 * The next thing due: the inspection itself by the end of the plan's span (细则 第八条), then its publication within the
 * pack's term after completion (细则 第十三条). Null when published or replaced, or when the plan names no end.
 */
export function nextDue(facts: DueFacts, today: LocalDate, pack: PolicyPack, calendar: WorkingCalendar): Due | null {
  if (facts.publishedOn !== null || facts.replacedAt != null) return null;
  if (facts.completedOn !== null) {
    const term = termOf(pack, 'publish-result');
    const { on, estimated } = deadlineOf(facts.completedOn, term.workingDays, calendar);
    return { step: 'publish', on, estimated, article: citeArticle(term.source), overdue: on < today };
  }
  if (facts.taskToOn === null) return null;
  const on = facts.taskToOn;
  return { step: 'inspect', on, estimated: false, article: '细则第八条', overdue: on < today };
}

/** Until when objections to a published result are taken (细则 第十条). */
export function objectionsUntil(publishedOn: LocalDate, pack: PolicyPack, calendar: WorkingCalendar): LocalDate {
  return deadlineOf(publishedOn, termOf(pack, 'accept-objection').workingDays, calendar).on;
}
