import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrialShow } from '../../../shared/features/grading/trial.ts';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';
import { useJob } from '../../api/use-job.ts';

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

export function useSaveModel(manner: CommandManner<{ versionId: number; model: IndicatorModel }, { modelId: string }>) {
  return useCommand(useTrpc().grading.models.save.mutationOptions(), manner);
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

/** Starts a trial; `trialId` is what its job ended with, for `useTrial` to ask. The last one stays until then. */
export function useTrialJob() {
  const command = useCommand(useTrpc().grading.models.try.mutationOptions());
  const [jobId, setJobId] = useState<number | null>(null);
  const [trialId, setTrialId] = useState<number | null>(null);
  const job = useJob(jobId, (outcome) => {
    if (outcome.ok) setTrialId((outcome.value as { trialId: number }).trialId);
  });
  async function start(input: Parameters<typeof command.run>[0]): Promise<void> {
    const started = await command.run(input);
    if (started.ok) setJobId(started.value.jobId);
  }
  return { start, trialId, running: job?.state === 'running' ? job : null };
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
