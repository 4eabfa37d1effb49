import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, type HTTPLinkOptions, httpLink, splitLink, TRPCClientError } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../electron/app/router.ts';
import { send } from './transport.ts';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export type { AppRouter };
export { TRPCProvider as TrpcProvider, useTRPC as useTrpc, useTRPCClient as useTrpcClient };
/** What a call takes and gives: `Outputs['plans']['list']`. */
export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export type Client = ReturnType<typeof createClient>;

/** Options for polls: `queryOptions(input, { ...inBackground, refetchInterval })`. They do not put off the idle lock. */
export const inBackground = { trpc: { context: { background: true } } } as const;

/** Options for queries whose input may be too long for an address: it goes in the body. */
export const byPost = { trpc: { context: { byPost: true } } } as const;

/** The typed calls of the program, one request each. */
export function createClient() {
  const options: HTTPLinkOptions<AppRouter['_def']['_config']['$types']> = {
    url: '/api',
    headers: ({ op }) => (op.context.background === true ? { 'x-background': '1' } : {}),
    fetch: (url, init) => send(String(url), init as RequestInit),
  };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ context }) => context.byPost === true,
        true: httpLink({ ...options, methodOverride: 'POST' }),
        false: httpLink(options),
      }),
    ],
  });
}

/** The query cache. `onSignedOut` is told when a query finds nobody signed in, or the session locked. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isUnauthorized(error)) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { retry: false, staleTime: 2_000, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  });
}

export function isUnauthorized(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.code === 'UNAUTHORIZED';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.code === 'NOT_FOUND';
}
