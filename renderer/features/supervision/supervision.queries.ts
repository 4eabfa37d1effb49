import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';

/** Enterprises by name, code or pinyin initials. */
export function useEnterprisesFound(text: string) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.objects.queryOptions({ text, limit: 50 }));
}

/** One enterprise by its id, for a form that was opened for it; nothing where none is asked for. */
export function useEnterprise(id: number | null) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.object.queryOptions({ id: id ?? 0 }, { enabled: id !== null }));
}
