import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

export function useTalks() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.talks.list.queryOptions());
}

export type TalkLine = NonNullable<ReturnType<typeof useTalks>['data']>[number];

/** The kinds of 约谈 of the office's pack. */
export function useTalkKinds() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.talks.kinds.queryOptions());
}

export function useIssueTalk(onDone: (talkId: number) => void) {
  const trpc = useTrpc();
  return useCommand(trpc.supervision.talks.issue.mutationOptions(), {
    quiet: true,
    done: ({ number }) => `已制作约谈通知书${number}，请打印送达`,
    onDone: ({ talkId }) => onDone(talkId),
  });
}

/** The steps of a 约谈, each shown in a form of its own. */
export function useTalkSteps() {
  const trpc = useTrpc().supervision.talks;
  return {
    serve: useCommand(trpc.serve.mutationOptions(), { quiet: true, done: '已登记送达' }),
    record: useCommand(trpc.record.mutationOptions(), {
      quiet: true,
      done: ({ recordId }) => (recordId === null ? '已登记约谈记录' : '已登记约谈记录，并记入信用记录'),
    }),
    miss: useCommand(trpc.miss.mutationOptions(), { quiet: true, done: '已登记未到场' }),
    close: useCommand(trpc.close.mutationOptions(), { quiet: true, done: '已登记核查结果' }),
  };
}
