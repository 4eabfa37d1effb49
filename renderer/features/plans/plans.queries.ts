import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PoolFilter } from '../../../shared/features/plans/task.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type PlanLine = DataOf<typeof usePlans>[number];
export type ItemLine = DataOf<typeof usePlanItems>['items'][number];
export type StagedPlan = DataOf<typeof usePlanStage>;

export function usePlans() {
  return useQuery(useTrpc().plans.list.queryOptions());
}

/** The plan's table as it stands, or as it stood on a day. */
export function usePlanItems(id: number, on: string | null = null) {
  const asked = on === null ? { id } : { id, on };
  return useQuery(useTrpc().plans.items.queryOptions(asked, { placeholderData: keepPreviousData }));
}

export function usePlanStage(stageId: number | null) {
  const options = useTrpc().plans.stage.queryOptions({ stageId: stageId ?? 0 }, { enabled: stageId !== null });
  return useQuery(options);
}

export function usePoolCount(filter: PoolFilter) {
  return useQuery(useTrpc().plans.poolCount.queryOptions(filter, { placeholderData: keepPreviousData }));
}

export function usePoolChoices() {
  return useQuery(useTrpc().plans.poolChoices.queryOptions());
}

export function usePlanDepartments() {
  return useQuery(useTrpc().plans.departments.queryOptions());
}

export function useConfirmPlan(manner: CommandManner<{ stageId: number; year: number }, { planId: number }>) {
  return useCommand(useTrpc().plans.confirmImport.mutationOptions(), manner);
}

export function useUndoPlan(manner: CommandManner<{ id: number }, null>) {
  return useCommand(useTrpc().plans.undoImport.mutationOptions(), manner);
}
