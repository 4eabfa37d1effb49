import { useQuery } from '@tanstack/react-query';
import type { AskCounter } from '../../../shared/features/credit/counter.ts';
import type { LookUpInspections, LookupQuery, NewLookupInput } from '../../../shared/features/credit/lookup-schemas.ts';
import { type Outputs, useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

export type Lookup = Outputs['credit']['lookups']['list'][number];
export type LookupGap = Outputs['credit']['lookups']['gaps']['gaps'][number];
export type CounterQuery = Outputs['credit']['counter']['queries'][number];

interface Kept {
  readonly id: number;
  readonly number: string;
  readonly reportId: number;
  readonly seen: string;
}

export function useLookups(query: LookupQuery) {
  return useQuery(useTrpc().credit.lookups.list.queryOptions(query));
}

export function useLookupGaps(year: number) {
  return useQuery(useTrpc().credit.lookups.gaps.queryOptions({ year }));
}

export function useCounterQueries() {
  return useQuery(useTrpc().credit.counter.queries.queryOptions());
}

export function useLookUp(manner: CommandManner<NewLookupInput, Kept>) {
  return useCommand(useTrpc().credit.lookups.lookUp.mutationOptions(), manner);
}

export function useLookUpInspections(manner: CommandManner<LookUpInspections, { readonly count: number }>) {
  return useCommand(useTrpc().credit.lookups.lookUpInspections.mutationOptions(), manner);
}

export function useOpenCounter(manner: CommandManner<void, null>) {
  return useCommand(useTrpc().credit.counter.open.mutationOptions(), manner);
}

export type CounterAnswer = NonNullable<Extract<Outputs['credit']['counter']['ask'], { ok: true }>['value']>;

export function useAskCounter(manner: CommandManner<AskCounter, CounterAnswer | null>) {
  return useCommand(useTrpc().credit.counter.ask.mutationOptions(), manner);
}

export function useLeaveCounter() {
  return useCommand(useTrpc().credit.counter.leave.mutationOptions(), { quiet: true });
}
