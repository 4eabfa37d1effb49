import { parseWorkbook } from '../workbooks/parse.ts';
import { renderWorkbook, type WorkbookSpec } from '../workbooks/write.ts';
import { serveTask } from './serve-task.ts';

export type WorkbookTask =
  | { readonly task: 'read'; readonly bytes: Uint8Array }
  | { readonly task: 'write'; readonly spec: WorkbookSpec };

serveTask<WorkbookTask, unknown>((job, progress) =>
  job.task === 'read' ? parseWorkbook(job.bytes) : renderWorkbook(job.spec, progress),
);
