import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DrawSetting, VoidDraw } from '../../../shared/features/draws/schemas.ts';
import { inBackground, useTrpc } from '../../api/client.ts';
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

/** What would be frozen with this setting; the one before stays in sight while the next is computed. */
export function usePreview(setting: DrawSetting) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.preview.queryOptions(setting, { placeholderData: keepPreviousData }));
}

export type Preview = NonNullable<ReturnType<typeof usePreview>['data']>;

/** What the hall sees, every second; also while the operator's screen is locked. */
export function useProjection(drawId: number) {
  const trpc = useTrpc();
  return useQuery(
    trpc.draws.projector.queryOptions(
      { drawId },
      { ...inBackground, refetchInterval: 1_000, refetchIntervalInBackground: true },
    ),
  );
}

export type Projection = NonNullable<ReturnType<typeof useProjection>['data']>;

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

export function useEnterDigits(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.enterDigits.mutationOptions(), {
    quiet: true,
    done: ({ digits, normalised }) => `已录入 ${digits}${normalised ? '（全角已转为半角）' : ''}`,
    onDone,
  });
}

export function useSeal() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.seal.mutationOptions(), { done: '已封存' });
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
