import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RevealAct } from '../../../shared/features/draws/reveal.ts';
import { inBackground, type Outputs, useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

export type Projection = Outputs['draws']['projector'];
export type Reveal = NonNullable<Outputs['draws']['tick']['reveal']>;

const TICK = 500;

/** Whether the large screen shows something else, and how far the reveal is; also while the operator's screen is locked. */
function useTick(drawId: number) {
  const trpc = useTrpc();
  return useQuery(
    trpc.draws.tick.queryOptions(
      { drawId },
      { ...inBackground, staleTime: 0, refetchInterval: TICK, refetchIntervalInBackground: true },
    ),
  );
}

/** 名录 as the hall sees it, and the draw once the list is frozen. */
export function useHallRoster(taskId: number) {
  const trpc = useTrpc();
  return useQuery(
    trpc.draws.hallRoster.queryOptions(
      { taskId },
      { ...inBackground, staleTime: 0, refetchInterval: 1_500, refetchIntervalInBackground: true },
    ),
  );
}

interface Shown {
  readonly shown: Projection;
  readonly reveal: Reveal | null;
}

/** What the hall sees now, and whether the program is out of reach. What is shown is fetched when it changes, not with every tick. */
export function useHall(drawId: number): { readonly now: Shown | null; readonly isLost: boolean } {
  const trpc = useTrpc();
  const tick = useTick(drawId);
  const { version, reveal = null } = tick.data ?? {};
  const shown = useQuery(
    trpc.draws.projector.queryOptions(
      { drawId, version },
      { ...inBackground, enabled: version !== undefined, placeholderData: keepPreviousData, staleTime: Infinity },
    ),
  ).data;
  const [held, hold] = useState<Shown | null>(null);
  // A tick tells how far the screen of its own version is: until that has come, the one before stays as it was.
  const isFresh = shown !== undefined && shown.version === version;
  if (isFresh && (held?.shown !== shown || held.reveal !== reveal)) hold({ shown, reveal });
  return { now: isFresh ? { shown, reveal } : held, isLost: tick.isError };
}

/** How far the reveal is, for the operator's steps; and the draw is read anew when another window has gone on. */
export function useHallProgress(drawId: number): Reveal | null {
  const trpc = useTrpc();
  const queries = useQueryClient();
  const { version, reveal } = useTick(drawId).data ?? {};
  useEffect(() => {
    if (version !== undefined) void queries.invalidateQueries(trpc.draws.byId.queryFilter({ drawId }));
  }, [version, drawId, queries, trpc]);
  return reveal ?? null;
}

/** Pause, step and pace. The answer is the new position, so that a key is felt at once. */
export function useRevealAct(drawId: number): (act: RevealAct) => void {
  const trpc = useTrpc();
  const queries = useQueryClient();
  const key = trpc.draws.tick.queryKey({ drawId });
  const mutation = useMutation(
    trpc.draws.reveal.mutationOptions({
      onMutate: () => queries.cancelQueries({ queryKey: key }),
      onSuccess: (reply) => {
        if (reply.ok) queries.setQueryData(key, reply.value);
      },
    }),
  );
  return (act) => mutation.mutate({ drawId, act });
}

export function useEchoDigits(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.echoDigits.mutationOptions(), {
    quiet: true,
    done: ({ normalised }) => (normalised ? '全角数字已转为半角，请在大屏幕上核对' : '请在大屏幕上核对'),
    onDone,
  });
}

export function useConfirmDigits() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.confirmDigits.mutationOptions(), { done: ({ digits }) => `已记入 ${digits}` });
}

export function useConfirmSeed() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.confirmSeed.mutationOptions(), { done: ({ name }) => `${name}已确认` });
}

export function useSeal() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.seal.mutationOptions(), { done: '已封存' });
}
