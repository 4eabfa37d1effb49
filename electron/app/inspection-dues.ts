import type { DueLine } from '../../shared/features/home/summary.ts';
import { type Due, nextDue } from '../../shared/features/inspections/deadlines.ts';
import type { InspectionRow } from '../../shared/features/inspections/views.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { loadCalendar } from './resources.ts';

const stepTitles: Readonly<Record<Due['step'], string>> = {
  inspect: '完成检查',
  publish: '录入并公示结果',
  close: '完结处置',
};

/** What is to be done next about inspections, as the asker may see them. */
export function inspectionDues(ctx: Context, rows: readonly InspectionRow[]): readonly DueLine[] {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  return rows.flatMap((row) => {
    const due = nextDue(row, ctx.today, pack, calendar);
    if (due === null) return [];
    const { step, on, article, overdue, estimated } = due;
    const path = `/inspections?open=${row.id}`;
    const subject = row.objectName;
    return [{ what: stepTitles[step], subject, on, article, isOverdue: overdue, isEstimate: estimated, path }];
  });
}
