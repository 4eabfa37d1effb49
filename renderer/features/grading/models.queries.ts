import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TrialShow } from '../../../shared/features/grading/trial.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type ModelVersion = DataOf<typeof useModels>[number];
export type OpenedModel = DataOf<typeof useModel>;
export type Trial = DataOf<typeof useTrial>;
export type EffectReport = DataOf<typeof useEffectReport>;

export function useModels() {
  return useQuery(useTrpc().grading.models.list.queryOptions());
}

export function useModel(versionId: number, modelId: string) {
  return useQuery(useTrpc().grading.models.get.queryOptions({ versionId, modelId }));
}

export function useSaveModel(manner: CommandManner<never, { modelId: string }>) {
  return useCommand(useTrpc().grading.models.save.mutationOptions(), manner as never);
}

export function useCopyModel(
  manner: CommandManner<
    { versionId: number; title: string; from: { versionId: number; modelId: string } | null },
    { modelId: string }
  >,
) {
  return useCommand(useTrpc().grading.models.copy.mutationOptions(), manner);
}

export function useRemoveModel(manner: CommandManner<{ versionId: number; modelId: string }, null>) {
  return useCommand(useTrpc().grading.models.remove.mutationOptions(), manner);
}

/** Starts a trial; what it came to is asked by `useTrial` once its job has ended. */
export function useStartTrial() {
  return useCommand(useTrpc().grading.models.try.mutationOptions());
}

export interface TrialPage {
  readonly show: TrialShow;
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

export function useTrial(trialId: number | null, page: TrialPage) {
  const input = { trialId: trialId ?? 0, ...page };
  return useQuery(
    useTrpc().grading.models.trial.queryOptions(input, {
      enabled: trialId !== null,
      placeholderData: keepPreviousData,
    }),
  );
}

export function useEffectReport(span: {
  readonly fromOn: string;
  readonly toOn: string;
  readonly versionId: number | null;
}) {
  return useQuery(useTrpc().grading.effect.queryOptions(span, { placeholderData: keepPreviousData }));
}
