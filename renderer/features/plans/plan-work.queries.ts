import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Approve,
  ChangeItem,
  NewOwnPlan,
  ProposeAmendment,
  PublishPlan,
  SaveItem,
  TypedItem,
} from '../../../shared/features/plans/plan-schemas.ts';
import type { BindClass, SetOccasion } from '../../../shared/features/plans/schemas.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type AmendmentLine = DataOf<typeof useAmendments>[number];
export type Classes = DataOf<typeof useClasses>;
export type Coverage = DataOf<typeof useCoverage>;

interface ById {
  readonly id: number;
}
interface WithOpinion extends ById {
  readonly opinion: string;
}
interface OfItem {
  readonly planId: number;
  readonly itemId: number;
}

export function usePlanRecord(id: number) {
  return useQuery(useTrpc().plans.record.queryOptions({ id }));
}

export function useAmendments(id: number) {
  return useQuery(useTrpc().plans.amendments.queryOptions({ id }));
}

/** How an item reads while it is typed; the last answer stays until the next one. */
export function useTypedReading(typed: z.input<typeof TypedItem>) {
  return useQuery(useTrpc().plans.readTyped.queryOptions(typed, { placeholderData: keepPreviousData }));
}

/** Items of the 随机抽查事项清单 in force, ready for an own plan. */
export function useListItems() {
  return useQuery(useTrpc().plans.listItems.queryOptions());
}

export function useClasses() {
  return useQuery(useTrpc().plans.classes.queryOptions());
}

export function useClassSuggestions(name: string) {
  return useQuery(useTrpc().plans.suggestClass.queryOptions({ name }));
}

export function useCoverage(year: number) {
  return useQuery(useTrpc().plans.coverage.queryOptions({ year }));
}

export function useCreateOwnPlan(manner: CommandManner<z.input<typeof NewOwnPlan>, { planId: number }>) {
  return useCommand(useTrpc().plans.createOwn.mutationOptions(), manner);
}
export function useSaveItem(manner: CommandManner<z.input<typeof SaveItem>, null>) {
  return useCommand(useTrpc().plans.saveItem.mutationOptions(), manner);
}
export function useRemoveItem(manner: CommandManner<OfItem, null>) {
  return useCommand(useTrpc().plans.removeItem.mutationOptions(), manner);
}
export function useMoveItem(manner: CommandManner<OfItem & { by: -1 | 1 }, null>) {
  return useCommand(useTrpc().plans.moveItem.mutationOptions(), manner);
}

export function useSubmitPlan(manner: CommandManner<WithOpinion, null>) {
  return useCommand(useTrpc().plans.submit.mutationOptions(), manner);
}
export function useReturnPlan(manner: CommandManner<WithOpinion, null>) {
  return useCommand(useTrpc().plans.returnPlan.mutationOptions(), manner);
}
export function useApprovePlan(manner: CommandManner<z.input<typeof Approve>, null>) {
  return useCommand(useTrpc().plans.approve.mutationOptions(), manner);
}
export function usePublishPlan(manner: CommandManner<z.input<typeof PublishPlan>, null>) {
  return useCommand(useTrpc().plans.publish.mutationOptions(), manner);
}

export function useProposeAmendment(manner: CommandManner<z.input<typeof ProposeAmendment>, { amendmentId: number }>) {
  return useCommand(useTrpc().plans.proposeAmendment.mutationOptions(), manner);
}
export function useChangeItem(manner: CommandManner<z.input<typeof ChangeItem>, null>) {
  return useCommand(useTrpc().plans.changeItem.mutationOptions(), manner);
}
export function useRemoveChange(manner: CommandManner<{ amendmentId: number; changeId: number }, null>) {
  return useCommand(useTrpc().plans.removeChange.mutationOptions(), manner);
}
export function useDiscardAmendment(manner: CommandManner<ById, null>) {
  return useCommand(useTrpc().plans.discardAmendment.mutationOptions(), manner);
}
export function useSubmitAmendment(manner: CommandManner<WithOpinion, null>) {
  return useCommand(useTrpc().plans.submitAmendment.mutationOptions(), manner);
}
export function useReturnAmendment(manner: CommandManner<WithOpinion, null>) {
  return useCommand(useTrpc().plans.returnAmendment.mutationOptions(), manner);
}
export function useApproveAmendment(manner: CommandManner<z.input<typeof Approve>, null>) {
  return useCommand(useTrpc().plans.approveAmendment.mutationOptions(), manner);
}

export function useBindClass(manner: CommandManner<z.input<typeof BindClass>, null>) {
  return useCommand(useTrpc().plans.bindClass.mutationOptions(), manner);
}
export function useUnbindClass(manner: CommandManner<{ name: string }, null>) {
  return useCommand(useTrpc().plans.unbindClass.mutationOptions(), manner);
}
export function useSetOccasion(manner: CommandManner<z.input<typeof SetOccasion>, null>) {
  return useCommand(useTrpc().plans.setOccasion.mutationOptions(), manner);
}
