import type { CheckItemRefusals } from './check-item-refusals.ts';
import type { JointPlanRefusals } from './joint-plan.ts';
import type { PlanState } from './plan.ts';

export interface PlansRefusals extends JointPlanRefusals, CheckItemRefusals {
  PLAN_ALREADY_IMPORTED: { readonly title: string; readonly importedAt: string };
  /** The preview is gone: the program was closed, or another file was uploaded since. */
  PLAN_STAGE_GONE: Record<never, never>;
  PLAN_SUBMITTED: { readonly title: string };
  PLAN_NOT_SUBMITTED: { readonly title: string };
  PLAN_WITHOUT_ROWS: { readonly title: string };
  DAY_IN_FUTURE: { readonly on: string };
  PUBLISHED_BEFORE_APPROVAL: { readonly publishedOn: string; readonly approvedOn: string };
  AMENDMENT_OPEN: { readonly serial: number };
  AMENDMENT_EMPTY: { readonly serial: number };
  AMENDMENT_SETTLED: { readonly serial: number; readonly state: PlanState };
  OWN_AMENDMENT: { readonly serial: number };
  AMENDED_BEFORE_APPROVAL: { readonly approvedOn: string; readonly earliest: string };
  PLAN_NOT_DRAFT: { readonly title: string };
  PLAN_NOT_APPROVED: { readonly title: string };
  OWN_PLAN: { readonly title: string };
  /** Every clause of the item has its task, and the plan names no frequency. */
  ITEM_HAS_TASKS: { readonly numbers: readonly string[] };
  QUOTA_BELOW_PLAN: { readonly asked: readonly string[] };
  /** An amendment of the plan changed or cancelled the item. */
  ITEM_NOT_IN_FORCE: { readonly title: string };
  /** The clause or the round named is not one of the item's. */
  NOT_OF_THE_ITEM: { readonly what: string };
  /** 综合查一次 asks fewer objects than an item visited along would by itself. */
  QUOTA_BELOW_FURTHER: {
    readonly title: string;
    readonly planned: string;
    readonly asked: number;
    readonly wanted: number;
  };
  /** 综合查一次: an item that is carried out once goes with one task only. */
  FURTHER_ITEM_TWICE: { readonly title: string };
  /** 定向 and a quota at once, or neither. */
  TASK_WITHOUT_OBJECTS: Record<never, never>;
  RECEIVED_LATER: { readonly receivedOn: string };
  OWN_TASK: { readonly number: string };
  /** The task is not in a state that allows it; `state` in words. */
  TASK_STATE: { readonly number: string; readonly state: string };
  /** A real draw of the task is frozen or done; it is voided first. */
  TASK_IS_DRAWN: { readonly number: string; readonly draw: string };
  TASK_DATES_REVERSED: { readonly fromOn: string; readonly toOn: string };
}
