import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ObjectChanceList, UncoveredList, Years } from '../../../shared/features/statistics/schemas.ts';
import { useTrpc, useTrpcClient } from '../../api/client.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type CountedDraw = DataOf<typeof useCountedDraws>[number];
export type ObjectSummary = DataOf<typeof useObjectSummary>;
export type ObjectChanceLine = DataOf<typeof useObjectChances>['lines'][number];
export type OfficerFigures = DataOf<typeof useOfficerFigures>;
export type Covered = DataOf<typeof useCovered>[number];
export type UncoveredLine = DataOf<typeof useUncovered>['lines'][number];

export function useCountedDraws(years: Years) {
  return useQuery(useTrpc().statistics.draws.queryOptions(years));
}

export function useObjectSummary(years: Years) {
  return useQuery(useTrpc().statistics.objectSummary.queryOptions(years));
}

export function useObjectChances(list: ObjectChanceList) {
  return useQuery(useTrpc().statistics.objects.queryOptions(list, { placeholderData: keepPreviousData }));
}

export function useLots(objectId: number, years: Years) {
  return useQuery(useTrpc().statistics.lots.queryOptions({ ...years, objectId }));
}

export function useOfficerFigures(years: Years) {
  return useQuery(useTrpc().statistics.officers.queryOptions(years));
}

export function useDrawsOfOfficer(code: string, years: Years) {
  return useQuery(useTrpc().statistics.ofOfficer.queryOptions({ ...years, code }));
}

export function useCovered(year: number) {
  return useQuery(useTrpc().statistics.coverage.queryOptions({ year }));
}

export function useUncovered(list: UncoveredList) {
  return useQuery(useTrpc().statistics.uncovered.queryOptions(list, { placeholderData: keepPreviousData }));
}

/** Every row of a paged list, for its export. */
export function useWholeLists() {
  const client = useTrpcClient();
  const whole = { offset: 0, limit: 100_000 };
  return {
    objects: async (list: ObjectChanceList) => (await client.statistics.objects.query({ ...list, ...whole })).lines,
    uncovered: async (list: UncoveredList) => (await client.statistics.uncovered.query({ ...list, ...whole })).lines,
  };
}
