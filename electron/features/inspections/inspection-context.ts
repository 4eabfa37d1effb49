import type { InspectionView } from '../../../shared/features/inspections/views.ts';
import type { AllRefusals } from '../../../shared/features/refusals.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { WorkingCalendar } from '../../../shared/kernel/working-days.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { loadCalendar } from '../../app/resources.ts';
import { isHiddenFrom } from '../../app/targets.ts';

/** The office's policy pack and the announced working days. */
export function rulesOf(ctx: Context): { pack: PolicyPack; calendar: WorkingCalendar } {
  return { pack: officePack(ctx), calendar: loadCalendar(ctx.ports.places.resources) };
}

type Hindered = RefusalOf<Pick<AllRefusals, 'INSPECTION_NOT_FOUND' | 'TARGETS_NOT_PUBLIC'>>;

/** The inspection, unless the asker need not know whom it is about yet. */
export function found(ctx: Context, inspectionId: number): Result<InspectionView, Hindered> {
  const inspection = ctx.inspections.inspectionById(inspectionId);
  if (inspection === null) return refuse('INSPECTION_NOT_FOUND');
  const { drawNumber: number } = inspection;
  return isHiddenFrom(ctx)(inspection) ? refuse('TARGETS_NOT_PUBLIC', { number }) : done(inspection);
}
