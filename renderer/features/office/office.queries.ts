import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

export function usePacks() {
  const trpc = useTrpc();
  return useQuery(trpc.office.packs.queryOptions());
}

export function useSetUp() {
  const trpc = useTrpc();
  return useCommand(trpc.office.setUp.mutationOptions(), { quiet: true });
}

export function useSignIn() {
  const trpc = useTrpc();
  return useCommand(trpc.office.signIn.mutationOptions(), { quiet: true });
}

export function useRecover() {
  const trpc = useTrpc();
  return useCommand(trpc.office.recover.mutationOptions(), { quiet: true });
}

export function useSignOut(manner: CommandManner<void, null> = {}) {
  const trpc = useTrpc();
  return useCommand(trpc.office.signOut.mutationOptions(), manner);
}
