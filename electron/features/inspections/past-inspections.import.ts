import { checkPast, type PastCheck } from '../../../shared/features/inspections/check-past.ts';
import type { PastInspectionDraft } from '../../../shared/features/inspections/past-inspections.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import type { Staged, StagingRefusal } from '../../../shared/kernel/staging.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';

/** Rosters, plans, entries and this office as they are now. */
export function pastCheck(ctx: Context): PastCheck {
  const { grounds } = ctx.inspections.past;
  const bureau = ctx.office.bureau();
  if (bureau === null) throw new Error('no bureau');
  return {
    objects: grounds.objects(),
    officers: grounds.officers(),
    itemNames: grounds.itemNames(),
    past: grounds.known(),
    drawn: grounds.drawn(),
    bureau,
    departments: officePack(ctx).departments,
    today: ctx.today,
  };
}

/** Checks what was read; nothing is written. */
export function stagePast(ctx: Context, sheets: readonly Sheet[]): Result<Staged<PastInspectionDraft>, StagingRefusal> {
  return checkPast(sheets, pastCheck(ctx));
}
