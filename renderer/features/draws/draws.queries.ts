import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DrawSetting, SaveDraft, VoidDraw } from '../../../shared/features/draws/schemas.ts';
import type { ListFrozen } from '../../../shared/features/grading/schemas.ts';
import { byPost, useTrpc, useTrpcClient } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

export function useDraws() {
  const trpc = useTrpc();
  return useQuery(trpc.draws.list.queryOptions());
}

export type DrawRow = NonNullable<ReturnType<typeof useDraws>['data']>[number];

export function useDraw(drawId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.byId.queryOptions({ drawId }));
}

/** A page of the grades as they stood at the freezing. */
export function useFrozenGrades(list: ListFrozen) {
  return useQuery(useTrpc().grading.frozen.queryOptions(list, { placeholderData: keepPreviousData }));
}

export type FrozenGrades = NonNullable<NonNullable<ReturnType<typeof useFrozenGrades>['data']>>;

export function useFrozenExport() {
  return useCommand(useTrpc().grading.exports.frozen.mutationOptions());
}

/** To whom the 验证包 went, newest first. */
export function useHandedOver(drawId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.handedOver.queryOptions({ drawId }));
}

export type Draw = NonNullable<ReturnType<typeof useDraw>['data']>;

export function useDrawTasks() {
  const trpc = useTrpc();
  return useQuery(trpc.draws.tasks.queryOptions());
}

export function useDrawTask(taskId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.forTask.queryOptions({ taskId }));
}

export type DrawTask = NonNullable<ReturnType<typeof useDrawTask>['data']>;

/** Everyone a draw of the task is about; settings do not change it. */
export function useCandidates(taskId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.candidates.queryOptions({ taskId }, { staleTime: 60_000 }));
}

export type Candidates = NonNullable<ReturnType<typeof useCandidates>['data']>;

/** What would be frozen with this setting; the one before stays in sight while the next is computed. */
export function usePreview(setting: DrawSetting) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.preview.queryOptions(setting, { ...byPost, placeholderData: keepPreviousData }));
}

export type Preview = NonNullable<ReturnType<typeof usePreview>['data']>;

/** What was settled before; read anew whenever the page opens. */
export function useDraft(taskId: number, isRehearsal: boolean | null) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.draft.queryOptions({ taskId, isRehearsal }, { staleTime: 0, gcTime: 0 }));
}

export type Draft = NonNullable<ReturnType<typeof useDraft>['data']>;

/** Draws in preparation. */
export function useDrafts() {
  const trpc = useTrpc();
  return useQuery(trpc.draws.drafts.queryOptions());
}

export function useDropDraft() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.dropDraft.mutationOptions(), { done: '已放弃准备' });
}

/** Keeps a draft and gives the instant, or null where it could not be kept. Other queries stay as they are. */
export function useSaveDraft(): (draft: SaveDraft) => Promise<string | null> {
  const client = useTrpcClient();
  return useCallback(
    async (draft) => {
      try {
        const kept = await client.draws.saveDraft.mutate(draft);
        return kept.ok ? kept.value.savedAt : null;
      } catch {
        // Said on the page as 未保存; the next change tries again.
        return null;
      }
    },
    [client],
  );
}

/** Who attended earlier draws, newest first, to choose from. */
export function useKnownAttendants() {
  const trpc = useTrpc();
  return useQuery(trpc.draws.knownAttendants.queryOptions());
}

export function useFreeze(onDone: (drawId: number) => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.freeze.mutationOptions(), {
    quiet: true,
    done: ({ number }) => `已冻结，抽取编号 ${number}`,
    onDone: ({ drawId }) => onDone(drawId),
  });
}

export function useDrawObjects() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.drawObjects.mutationOptions(), { done: ({ drawn }) => `已抽取${drawn}户` });
}

export function useDrawOfficers() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.drawOfficers.mutationOptions(), { done: '已排定检查人员' });
}

export function useAmendOfficers(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.amendOfficers.mutationOptions(), {
    quiet: true,
    done: ({ stage }) => `已公布第${stage}次人员名单`,
    onDone,
  });
}

export function useRecord() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.record.mutationOptions(), { done: '笔录已生成' });
}

export function useVoid(manner: CommandManner<VoidDraw, null>) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.void.mutationOptions(), { quiet: true, done: '已作废', ...manner });
}

/** Scans of the signed sheets, in the order they were attached. */
export function useScans(drawId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.scans.queryOptions({ drawId }));
}

export function useWithdrawScan() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.withdrawScan.mutationOptions(), { quiet: true, done: '已标为作错，请存入正确的扫描件' });
}
