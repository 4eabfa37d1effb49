import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

export function useRepairs() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.repairs.list.queryOptions());
}

export type RepairLine = NonNullable<ReturnType<typeof useRepairs>['data']>[number];

/** Tiers and ways of the office's pack. */
export function useRepairRules() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.repairs.rules.queryOptions());
}

/** What of an enterprise can be repaired. */
export function useRepairSubjects(objectId: number | undefined) {
  const trpc = useTrpc();
  const options = trpc.supervision.repairs.subjects.queryOptions(
    { objectId: objectId ?? 0 },
    { enabled: objectId !== undefined },
  );
  return useQuery(options);
}

/** Penalties whose 信用修复告知书 is not served yet. */
export function useUnservedNotices() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.repairs.unserved.queryOptions());
}

export type PenaltyLine = NonNullable<ReturnType<typeof useUnservedNotices>['data']>[number];

export function useApplyRepair(onDone: (repairId: number) => void) {
  const trpc = useTrpc();
  return useCommand(trpc.supervision.repairs.receive.mutationOptions(), {
    quiet: true,
    done: ({ number }) => `已登记申请${number}`,
    onDone: ({ repairId }) => onDone(repairId),
  });
}

/** The steps of a repair, each shown in a form of its own. */
export function useRepairSteps() {
  const trpc = useTrpc().supervision.repairs;
  return {
    addMaterial: useCommand(trpc.addMaterial.mutationOptions(), { quiet: true, done: '已登记材料' }),
    addWay: useCommand(trpc.addWay.mutationOptions(), { quiet: true, done: '已登记修复方式' }),
    accept: useCommand(trpc.accept.mutationOptions(), { quiet: true, done: '已受理' }),
    check: useCommand(trpc.check.mutationOptions(), { quiet: true, done: '已登记核查' }),
    decide: useCommand(trpc.decide.mutationOptions(), {
      quiet: true,
      done: ({ effects }) => (effects.length === 0 ? '已决定不予修复' : effects.join('；')),
    }),
  };
}

export function useRepairNotices() {
  const trpc = useTrpc().supervision.repairs;
  return {
    issue: useCommand(trpc.issueNotice.mutationOptions(), {
      quiet: true,
      done: ({ number }) => `已制作${number}，请打印后与处罚决定书一并送达`,
    }),
    serve: useCommand(trpc.serveNotice.mutationOptions(), { quiet: true, done: '已登记送达' }),
  };
}
