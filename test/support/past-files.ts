import { renderWorkbook } from '../../electron/workbooks/write.ts';
import { type PastField, pastColumns, pastSheetName } from '../../shared/features/inspections/past-columns.ts';
import type { Office } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

export type PastRow = Partial<Record<PastField, string | number>>;

/** A workbook of 以往检查 in the layout of the template; the first row below the headings is row 2. */
export function pastWorkbook(rows: readonly PastRow[]): Promise<Uint8Array> {
  const cells = rows.map((row) => pastColumns.map(({ key }) => row[key] ?? null));
  // Text columns would turn numbers into text on writing; a hand-made file has them as they were typed.
  const columns = pastColumns.map((column) => ({
    ...column,
    kind: rows.some((row) => typeof row[column.key] === 'number') ? ('number' as const) : ('text' as const),
  }));
  return renderWorkbook({
    sheets: [{ name: pastSheetName, columns, rows: cells }],
    createdAt: '2026-09-01T00:00:00.000Z',
  });
}

/** Uploads the file as 经办人 and gives the number of what waits to be confirmed. */
export async function stagePastFile(office: Office, bytes: Uint8Array, fileName = '以往检查.xlsx'): Promise<number> {
  const { jobId } = must(
    await office.upload<{ jobId: number }>('operator', '/uploads/inspections/past', bytes, fileName),
  );
  return (await finishedJob<{ stageId: number }>(office, 'operator', jobId)).stageId;
}
