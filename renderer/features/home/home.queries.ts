import { useQuery } from '@tanstack/react-query';
import { inBackground, useTrpc } from '../../api/client.ts';

/** Refreshed each minute, so that the page may stand open. */
export function useHomeFacts() {
  const trpc = useTrpc();
  return useQuery(trpc.home.summary.queryOptions(undefined, { ...inBackground, refetchInterval: 60_000 }));
}
