import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

/** What the form of 替补 shows of an object and of who would stand in; null where it does not stand in this draw. */
export function useReplaceable(drawId: number, objectId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.replaceable.queryOptions({ drawId, objectId }));
}

export function useSeated(drawId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.seated.queryOptions({ drawId }));
}

/** Null where the draw has none to show. */
export function useBatches(drawId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.draws.batches.queryOptions({ drawId }));
}

export function useProposeSubstitution(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.proposeSubstitution.mutationOptions(), {
    quiet: true,
    done: ({ inName }) => (inName === null ? '已送批，没有替补的对象' : `已送批，由“${inName}”替补`),
    onDone,
  });
}

export function useProposeOfficers(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.proposeOfficers.mutationOptions(), {
    quiet: true,
    done: '已送批',
    onDone,
  });
}

export function useDecideChange() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.decideChange.mutationOptions(), {
    quiet: true,
    done: (_, { decision }) => (decision === 'return' ? '已退回经办人' : '已批准，已办理'),
  });
}

export function useWithdrawChange() {
  const trpc = useTrpc();
  return useCommand(trpc.draws.withdrawChange.mutationOptions(), { done: '已撤回' });
}

export function useHandDownBatch(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.draws.handDownBatch.mutationOptions(), {
    quiet: true,
    done: ({ number, objects, leftOut }, { batch }) =>
      number === null
        ? `第${batch}批${leftOut}户都不能检查，已记为完成`
        : `已下达${number}，${objects}户${leftOut === 0 ? '' : `，排除${leftOut}户`}`,
    onDone,
  });
}
