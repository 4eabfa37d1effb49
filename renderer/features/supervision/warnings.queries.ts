import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Client, useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
type ListInput = Parameters<Client['supervision']['warnings']['list']['query']>[0];
export type WarningLine = DataOf<typeof useWarnings>['lines'][number];
export type WarningDetail = DataOf<typeof useWarning>;
export type WarningOverview = DataOf<typeof useWarningOverview>;

export function useWarnings(input: ListInput) {
  return useQuery(useTrpc().supervision.warnings.list.queryOptions(input, { placeholderData: keepPreviousData }));
}

export function useWarning(id: number) {
  return useQuery(useTrpc().supervision.warnings.one.queryOptions({ id }));
}

export function useWarningOverview() {
  return useQuery(useTrpc().supervision.warnings.overview.queryOptions());
}

export function useWarningCommands() {
  const { warnings } = useTrpc().supervision;
  return {
    scan: useCommand(warnings.scan.mutationOptions(), {
      done: ({ objects, opened, closed }) => `已核对${objects}户：新增预警${opened}条，解除${closed}条。`,
    }),
    handle: useCommand(warnings.handle.mutationOptions(), {
      quiet: true,
      done: ({ warnings: count }) => `已登记处置${count}条。`,
    }),
    acknowledge: useCommand(warnings.acknowledge.mutationOptions(), {
      quiet: true,
      done: ({ warnings: count }) => `已登记暂不处置${count}条。`,
    }),
  };
}
