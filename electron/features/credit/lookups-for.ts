import type { Context } from '../../app/context.ts';
import { isHiddenFrom } from '../../app/targets.ts';
import type { Lookup } from './lookups.repo.ts';

/** Lookups as the asker may see them: those for an inspection whose object is hidden from him are left out. */
export function lookupsFor(ctx: Context, lookups: readonly Lookup[]): readonly Lookup[] {
  const isHidden = isHiddenFrom(ctx);
  return lookups.filter(({ inspectionId }) => {
    const row = inspectionId === null ? null : ctx.inspections.inspectionById(inspectionId);
    return row === null || !isHidden(row);
  });
}
