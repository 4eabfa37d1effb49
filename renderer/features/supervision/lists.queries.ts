import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

export function useLists() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.lists.list.queryOptions());
}

export type ListLine = NonNullable<ReturnType<typeof useLists>['data']>[number];

/** The lists of the office's pack. */
export function useListOptions() {
  const trpc = useTrpc();
  return useQuery(trpc.supervision.lists.options.queryOptions());
}

/** What an entry of this enterprise can rest on, and which grounds that bears out. */
export function useGrounds(objectId: number | undefined) {
  const trpc = useTrpc();
  const options = trpc.supervision.lists.grounds.queryOptions(
    { objectId: objectId ?? 0 },
    { enabled: objectId !== undefined },
  );
  return useQuery(options);
}

export function useProposeListing(onDone: (entryId: number) => void) {
  const trpc = useTrpc();
  return useCommand(trpc.supervision.lists.propose.mutationOptions(), {
    quiet: true,
    done: '已提出列入',
    onDone: ({ entryId }) => onDone(entryId),
  });
}

/** The steps of an entry, each shown in a form of its own. */
export function useListSteps() {
  const trpc = useTrpc().supervision.lists;
  return {
    notify: useCommand(trpc.notify.mutationOptions(), { done: ({ number }) => `已制作告知书${number}，请打印送达` }),
    serve: useCommand(trpc.serve.mutationOptions(), {
      quiet: true,
      done: ({ defenceUntil }) => `已登记送达，陈述申辩到${defenceUntil}为止`,
    }),
    hear: useCommand(trpc.hear.mutationOptions(), { quiet: true, done: '已登记陈述申辩' }),
    decide: useCommand(trpc.decide.mutationOptions(), {
      quiet: true,
      done: ({ number }) => `已作出决定${number}`,
    }),
    publish: useCommand(trpc.publish.mutationOptions(), { quiet: true, done: '已登记公示' }),
    tell: useCommand(trpc.tell.mutationOptions(), { quiet: true, done: '已登记通报' }),
    proposeRemoval: useCommand(trpc.proposeRemoval.mutationOptions(), { quiet: true, done: '已提出移出' }),
    decideRemoval: useCommand(trpc.decideRemoval.mutationOptions(), {
      quiet: true,
      done: ({ effects }) => (effects.length === 0 ? '已决定不予移出' : effects.join('；')),
    }),
    clear: useCommand(trpc.clear.mutationOptions(), { quiet: true, done: '已登记消除影响' }),
  };
}
