import type { CheckItemRefusals } from './check-item-refusals.ts';
import type { JointPlanRefusals } from './joint-plan.ts';

export interface PlansRefusals extends JointPlanRefusals, CheckItemRefusals {
  PLAN_ALREADY_IMPORTED: { readonly title: string; readonly importedAt: string };
  /** The preview is gone: the program was closed, or another file was uploaded since. */
  PLAN_STAGE_GONE: Record<never, never>;
  PLAN_NOT_DRAFT: { readonly title: string };
  PLAN_NOT_APPROVED: { readonly title: string };
  OWN_PLAN: { readonly title: string };
  /** Every clause of the item has its task, and the plan names no frequency. */
  ITEM_HAS_TASKS: { readonly numbers: readonly string[] };
  QUOTA_BELOW_PLAN: { readonly asked: readonly string[] };
  TASK_DATES_REVERSED: { readonly fromOn: string; readonly toOn: string };
}
