import type { FileRoutes } from '../../app/files.ts';
import { applicationFiles } from './applications.files.ts';
import { counterFiles } from './counter.files.ts';
import { lookupFiles } from './lookups.files.ts';
import { recordFiles } from './records.files.ts';

/** Papers and files of the credit records; each room registers its own. */
export function creditFiles(routes: FileRoutes): void {
  lookupFiles(routes);
  counterFiles(routes);
  applicationFiles(routes);
  recordFiles(routes);
}
