import { publicityDueOf } from '../../../shared/features/credit/publicity.ts';
import {
  exportColumns,
  exportRow,
  type PublicityLine,
  platformColumns,
  platformRow,
  publicityColumns,
  publicityRow,
} from '../../../shared/features/credit/record-sheets.ts';
import { PublicityFilter, RecordFilter } from '../../../shared/features/credit/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type RowsToExport, startExport } from '../../app/export-job.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, router } from '../../app/procedures.ts';
import { publicityOverview } from '../../app/publicity-dues.ts';
import { loadCalendar } from '../../app/resources.ts';
import { noted } from '../../app/run-command.ts';
import type { CellValue } from '../../workbooks/write.ts';
import type { ListFilter, RecordLine } from './record-list.repo.ts';

const may = { may: ['operator', 'reviewer', 'leader'] } as const;
/** A workbook of more is of no use, and takes the memory of a small PC. */
const MOST = 200_000;

/** What is handed out: a job each; the file is fetched when it has ended. No grade, no phone, no identity number, no whole name of a person. */
export const recordExportsRouter = router({
  /** 导出: what the list keeps, in the layout of the template. */
  records: command('credit.export', may)
    .input(RecordFilter)
    .mutation(({ ctx, input }) => {
      const rows = rowsOf(ctx, input, { sheet: '信用记录', columns: exportColumns, row: exportRow });
      const barred = barredBy(rows.total);
      if (barred !== null) return barred;
      const jobId = startExport(ctx, ctx.credit.exports, `信用记录-${ctx.today}.xlsx`, rows);
      return noted({ jobId }, '信用记录', { entries: rows.total, filter: input });
    }),

  /** For the 国家企业信用信息公示系统 (霍林郭勒方案 三（一）). */
  platform: command('credit.platform-export', may)
    .input(RecordFilter)
    .mutation(({ ctx, input }) => {
      const filter = { ...input, outsideOn: ctx.today };
      const rows = rowsOf(ctx, filter, { sheet: '信用信息归集', columns: platformColumns, row: platformRow });
      const barred = barredBy(rows.total);
      if (barred !== null) return barred;
      const jobId = startExport(ctx, ctx.credit.exports, `公示系统归集表-${ctx.today}.xlsx`, rows);
      return noted({ jobId }, '国家企业信用信息公示系统归集表', { entries: rows.total, filter: input });
    }),

  /** 双公示台账 as a workbook. */
  publicity: command('credit.export', may)
    .input(PublicityFilter)
    .mutation(({ ctx, input }) => {
      const line = publicityLineOf(ctx);
      const rows = rowsOf(ctx, publicityFilter(ctx, input), {
        sheet: '双公示台账',
        columns: publicityColumns,
        row: (record) => publicityRow(line(record)),
      });
      const barred = barredBy(rows.total);
      if (barred !== null) return barred;
      const jobId = startExport(ctx, ctx.credit.exports, `双公示台账-${ctx.today}.xlsx`, rows);
      return noted({ jobId }, '双公示台账', { entries: rows.total, filter: input });
    }),
});

interface SheetOf extends Pick<RowsToExport, 'sheet' | 'columns'> {
  readonly row: (record: RecordLine) => readonly CellValue[];
}

function rowsOf(ctx: Context, filter: ListFilter, { sheet, columns, row }: SheetOf): RowsToExport {
  const read = (offset: number, limit: number) =>
    ctx.credit.listRecords(filter, { sort: 'happenedOn', descending: false, offset, limit });
  return { sheet, columns, total: read(0, 1).total, part: (offset, limit) => read(offset, limit).lines.map(row) };
}

function barredBy(total: number) {
  if (total === 0) return refuse('CREDIT_NOTHING_TO_EXPORT');
  return total > MOST ? refuse('CREDIT_TOO_MANY', { found: total, most: MOST }) : null;
}

/** The filter of the 双公示台账 as the list takes it. */
export function publicityFilter(ctx: Context, { isOverdue, ...filter }: PublicityFilter): ListFilter {
  return { ...filter, isPublicised: true, overdue: isOverdue ? publicityOverview(ctx).terms : null };
}

/** Each record with the last day of its publication, published or not. */
export function publicityLineOf(ctx: Context): (record: RecordLine) => PublicityLine {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  return (record) => {
    const dueOn = publicityDueOf(pack, record, calendar)?.on ?? null;
    const isOverdue =
      dueOn !== null && dueOn < ctx.today && record.publicity === 'pending' && record.withdrawn === null;
    return { ...record, dueOn, isOverdue };
  };
}
