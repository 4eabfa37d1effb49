import type { Result } from '../../shared/kernel/result.ts';
import type { Sheet } from '../../shared/kernel/sheet.ts';
import { type Pool, type RunOptions, workerErrorCode } from '../workers/pool.ts';
import type { WorkbookTask } from '../workers/workbook.worker.ts';
import { LIMITS, refuseByLook, refuseWorkbook, type WorkbookRefusal } from './limits.ts';

/**
 * Reads an .xlsx or a .csv in a worker with 60 s and 512 MB. Whatever is wrong with the file is a refusal; only a cancelled
 * task (`signal`) and a closed pool reject.
 */
export function readWorkbook(
  pool: Pool,
  bytes: Uint8Array,
  options: Pick<RunOptions, 'signal'> = {},
): Promise<Result<Sheet[], WorkbookRefusal>> {
  return inWorkbookWorker(pool, bytes, { task: 'read', bytes }, options);
}

/** A file from this size on leaves a worker with hundreds of MB it no longer needs. */
const LARGE = 1024 * 1024;

/** Runs a task on an uploaded file behind the same limits. */
export async function inWorkbookWorker<R extends Result<unknown>>(
  pool: Pool,
  bytes: Uint8Array,
  task: WorkbookTask,
  options: Pick<RunOptions, 'signal' | 'onProgress' | 'handOver'> = {},
): Promise<R | WorkbookRefusal> {
  const unlikely = refuseByLook(bytes);
  if (unlikely !== undefined) return unlikely;
  try {
    const endsWorker = bytes.length > LARGE;
    const limits = { timeoutMs: LIMITS.seconds * 1_000, maxMemoryMb: LIMITS.megabytes, endsWorker };
    return await pool.run<WorkbookTask, R>('workbook', task, { ...options, ...limits });
  } catch (error) {
    switch (workerErrorCode(error)) {
      case 'WORKER_TIMEOUT':
        return refuseWorkbook('WORKBOOK_TOO_SLOW', { seconds: LIMITS.seconds });
      case 'WORKER_OUT_OF_MEMORY':
        return refuseWorkbook('WORKBOOK_TOO_HEAVY', { megabytes: LIMITS.megabytes });
      case 'WORKER_CRASHED':
        return refuseWorkbook('WORKBOOK_DAMAGED', { part: 'xml' });
      default:
        throw error;
    }
  }
}
