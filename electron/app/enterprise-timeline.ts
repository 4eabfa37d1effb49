import type { TimelineEvent } from '../../shared/features/credit/timeline.ts';
import type { Context } from './context.ts';
import { creditEvents } from './timeline-credit.ts';
import { fileEvents } from './timeline-files.ts';
import { followUpEvents } from './timeline-follow-up.ts';
import { inspectionEvents } from './timeline-inspections.ts';
import { registerEvents } from './timeline-registers.ts';
import { rosterEvents } from './timeline-roster.ts';
import { supervisionEvents } from './timeline-supervision.ts';

/** Where an enterprise's timeline comes from; each gives what the asker may see, in any order. */
const sources: readonly ((ctx: Context, objectId: number) => readonly TimelineEvent[])[] = [
  rosterEvents,
  inspectionEvents,
  creditEvents,
  supervisionEvents,
  followUpEvents,
  registerEvents,
  fileEvents,
];

/** Everything that happened to an enterprise, as the asker may see it: what a draw took stays hidden until it is notified. */
export function enterpriseEvents(ctx: Context, objectId: number): readonly TimelineEvent[] {
  return sources.flatMap((source) => source(ctx, objectId));
}
