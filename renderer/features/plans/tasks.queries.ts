import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { NewTask, NewTasks, PoolQuestion, ProposedTask } from '../../../shared/features/plans/schemas.ts';
import { useTrpc, useTrpcClient } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type TaskLine = DataOf<typeof useTaskLines>[number];
export type TaskDraft = DataOf<typeof useTaskDraft>['draft'];
export type PoolPage = DataOf<typeof useTaskPool>;
export type PoolOf = z.input<typeof PoolQuestion>['of'];
export type NewTaskInput = z.input<typeof NewTask>;
type Made = { readonly id: number; readonly number: string };

/** All names of a pool in one answer, for export. */
const everyName = 1_000_000;

export function useTaskDraft(itemId: number) {
  return useQuery(useTrpc().plans.draftTask.queryOptions({ itemId }));
}

export function useFurtherItems() {
  return useQuery(useTrpc().plans.furtherItems.queryOptions());
}

export function useDueRounds() {
  return useQuery(useTrpc().plans.dueRounds.queryOptions());
}

export function useProposalDraft(campaignId: number | null) {
  return useQuery(useTrpc().plans.proposalDraft.queryOptions({ campaignId }));
}

/** The pool of a task, or of what a form would make; the last answer stays until the next one. */
export function useTaskPool(question: z.input<typeof PoolQuestion>) {
  return useQuery(useTrpc().plans.taskPool.queryOptions(question, { placeholderData: keepPreviousData }));
}

export function useAllOfPool(question: z.input<typeof PoolQuestion>) {
  const client = useTrpcClient();
  return async () => (await client.plans.taskPool.query({ ...question, offset: 0, limit: everyName })).lines;
}

export function useTaskLines() {
  return useQuery(useTrpc().plans.taskLines.queryOptions());
}

/** Objects of the roster by name, code or initials, for naming those of a 定向 task. */
export function useObjectsLike(text: string) {
  const options = { enabled: text !== '', placeholderData: keepPreviousData };
  return useQuery(useTrpc().rosters.objects.queryOptions({ text, limit: 20 }, options));
}

export function useCreateTasks(manner: CommandManner<z.input<typeof NewTasks>, readonly Made[]>) {
  return useCommand(useTrpc().plans.createTasks.mutationOptions(), manner);
}

export function useProposeTask(manner: CommandManner<ProposedTask, Made>) {
  return useCommand(useTrpc().plans.proposeTask.mutationOptions(), manner);
}

export function useApproveTask(manner: CommandManner<{ id: number }, null>) {
  return useCommand(useTrpc().plans.approveTask.mutationOptions(), manner);
}

export function useCancelTask(manner: CommandManner<{ id: number; reason: string }, null>) {
  return useCommand(useTrpc().plans.cancelTask.mutationOptions(), manner);
}
