import { useNavigate, useSearch } from '@tanstack/react-router';

/** The row whose drawer is open, kept in the address beside the list's own parameters. */
export function useOpened(): readonly [id: number | null, open: (id: number | null) => void] {
  const { id } = useSearch({ strict: false }) as { id?: string };
  const navigate = useNavigate();
  const open = (next: number | null) =>
    void navigate({
      to: '.',
      search: (old: Record<string, string>) => {
        const { id: _closed, ...rest } = old;
        return next === null ? rest : { ...rest, id: String(next) };
      },
    });
  const number = Number(id);
  return [Number.isInteger(number) && number > 0 ? number : null, open];
}

/** Tells a list's parameters from the drawer's in the address. */
export const listPrefix = 'l.';
