import { setImmediate } from 'node:timers/promises';
import { done, refuse } from '../../shared/kernel/result.ts';
import { type CellValue, type ColumnSpec, writeWorkbook } from '../workbooks/write.ts';
import type { Context } from './context.ts';
import { type FileReply, xlsx } from './files.ts';
import type { Stages } from './stages.ts';

/** What an export is made of: rows are read in parts, so that the program goes on answering meanwhile. */
export interface RowsToExport {
  readonly sheet: string;
  readonly columns: readonly ColumnSpec[];
  /** What a second sheet says of them. */
  readonly notes?: readonly string[];
  readonly total: number;
  /** `limit` rows from `offset` on. */
  readonly part: (offset: number, limit: number) => readonly (readonly CellValue[])[];
}

/** Rows read at a time. */
const PART = 2_000;

/** Starts writing the workbook and gives the job's number; the file waits in `exports` under the number the job ends with. */
export function startExport(
  ctx: Context,
  exports: Stages<FileReply>,
  fileName: string,
  rowsToExport: RowsToExport,
): number {
  const accountId = ctx.account?.id ?? 0;
  const { sheet, columns, notes = [], total, part } = rowsToExport;
  return ctx.jobs.start(accountId, `导出${sheet}`, ctx.now, async (signal, progress) => {
    const rows: (readonly CellValue[])[] = [];
    // Reading and writing are half of the bar each.
    while (rows.length < total) {
      await setImmediate();
      signal.throwIfAborted();
      const read = part(rows.length, PART);
      if (read.length === 0) break;
      rows.push(...read);
      progress(Math.floor(rows.length / 2), total);
    }
    const spec = { sheets: [{ name: sheet, columns, rows }], notes, createdAt: ctx.now };
    const bytes = await writeWorkbook(ctx.ports.pool, spec, {
      signal,
      onProgress: (written) => progress(Math.floor((total + written) / 2), total),
    });
    return done({ exportId: exports.keep(accountId, { name: fileName, type: xlsx, bytes }) });
  });
}

/** A workbook an export has made: fetched once by who started it, then forgotten. */
export function madeExport(ctx: Context, exports: Stages<FileReply>, id: number) {
  const accountId = ctx.account?.id ?? 0;
  const file = exports.find(accountId, id);
  if (file === null) return refuse('EXPORT_GONE');
  exports.drop(accountId);
  return done(file);
}
