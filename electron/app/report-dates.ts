import { reportRegisterId } from '../../shared/features/registers/own-registers.ts';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import { citeArticle } from '../../shared/kernel/pack-basis.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

/** A report date of a year and what was sent on it; `sent` is null while nothing was. */
export interface ReportLine {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly on: string;
  readonly article: string;
  readonly isOverdue: boolean;
  readonly sent: {
    readonly entryId: number;
    readonly on: string;
    readonly receiver: string;
    readonly document: string;
    readonly files: number;
  } | null;
}

/**
 * The pack's report dates in a year, in the order of the days, with what was entered as sent. A date from before the office was set
 * up is not overdue: what was sent on it is not in the program.
 */
export function reportLines(ctx: Context, year: number): readonly ReportLine[] {
  const setUpAt = ctx.office.setUpAt();
  const setUpOn = setUpAt === null ? '' : localDayOf(setUpAt);
  const entries = ctx.registers.entriesOf(reportRegisterId).filter(({ withdrawn }) => withdrawn === null);
  return officePack(ctx)
    .reportDates.map(({ id, name, what, monthDay, source }) => {
      const on = `${year}-${monthDay}`;
      const entry = entries.find(({ cells }) => cells.report === name && cells.year === year);
      return {
        id,
        name,
        what,
        on,
        article: citeArticle(source),
        isOverdue: entry === undefined && on < ctx.today && on >= setUpOn,
        sent:
          entry === undefined
            ? null
            : {
                entryId: entry.id,
                on: entry.day,
                receiver: `${entry.cells.receiver}`,
                document: `${entry.cells.document}`,
                files: ctx.attachments.countOf('register-entry', entry.id),
              },
      };
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
