import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

/** Every inspection, filed or not. */
export function useDossierLines() {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.list.queryOptions({}));
}

export type DossierLine = NonNullable<ReturnType<typeof useDossierLines>['data']>[number];

export function useRegister() {
  const trpc = useTrpc();
  return useQuery(trpc.dossiers.register.queryOptions());
}

export function useFileDossier(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.dossiers.file.mutationOptions(), {
    quiet: true,
    done: ({ archiveNumber }) => `已归档，归档号${archiveNumber}`,
    onDone,
  });
}
