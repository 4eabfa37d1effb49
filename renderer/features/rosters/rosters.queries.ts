import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { type Client, useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type ObjectLine = DataOf<typeof useObjects>['lines'][number];
export type ObjectDetail = DataOf<typeof useObject>;
export type OfficerLine = DataOf<typeof useOfficers>[number];
export type OfficerDetail = DataOf<typeof useOfficer>;
export type ExpertLine = DataOf<typeof useExperts>[number];
export type ExpertDetail = DataOf<typeof useExpert>;
export type ExpertStage = DataOf<typeof useExpertStage>;
export type ExchangeView = DataOf<typeof useExchange>;
export type ExchangeLine = ExchangeView['lines'][number];
export type RecusalOnDay = DataOf<typeof useRecusalsOn>[number];
export type OfficerOnDay = DataOf<typeof useOfficersOn>[number];
export type OpenWork = DataOf<typeof useOpenWork>;
export type Recusal = DataOf<typeof useRecusals>[number];
export type Suggestion = DataOf<typeof useSuggestedRecusals>[number];
export type Change = ObjectDetail['history'][number];
export type StageView = DataOf<typeof useStage>;
export type ColumnsView = DataOf<typeof useImportColumns>;
export type UpdateLine = DataOf<typeof useImportUpdates>['lines'][number];
export type TwinLine = DataOf<typeof useImportTwins>['lines'][number];
export type Batch = DataOf<typeof useBatches>[number];
export type ObjectOfDay = DataOf<typeof useObjectsOn>['lines'][number];
export type BatchChangeRecord = DataOf<typeof useBatchChanges>[number];
type BatchPreviewInput = Parameters<Client['rosters']['previewBatchChange']['query']>[0];
export type ObjectQuery = Parameters<Client['rosters']['objects']['query']>[0];

export function useObjects(input: ObjectQuery) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.objects.queryOptions(input, { placeholderData: keepPreviousData }));
}

/** 某日名录: the roster as it stood at the end of a day. */
export function useObjectsOn(input: Parameters<Client['rosters']['objectsOn']['query']>[0]) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.objectsOn.queryOptions(input, { placeholderData: keepPreviousData }));
}

/** How many of the chosen objects a change would change; null asks nothing yet. */
export function useBatchPreview(input: BatchPreviewInput | null) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.previewBatchChange.queryOptions(input ?? skipToken));
}

export function useBatchChanges() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.batchChanges.queryOptions());
}

export function useSavedFilters(list: string) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.savedFilters.queryOptions({ list }));
}

export function useSavedFilterCommands() {
  const { rosters } = useTrpc();
  return {
    save: useCommand(rosters.saveFilter.mutationOptions(), { quiet: true, done: '已保存常用条件' }),
    remove: useCommand(rosters.removeFilter.mutationOptions(), { done: '已删去常用条件' }),
  };
}

export function useBatchChangeCommands() {
  const { rosters } = useTrpc();
  return {
    change: useCommand(rosters.batchChangeObjects.mutationOptions(), {
      quiet: true,
      done: ({ changed }) => `已变更${changed}户，可在“批量变更”中整批撤销`,
    }),
    undo: useCommand(rosters.undoBatchChange.mutationOptions(), {
      quiet: true,
      done: ({ entries }) => `已撤销，${entries}户恢复原样`,
    }),
  };
}

/** 查看: the whole number, told once. */
export function useReveal() {
  const { rosters } = useTrpc();
  return {
    object: useCommand(rosters.revealOfObject.mutationOptions(), { quiet: true }),
    officer: useCommand(rosters.revealOfOfficer.mutationOptions(), { quiet: true }),
    expert: useCommand(rosters.revealOfExpert.mutationOptions(), { quiet: true }),
  };
}

/** Exports as jobs; the refusal stands in the form, if there is one. */
export function useObjectExports() {
  const { rosters } = useTrpc();
  return {
    masked: useCommand(rosters.exportObjects.mutationOptions()),
    full: useCommand(rosters.exportObjectsFull.mutationOptions(), { quiet: true }),
    onDay: useCommand(rosters.exportObjectsOn.mutationOptions()),
  };
}

export function useObjectChoices() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.objectChoices.queryOptions());
}

export function useObject(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.object.queryOptions({ id }));
}

/** The grade and why, as 信用 tells it. */
export function useGrade(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.grading.object.queryOptions({ id }));
}

export function useOfficers() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.officers.queryOptions());
}

export function useOfficer(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.officer.queryOptions({ id }));
}

/** 业务领域 to choose from; others may be typed. */
export function useScopeChoices() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.scopeChoices.queryOptions());
}

/** 建议回避, dismissed ones among them. */
export function useSuggestedRecusals() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.suggestedRecusals.queryOptions());
}

export function useRecusals() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.recusals.queryOptions());
}

/** A checked file that waits; null when it is gone. */
export function useStage(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.stage.queryOptions({ id }));
}

export function useBatches() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.batches.queryOptions());
}

export function useObjectCommands(onDone: () => void) {
  const { rosters } = useTrpc();
  return {
    add: useCommand(rosters.addObject.mutationOptions(), { quiet: true, done: '已新增', onDone }),
    change: useCommand(rosters.changeObject.mutationOptions(), { quiet: true, done: '已变更', onDone }),
    remove: useCommand(rosters.removeObject.mutationOptions(), { quiet: true, done: '已移出', onDone }),
  };
}

export function useOfficerCommands(onDone: () => void) {
  const { rosters } = useTrpc();
  return {
    add: useCommand(rosters.addOfficer.mutationOptions(), { quiet: true, done: '已新增', onDone }),
    change: useCommand(rosters.changeOfficer.mutationOptions(), { quiet: true, done: '已变更', onDone }),
    remove: useCommand(rosters.removeOfficer.mutationOptions(), { quiet: true, done: '已移出', onDone }),
    addLeave: useCommand(rosters.addLeave.mutationOptions(), { quiet: true, done: '已登记请假', onDone }),
    cancelLeave: useCommand(rosters.cancelLeave.mutationOptions(), { quiet: true, done: '已撤销请假', onDone }),
  };
}

/** What an officer has open and who might take it over. */
export function useOpenWork(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.openWork.queryOptions({ id }));
}

export function useHandOver() {
  const { rosters } = useTrpc();
  return useCommand(rosters.handOver.mutationOptions(), {
    quiet: true,
    done: ({ count }) => (count === 0 ? '已变更状态' : `已移交${count}户检查`),
  });
}

/** The roster of officers at the end of a day. */
export function useOfficersOn(on: string) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.officersOn.queryOptions({ on }, { placeholderData: keepPreviousData }));
}

export function useOfficerBatch(onDone: () => void) {
  const { rosters } = useTrpc();
  return useCommand(rosters.changeOfficers.mutationOptions(), {
    quiet: true,
    done: ({ count }) => `已变更${count}人`,
    onDone,
  });
}

export function useJoinedDepartments() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.joinedDepartments.queryOptions());
}

/** An exchanged workbook that waits; null when it is gone. */
export function useExchange(stageId: number | null) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.exchange.queryOptions({ stageId: stageId ?? 0 }, { enabled: stageId !== null }));
}

export function useConfirmExchange() {
  const { rosters } = useTrpc();
  return useCommand(rosters.confirmExchange.mutationOptions(), {
    done: ({ added, updated, left }) => `已导入：新增${added}人，更新${updated}人，其中改为调离${left}人`,
  });
}

/** The register of recusals at the end of a day. */
export function useRecusalsOn(on: string) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.recusalsOn.queryOptions({ on }, { placeholderData: keepPreviousData }));
}

export function useExperts() {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.experts.queryOptions());
}

export function useExpert(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.expert.queryOptions({ id }));
}

export function useExpertCommands(onDone: () => void) {
  const { rosters } = useTrpc();
  return {
    add: useCommand(rosters.addExpert.mutationOptions(), { quiet: true, done: '已新增', onDone }),
    change: useCommand(rosters.changeExpert.mutationOptions(), { quiet: true, done: '已变更', onDone }),
    remove: useCommand(rosters.removeExpert.mutationOptions(), { quiet: true, done: '已移出', onDone }),
  };
}

/** A checked workbook of experts; null when it is gone. */
export function useExpertStage(stageId: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.expertStage.queryOptions({ stageId }));
}

export function useConfirmExperts() {
  const { rosters } = useTrpc();
  return useCommand(rosters.confirmExperts.mutationOptions(), {
    done: ({ added, updated }) => `已导入：新增${added}人，更新${updated}人`,
  });
}

export function useRecusalCommands(onDone: () => void) {
  const { rosters } = useTrpc();
  return {
    add: useCommand(rosters.addRecusal.mutationOptions(), { quiet: true, done: '已登记回避', onDone }),
    lift: useCommand(rosters.liftRecusal.mutationOptions(), { quiet: true, done: '已解除回避', onDone }),
    register: useCommand(rosters.registerSuggested.mutationOptions(), {
      done: ({ count }) => `已登记${count}对回避`,
      onDone,
    }),
    dismiss: useCommand(rosters.dismissSuggested.mutationOptions(), {
      quiet: true,
      done: ({ count }) => `${count}对不予登记，理由已记录`,
      onDone,
    }),
  };
}

export function useImportCommands() {
  const { rosters } = useTrpc();
  return {
    confirm: useCommand(rosters.confirmImport.mutationOptions(), {
      done: ({ added, updated }) => `已导入：新增${added}条，更新${updated}条`,
    }),
    undo: useCommand(rosters.undoImport.mutationOptions(), { quiet: true, done: '已撤销导入' }),
    mapColumns: useCommand(rosters.mapColumns.mutationOptions(), { quiet: true }),
    forgetColumns: useCommand(rosters.forgetColumns.mutationOptions(), { done: '已不再记住这些列的对应' }),
    chooseSide: useCommand(rosters.chooseSide.mutationOptions()),
    chooseBlanks: useCommand(rosters.chooseBlanks.mutationOptions()),
    chooseTwins: useCommand(rosters.chooseTwins.mutationOptions(), { quiet: true }),
  };
}

export function useImportColumns(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.importColumns.queryOptions({ id }));
}

export function useImportUpdates(input: { id: number; offset: number; limit: number }) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.importUpdates.queryOptions(input, { placeholderData: keepPreviousData }));
}

export function useImportTwins(input: { id: number; offset: number; limit: number }) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.importTwins.queryOptions(input, { placeholderData: keepPreviousData }));
}
