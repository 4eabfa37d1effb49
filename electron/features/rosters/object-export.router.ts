import { z } from 'zod';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import { objectColumns, objectSheetName } from '../../../shared/features/rosters/object-columns.ts';
import { objectListColumns } from '../../../shared/features/rosters/object-list.ts';
import { Day, neededText, ObjectExport } from '../../../shared/features/rosters/schemas.ts';
import { endOfDay } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type RowsToExport, startExport } from '../../app/export-job.ts';
import { command } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';

import { lineCells } from './object-line-cells.ts';
import { masked, objectRow } from './roster-sheets.ts';

const everyone = ['operator', 'reviewer', 'leader'] as const;

/** 导出检查对象名录: a job each; the file is fetched when it has ended. */
export const objectExportCalls = {
  /** As the list shows it, or every field; telephone and identity card numbers masked. */
  exportObjects: command('rosters.export', { may: everyone })
    .input(ObjectExport)
    .mutation(({ ctx, input }) => {
      const rows = rowsOf(ctx, input, { isFull: false });
      if (rows.total === 0) return refuse('NOTHING_TO_EXPORT');
      const jobId = startExport(ctx, ctx.rosters.exports, `${objectSheetName}-${ctx.today}.xlsx`, rows);
      return noted({ jobId }, objectSheetName, { entries: rows.total });
    }),

  /** With telephone and identity card numbers: says why. */
  exportObjectsFull: command('rosters.export-full', { may: ['operator'] })
    .input(ObjectExport.extend({ reason: neededText('导出事由') }))
    .mutation(({ ctx, input }) => {
      const rows = rowsOf(ctx, input, { isFull: true });
      if (rows.total === 0) return refuse('NOTHING_TO_EXPORT');
      const jobId = startExport(ctx, ctx.rosters.exports, `${objectSheetName}（完整）-${ctx.today}.xlsx`, rows);
      return noted({ jobId }, objectSheetName, { entries: rows.total, reason: input.reason });
    }),

  /** 某日名录: the roster as it stood at the end of a day, in the layout of the template, masked. */
  exportObjectsOn: command('rosters.export', { may: everyone })
    .input(z.object({ on: Day, text: z.string().trim().max(100).default('') }))
    .mutation(({ ctx, input: { on, text } }) => {
      const read = (offset: number, limit: number) => ctx.rosters.objectsBefore(endOfDay(on), { text, offset, limit });
      const { total } = read(0, 1);
      if (total === 0) return refuse('NOTHING_TO_EXPORT');
      const part = (offset: number, limit: number) =>
        read(offset, limit).objects.map(({ entry }) => objectRow(masked(entry)));
      const rows = { sheet: objectSheetName, columns: objectColumns, total, part };
      const jobId = startExport(ctx, ctx.rosters.exports, `${objectSheetName}-${on}当日.xlsx`, rows);
      return noted({ jobId }, objectSheetName, { entries: total, on });
    }),
};

function rowsOf(ctx: Context, input: ObjectExport, { isFull }: { isFull: boolean }): RowsToExport {
  const { filter, sort, descending, columns } = input;
  const ids = ctx.rosters.objectIds(filter, { sort, descending });
  const cut = (offset: number, limit: number) => ids.slice(offset, offset + limit);
  const common = { sheet: objectSheetName, total: ids.length };
  if (columns === null) {
    const shown = (entry: ObjectEntry) => objectRow(isFull ? entry : masked(entry));
    return {
      ...common,
      columns: objectColumns,
      part: (offset, limit) => ctx.rosters.objectEntries(cut(offset, limit)).map(shown),
    };
  }
  const wanted = columns.flatMap((key) => objectListColumns.find((column) => column.key === key) ?? []);
  return {
    ...common,
    columns: wanted,
    part: (offset, limit) =>
      ctx.rosters.objectRows(cut(offset, limit)).map((row) => wanted.map(({ key }) => lineCells[key](row, isFull))),
  };
}
