import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Role, rolesOf, roleTitles } from '../../shared/features/office/roles.ts';
import { inBackground, useTrpc, useTrpcClient } from './client.ts';

export type { Role };

/** What the page shows first: wizard, sign-in, lock or the program. Polled, so that an idle screen locks by itself. */
export function useOfficeState() {
  const trpc = useTrpc();
  return useQuery(
    trpc.office.state.queryOptions(undefined, {
      ...inBackground,
      refetchInterval: 20_000,
      refetchIntervalInBackground: true,
      refetchOnWindowFocus: true,
    }),
  );
}

/** Who is signed in, in which bureau, on which local day; use only below the sign-in. */
export function useSession() {
  const trpc = useTrpc();
  // The entrance asks again and again; everybody else reads what it found.
  const state = useQuery(trpc.office.state.queryOptions(undefined, { ...inBackground, staleTime: Infinity })).data;
  const account = state?.account ?? null;
  return {
    account,
    bureau: state?.bureau ?? null,
    today: state?.today ?? '',
    roles: account === null ? [] : rolesOf(account),
  };
}

/** Why the signed-in person may not do what these roles do, or null. For the tooltip of a disabled button. */
export function useBarred(may: readonly Role[] | undefined): string | null {
  const trpc = useTrpc();
  const { roles } = useSession();
  const isBarred = may !== undefined && !roles.some((role) => may.includes(role));
  const accounts = useQuery(
    trpc.office.accounts.queryOptions(undefined, { enabled: isBarred, staleTime: 60_000 }),
  ).data;
  if (!isBarred) return null;
  const names = (accounts ?? [])
    .filter((account) => account.isActive && rolesOf(account).some((role) => may.includes(role)))
    .map((account) => account.name);
  const who = may.map((role) => roleTitles[role]).join('或');
  return `须由${who}办理${names.length === 0 ? '' : `（${names.join('、')}）`}`;
}

/** Typing and clicking count as being there, also where nothing is sent for long; told to the program once a minute. */
export function useActivity(): void {
  const client = useTrpcClient();
  useEffect(() => {
    let last = 0;
    const onActivity = (event: Event) => {
      if (event.timeStamp - last < 60_000) return;
      last = event.timeStamp;
      client.office.state.query().catch(() => undefined);
    };
    for (const kind of activities) window.addEventListener(kind, onActivity);
    return () => {
      for (const kind of activities) window.removeEventListener(kind, onActivity);
    };
  }, [client]);
}

const activities = ['keydown', 'pointerdown', 'wheel'] as const;
