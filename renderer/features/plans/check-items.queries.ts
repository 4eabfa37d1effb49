import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ItemReason } from '../../../shared/features/plans/check-item-schemas.ts';
import type { CheckItemEntry } from '../../../shared/features/plans/check-items.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type ListVersion = DataOf<typeof useListVersion>;
export type CheckItemLine = ListVersion['items'][number];
export type Lack = ListVersion['lacks'][number];
export type StagedItems = DataOf<typeof useItemStage>;

/** The list in force on a day; today where none is given. */
export function useListInForce(on: string | null) {
  return useQuery(useTrpc().plans.checkItems.inForce.queryOptions({ on }, { placeholderData: keepPreviousData }));
}

export function useListVersions() {
  return useQuery(useTrpc().plans.checkItems.versions.queryOptions());
}

export function useListVersion(id: number) {
  return useQuery(useTrpc().plans.checkItems.version.queryOptions({ id }));
}

export function useListComparison(from: number | null, to: number | null) {
  const pair = { from: from ?? 0, to: to ?? 0 };
  const enabled = from !== null && to !== null;
  return useQuery(useTrpc().plans.checkItems.compare.queryOptions(pair, { enabled }));
}

export function useItemStage(stageId: number | null) {
  const options = { enabled: stageId !== null };
  return useQuery(useTrpc().plans.checkItems.stage.queryOptions({ stageId: stageId ?? 0 }, options));
}

/** 本机关的股室, to choose the 主管股室 from. */
export function useSections() {
  return useQuery(useTrpc().office.sections.queryOptions());
}

export function useDraftList(manner: CommandManner<void, { listId: number }>) {
  return useCommand(useTrpc().plans.checkItems.draft.mutationOptions(), manner);
}

export function useDescribeList(
  manner: CommandManner<{ listId: number; title: string; ordinaryLimitBp: number | null }, null>,
) {
  return useCommand(useTrpc().plans.checkItems.describe.mutationOptions(), manner);
}

interface SaveItem {
  readonly listId: number;
  readonly code: string | null;
  readonly item: CheckItemEntry;
  readonly because: ItemReason | null;
}

export function useSaveItem(manner: CommandManner<SaveItem, { code: string }>) {
  return useCommand(useTrpc().plans.checkItems.saveItem.mutationOptions(), manner);
}

export function useRemoveItem(
  manner: CommandManner<{ listId: number; code: string; because: ItemReason | null }, null>,
) {
  return useCommand(useTrpc().plans.checkItems.removeItem.mutationOptions(), manner);
}

export function useRestoreItem(manner: CommandManner<{ listId: number; code: string }, null>) {
  return useCommand(useTrpc().plans.checkItems.restoreItem.mutationOptions(), manner);
}

export function useOrderItems(manner: CommandManner<{ listId: number; codes: readonly string[] }, null>) {
  return useCommand(useTrpc().plans.checkItems.orderItems.mutationOptions(), manner);
}

export function useDropList(manner: CommandManner<{ listId: number }, null>) {
  return useCommand(useTrpc().plans.checkItems.drop.mutationOptions(), manner);
}

export function useSubmitList(manner: CommandManner<{ listId: number }, null>) {
  return useCommand(useTrpc().plans.checkItems.submit.mutationOptions(), manner);
}

interface ReviewList {
  readonly listId: number;
  readonly decision: 'approve' | 'return';
  readonly opinion: string;
  readonly approvalNumber: string;
}

export function useReviewList(manner: CommandManner<ReviewList, { version: number | null }>) {
  return useCommand(useTrpc().plans.checkItems.review.mutationOptions(), manner);
}

export function usePublishList(
  manner: CommandManner<{ listId: number; publishedOn: string; approvalNumber: string }, null>,
) {
  return useCommand(useTrpc().plans.checkItems.publish.mutationOptions(), manner);
}

export function useConfirmItems(
  manner: CommandManner<
    { stageId: number; because: ItemReason | null },
    { listId: number; added: number; changed: number }
  >,
) {
  return useCommand(useTrpc().plans.checkItems.confirmImport.mutationOptions(), manner);
}
