import { checkRecordsFile, type RecordsFile } from '../features/credit/check-records-file.ts';
import { checkObjectsFile, type ObjectsFile } from '../features/rosters/check-objects-file.ts';
import { parseWorkbook } from '../workbooks/parse.ts';
import { renderWorkbook, type WorkbookSpec } from '../workbooks/write.ts';
import { serveTask } from './serve-task.ts';

export type WorkbookTask =
  | { readonly task: 'read'; readonly bytes: Uint8Array }
  | { readonly task: 'check-objects'; readonly file: ObjectsFile }
  | { readonly task: 'check-records'; readonly file: RecordsFile }
  | { readonly task: 'write'; readonly spec: WorkbookSpec };

serveTask<WorkbookTask, unknown>((job, progress) => {
  switch (job.task) {
    case 'read':
      return parseWorkbook(job.bytes);
    case 'check-objects':
      return checkObjectsFile(job.file, progress);
    case 'check-records':
      return checkRecordsFile(job.file, progress);
    case 'write':
      return renderWorkbook(job.spec, progress);
  }
});
