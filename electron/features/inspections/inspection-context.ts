import type { InspectionRefusals } from '../../../shared/features/inspections/refusals.ts';
import type { InspectionRow, InspectionView } from '../../../shared/features/inspections/views.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { WorkingCalendar } from '../../../shared/kernel/working-days.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { loadCalendar } from '../../app/resources.ts';

/** The office's policy pack and the announced working days. */
export function rulesOf(ctx: Context): { pack: PolicyPack; calendar: WorkingCalendar } {
  return { pack: officePack(ctx), calendar: loadCalendar(ctx.ports.places.resources) };
}

export function found(
  ctx: Context,
  inspectionId: number,
): Result<InspectionView, RefusalOf<Pick<InspectionRefusals, 'INSPECTION_NOT_FOUND'>>> {
  const inspection = ctx.inspections.inspectionById(inspectionId);
  return inspection === null ? refuse('INSPECTION_NOT_FOUND') : done(inspection);
}

/** How the ledger names an inspection. */
export function subjectOf({ objectName, taskNumber }: Pick<InspectionRow, 'objectName' | 'taskNumber'>): string {
  return `${taskNumber} ${objectName}`;
}
