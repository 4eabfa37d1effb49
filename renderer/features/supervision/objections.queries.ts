import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

export function useObjections() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.objections.list.queryOptions());
}

/** Published 检查结果 of an enterprise that objections are still taken to. */
export function usePublishedResults(objectId: number | undefined) {
  const trpc = useTrpc();
  const asked = { objectId: objectId ?? 0 };
  return useQuery(trpc.supervision.objections.results.queryOptions(asked, { enabled: objectId !== undefined }));
}

export type ObjectionLine = NonNullable<ReturnType<typeof useObjections>['data']>[number];

export function useReceiveObjection(onDone: (objectionId: number) => void) {
  const trpc = useTrpc();
  return useCommand(trpc.supervision.objections.receive.mutationOptions(), {
    quiet: true,
    done: ({ number, verifyBy }) => `已受理${number}，${verifyBy}以前核实`,
    onDone: ({ objectionId }) => onDone(objectionId),
  });
}

/** The steps of an objection, each shown in a form of its own. */
export function useObjectionSteps() {
  const trpc = useTrpc().supervision.objections;
  return {
    check: useCommand(trpc.check.mutationOptions(), { quiet: true, done: '已登记核实情况' }),
    decide: useCommand(trpc.decide.mutationOptions(), {
      quiet: true,
      done: ({ effects, answerBy }) =>
        `${effects.length === 0 ? '已决定维持' : effects.join('；')}。请在${answerBy}以前答复`,
    }),
    answer: useCommand(trpc.answer.mutationOptions(), { quiet: true, done: '已登记答复' }),
    clear: useCommand(trpc.clear.mutationOptions(), { quiet: true, done: '已登记消除影响' }),
    feedback: useCommand(trpc.feedback.mutationOptions(), { quiet: true, done: '已登记反馈' }),
  };
}
