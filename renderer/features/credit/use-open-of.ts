import { useNavigate, useSearch } from '@tanstack/react-router';

/** Which row of a tab is open, under a name of its own in the address. */
export function useOpenOf(name: string): { readonly id: number | null; readonly show: (id: number | null) => void } {
  const text = (useSearch({ strict: false }) as Record<string, string | undefined>)[name];
  const navigate = useNavigate();
  const id = Number(text);
  return {
    id: Number.isInteger(id) && id > 0 ? id : null,
    show: (next) =>
      void navigate({
        to: '.',
        search: (old: Record<string, string>) => ({
          ...old,
          [name]: next === null ? undefined : String(next),
        }),
      }),
  };
}
