import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addressIn } from './address.ts';

/** A link to an address of the program, which may carry filters: `/plans?state=draft`. */
export function PathLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  return <Link {...addressIn(path)}>{children}</Link>;
}
