import { type LocalDate, yearOf } from '../../kernel/local-date.ts';

/** What an enterprise's timeline is made of, in the order the filter shows it. */
export const timelineKindTitles = {
  roster: '名录变更',
  national: '国家评价等级',
  grade: '等级变动',
  record: '信用记录',
  inspection: '检查',
  draw: '抽取',
  list: '名单',
  talk: '约谈',
  repair: '信用修复',
  objection: '信用异议',
  measure: '监管措施',
  commitment: '信用承诺',
  warning: '预警',
  lookup: '信用查询',
  application: '申报审核',
  approval: '许可办理',
  authorisation: '授权',
  report: '信用报告',
  register: '工作台账',
  letter: '通报函',
  campaign: '专项治理',
  file: '附件',
} as const;
export type TimelineKind = keyof typeof timelineKindTitles;

/** One thing that happened to an enterprise. */
export interface TimelineEvent {
  /** Told apart from every other: `record-12`. */
  readonly key: string;
  readonly kind: TimelineKind;
  readonly on: LocalDate;
  /** UTC instant it was entered, where known; puts the events of one day in order. */
  readonly at: string | null;
  /** One line: what happened. */
  readonly title: string;
  /** Who, why, numbers; empty where the title says it all. */
  readonly detail: string;
  /** Whether it speaks for the enterprise or against it; null where neither. */
  readonly tone: 'good' | 'bad' | null;
  /** Where it is dealt with. */
  readonly path: string | null;
}

export interface TimelineFilter {
  /** null = all. */
  readonly kinds: readonly TimelineKind[] | null;
  readonly year: number | null;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface TimelinePage {
  readonly events: readonly TimelineEvent[];
  /** Of the filter. */
  readonly total: number;
  readonly page: number;
  /** Of the whole timeline, for the filter: how many of each kind, and the years, newest first. */
  readonly kinds: readonly { readonly kind: TimelineKind; readonly count: number }[];
  readonly years: readonly number[];
}

/** One page of a timeline, newest first; a page past the end is the last one. */
export function timelinePage(all: readonly TimelineEvent[], filter: TimelineFilter): TimelinePage {
  const kept = newestFirst(
    all.filter(
      ({ kind, on }) =>
        (filter.kinds === null || filter.kinds.includes(kind)) && (filter.year === null || yearOf(on) === filter.year),
    ),
  );
  const page = Math.min(filter.page, Math.max(1, Math.ceil(kept.length / filter.size)));
  const counts = new Map<TimelineKind, number>();
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    events: kept.slice((page - 1) * filter.size, page * filter.size),
    total: kept.length,
    page,
    kinds: timelineKinds.flatMap((kind) => {
      const count = counts.get(kind) ?? 0;
      return count === 0 ? [] : [{ kind, count }];
    }),
    years: [...new Set(all.map(({ on }) => yearOf(on)))].toSorted((one, other) => other - one),
  };
}

/** What supervision did: the tab 名单与措施. */
export const supervisionKinds: readonly TimelineKind[] = [
  'list',
  'talk',
  'repair',
  'objection',
  'measure',
  'commitment',
  'warning',
];

export const timelineKinds = Object.keys(timelineKindTitles) as readonly TimelineKind[];

const byNumber = new Intl.Collator('en', { numeric: true });

/** By day, then by the instant of entry, then by the number in the key, so that no order of the sources shows. */
function newestFirst(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return events.toSorted(
    (one, other) =>
      compare(other.on, one.on) || compare(other.at ?? '', one.at ?? '') || byNumber.compare(other.key, one.key),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
