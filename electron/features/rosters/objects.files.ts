import { madeExport } from '../../app/export-job.ts';
import type { FileRoutes } from '../../app/files.ts';

/** What an export of objects has made. */
export function objectFiles({ download }: FileRoutes): void {
  download('rosters/exports/:id', 'rosters.export', ['operator', 'reviewer', 'leader'], ({ ctx, param }) =>
    madeExport(ctx, ctx.rosters.exports, Number(param('id'))),
  );
}
