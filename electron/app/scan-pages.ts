import type { ScannedFile } from '../../shared/kernel/document.ts';
import type { PrintTask } from '../workers/print.worker.ts';
import type { Context } from './context.ts';

/** How many pages a scan has, read in a worker with limits; null where it does not read. */
export async function pagesOfScan({ ports }: Context, file: ScannedFile): Promise<number | null> {
  const task: PrintTask = { kind: 'count-pages', file };
  try {
    return await ports.pool.run<PrintTask, number | null>('print', task, { timeoutMs: 20_000, maxMemoryMb: 512 });
  } catch {
    // A file that takes the worker down is as good as damaged.
    return null;
  }
}
