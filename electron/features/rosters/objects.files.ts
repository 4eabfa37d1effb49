import { done, refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';

/** A workbook an export has made: fetched once, then forgotten. */
export function objectFiles({ download }: FileRoutes): void {
  download('rosters/exports/:id', 'rosters.export', ['operator', 'reviewer', 'leader'], ({ ctx, param }) => {
    const accountId = ctx.account?.id ?? 0;
    const file = ctx.rosters.exports.find(accountId, Number(param('id')));
    if (file === null) return refuse('EXPORT_GONE');
    ctx.rosters.exports.drop(accountId);
    return done(file);
  });
}
