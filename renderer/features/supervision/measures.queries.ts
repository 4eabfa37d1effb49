import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  MeasureFilter,
  MeasureSelection,
  RoundFilter,
} from '../../../shared/features/supervision/measure-schemas.ts';
import { type Client, useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
type ListInput = Parameters<Client['supervision']['measures']['list']['query']>[0];
export type MeasureLine = DataOf<typeof useMeasures>['lines'][number];
export type MeasureDetail = DataOf<typeof useMeasure>;
export type MeasureChoices = DataOf<typeof useMeasureChoices>;
export type Certificate = DataOf<typeof useCertificates>[number];
export type KeyCoverage = DataOf<typeof useKeyCoverage>;
export type { MeasureFilter, MeasureSelection, RoundFilter };

export function useMeasures(input: ListInput) {
  return useQuery(useTrpc().supervision.measures.list.queryOptions(input, { placeholderData: keepPreviousData }));
}

export function useMeasureCounts() {
  return useQuery(useTrpc().supervision.measures.counts.queryOptions());
}

export function useMeasure(id: number) {
  return useQuery(useTrpc().supervision.measures.one.queryOptions({ id }));
}

export function useMeasureChoices() {
  return useQuery(useTrpc().supervision.measures.choices.queryOptions());
}

/** Null asks nothing yet. */
export function useRoundPreview(input: { year: number; filter: RoundFilter } | null) {
  const asked = input ?? {
    year: 2000,
    filter: { grades: [], priority: null, townships: [], industries: [], measureIds: [] },
  };
  return useQuery(
    useTrpc().supervision.measures.previewRound.queryOptions(asked, {
      enabled: input !== null,
      placeholderData: keepPreviousData,
    }),
  );
}

export function useTalksOf(objectId: number) {
  return useQuery(useTrpc().supervision.measures.talksOf.queryOptions({ objectId }));
}

export function useKeyCoverage() {
  return useQuery(useTrpc().supervision.measures.keyCoverage.queryOptions());
}

export function useCertificates() {
  return useQuery(useTrpc().supervision.certificates.list.queryOptions());
}

export function useCertificateOutlook() {
  return useQuery(useTrpc().supervision.certificates.outlook.queryOptions());
}

/** Townships and industries the roster holds. */
export function useRosterChoices() {
  return useQuery(useTrpc().rosters.objectChoices.queryOptions());
}

export function useMeasureCommands() {
  const { measures } = useTrpc().supervision;
  const quiet = true;
  const tasks = (done: string) => ({ quiet, done: (value: { tasks: number }) => `${done}${value.tasks}项。` });
  return {
    openRound: useCommand(measures.openRound.mutationOptions(), tasks('已生成措施任务')),
    add: useCommand(measures.add.mutationOptions(), tasks('已新增措施任务')),
    assign: useCommand(measures.assign.mutationOptions(), tasks('已分派')),
    finish: useCommand(measures.finish.mutationOptions(), tasks('已办结')),
    cancel: useCommand(measures.cancel.mutationOptions(), tasks('已取消')),
    reopen: useCommand(measures.reopen.mutationOptions(), { quiet, done: '已撤回，任务重新待办。' }),
    linkTalk: useCommand(measures.linkTalk.mutationOptions(), { done: '已关联约谈。' }),
  };
}

export function useCertificateCommands() {
  const { certificates } = useTrpc().supervision;
  return {
    issue: useCommand(certificates.issue.mutationOptions(), {
      quiet: true,
      done: ({ issued }) => `已发放${issued}份绿色通道证。`,
    }),
    revoke: useCommand(certificates.revoke.mutationOptions(), { quiet: true, done: '已撤销。' }),
  };
}
