import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to an address of the program, which may carry filters: `/plans?state=draft`. */
export function PathLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const [to, query] = path.split('?');
  return (
    <Link to={to} search={Object.fromEntries(new URLSearchParams(query)) as never}>
      {children}
    </Link>
  );
}
