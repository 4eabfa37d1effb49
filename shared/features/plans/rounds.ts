import { type FestivalDays, festivalKey } from '../../kernel/festivals.ts';
import { addDays, addMonths, type LocalDate, lastDayOfMonth, monthOf, yearOf } from '../../kernel/local-date.ts';
import { MONTHS_OF_PERIOD, type QuotaPeriod, type QuotaReading } from '../../kernel/quota-reading.ts';
import type { Period } from './period-text.ts';

/** One time an item is carried out. The days are null where the calendar does not know them: the office fills them in. */
export interface Round {
  /** `3月`, `第一季度`, `春节`, `3月第2次`. */
  readonly title: string;
  readonly fromOn: LocalDate | null;
  readonly toOn: LocalDate | null;
}

export interface RoundsItem {
  readonly quota: QuotaReading | null;
  readonly period: Period | null;
  /** The days an item lists: 元旦、春节…. */
  readonly occasions: readonly string[];
}

/** Inspections for a festival begin this many days before it (示例; no rule names a number). */
export const OCCASION_LEAD_DAYS = 15;

/** What 每类节日 means where the item lists none. */
const USUAL_FESTIVALS: readonly string[] = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

/**
 * The dated rounds of an item within its period, in their order; empty where it is carried out once, or where the
 * quota or the period is not understood. 每部门 does not multiply them: each department takes part in every round.
 */
export function roundsOf(item: RoundsItem, festivals: readonly FestivalDays[]): readonly Round[] {
  const rounds = item.quota?.rounds ?? null;
  const { period } = item;
  if (rounds === null || period === null) return [];
  const spans = rounds.occasions.length > 0 ? occasionSpans(item, period, festivals) : spansOf(rounds.every, period);
  return spans.flatMap((span) => timesOver(span, rounds.times));
}

function timesOver(span: Round, times: number): Round[] {
  if (times === 1) return [span];
  return Array.from({ length: times }, (_, index) => ({ ...span, title: `${span.title}第${index + 1}次` }));
}

/** The months, quarters… that make up a period; counted from its first month, the last may be shorter. */
function spansOf(every: QuotaPeriod | null, { fromOn, toOn }: Period): Round[] {
  if (every === null) return [];
  const months = MONTHS_OF_PERIOD[every];
  const spans: Round[] = [];
  const first = `${fromOn.slice(0, 8)}01`;
  for (let start = first; start <= toOn; start = addMonths(start, months)) {
    const end = addDays(addMonths(start, months), -1);
    spans.push({
      title: spanTitle(every, start, end < toOn ? end : toOn),
      fromOn: start < fromOn ? fromOn : start,
      toOn: end < toOn ? end : toOn,
    });
  }
  return spans;
}

function spanTitle(every: QuotaPeriod, start: LocalDate, end: LocalDate): string {
  const [from, to] = [monthOf(start), monthOf(end)];
  const isWhole = end === lastDayOfMonth(yearOf(end), to);
  if (every === 'quarter' && isWhole && from % 3 === 1 && to === from + 2) {
    return `第${'一二三四'.charAt((from - 1) / 3)}季度`;
  }
  if (every === 'half-year' && isWhole && to === from + 5 && from % 6 === 1) return from === 1 ? '上半年' : '下半年';
  if (every === 'year' && isWhole && from === 1 && to === 12) return `${yearOf(start)}年`;
  return from === to ? `${from}月` : `${from}月至${to}月`;
}

function occasionSpans(
  { occasions }: RoundsItem,
  period: Period,
  festivals: readonly FestivalDays[],
): readonly Round[] {
  const names = occasions.length > 0 ? occasions : USUAL_FESTIVALS;
  const spans = names.flatMap((name): readonly Round[] => {
    const known = festivals.filter((days) => festivalKey(days.name) === festivalKey(name));
    const inPeriod = known.flatMap(({ fromOn, toOn }) => within(period, addDays(fromOn, -OCCASION_LEAD_DAYS), toOn));
    if (inPeriod.length > 0) return inPeriod.map((days) => ({ title: name, ...days }));
    const isKnown = known.some(({ year }) => year >= yearOf(period.fromOn) && year <= yearOf(period.toOn));
    return isKnown ? [] : [{ title: name, fromOn: null, toOn: null }];
  });
  return spans.toSorted((one, other) => ((one.fromOn ?? '9999') < (other.fromOn ?? '9999') ? -1 : 1));
}

/** The days of a festival that fall into the period; its preparation alone does not make a round. */
function within(period: Period, fromOn: LocalDate, toOn: LocalDate): { fromOn: LocalDate; toOn: LocalDate }[] {
  const start = fromOn < period.fromOn ? period.fromOn : fromOn;
  if (toOn > period.toOn || toOn < start) return [];
  return [{ fromOn: start, toOn }];
}
