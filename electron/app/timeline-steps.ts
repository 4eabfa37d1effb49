import type { TimelineEvent, TimelineKind } from '../../shared/features/credit/timeline.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';

type Tone = TimelineEvent['tone'];

/** One step of a matter; without a day it was not taken. */
export type TimelineStep = readonly [
  step: string,
  on: LocalDate | null | undefined,
  title: string,
  detail?: string | null | undefined,
  tone?: Tone,
];

/** The steps of a matter that were taken, each with its day; `key` tells the matter, `path` is where it is dealt with. */
export function stepEvents(
  kind: TimelineKind,
  key: string,
  path: string,
  steps: readonly TimelineStep[],
): readonly TimelineEvent[] {
  // The place in the key keeps the order of the steps on one day.
  return steps.flatMap(([step, on, title, detail, tone], place) =>
    on == null || on === ''
      ? []
      : [{ key: `${key}-${place}-${step}`, kind, on, at: null, title, detail: detail ?? '', tone: tone ?? null, path }],
  );
}

/** Those of the parts that say something, set apart by `，`. */
export function saidTogether(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part != null && part !== '').join('，');
}
