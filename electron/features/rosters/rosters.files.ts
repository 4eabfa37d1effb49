import type { FileRoutes } from '../../app/files.ts';
import { exchangeFiles } from './exchange.files.ts';
import { expertFiles } from './experts.files.ts';
import { importFiles } from './imports.files.ts';
import { objectFiles } from './objects.files.ts';
import { officerFiles } from './officers.files.ts';

/** Everything of the rosters that comes in or goes out as a file. */
export function rostersFiles(routes: FileRoutes): void {
  importFiles(routes);
  objectFiles(routes);
  officerFiles(routes);
  exchangeFiles(routes);
  expertFiles(routes);
}
