import { parseWorkbook } from '../../electron/workbooks/parse.ts';
import type { Done, Refusal } from '../../shared/kernel/result.ts';
import type { Office } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

/** The rows below the headings of the workbook that an export of the feature makes, as text; waits for its job. */
export async function exportedRows(
  office: Office,
  role: Parameters<Office['as']>[0],
  feature: string,
  started: Done<{ readonly jobId: number }> | Refusal,
): Promise<readonly (readonly string[])[]> {
  const { exportId } = await finishedJob<{ exportId: number }>(office, role, must(started).jobId);
  const [sheet] = must(await parseWorkbook(await office.download(role, `/files/${feature}/exports/${exportId}`)));
  return (sheet?.rows ?? []).slice(1).map(({ cells }) => cells.map(({ text }) => text));
}
