import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Outputs, useTrpc, useTrpcClient } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

export type LedgerLine = Outputs['ledger']['lines'][number];
export type LedgerFinding = { readonly code: string; readonly [name: string]: unknown } | null;

interface LedgerFilter {
  readonly text: string;
  readonly action: string | null;
}

/** One page of the ledger, newest first, and a way to load the whole filter. */
export function useLedger(filter: LedgerFilter, page: number, size: number) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const lines = useQuery(
    trpc.ledger.lines.queryOptions(
      { ...filter, offset: (page - 1) * size, limit: size },
      { placeholderData: keepPreviousData },
    ),
  );
  const summary = useQuery(trpc.ledger.summary.queryOptions(filter, { placeholderData: keepPreviousData }));
  const loadAll = () => client.ledger.lines.query({ ...filter, limit: 100_000 });
  return { lines, summary, loadAll };
}

export function useVerify() {
  const trpc = useTrpc();
  return useCommand(trpc.ledger.verify.mutationOptions());
}
