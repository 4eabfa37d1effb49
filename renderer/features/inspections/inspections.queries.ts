import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

export function useInspections() {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.list.queryOptions({}));
}

export type InspectionLine = NonNullable<ReturnType<typeof useInspections>['data']>[number];

export function useInspection(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.byId.queryOptions({ id }));
}

export type InspectionDetail = NonNullable<ReturnType<typeof useInspection>['data']>;

export function useNoticeDraft(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.noticeDraft.queryOptions({ id }));
}

export function usePublications() {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.publications.queryOptions());
}

export function useIssueNotice(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.issueNotice.mutationOptions(), {
    quiet: true,
    done: ({ number }) => `已出具${number}`,
    onDone,
  });
}

export function useSubmitResult(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.submitResult.mutationOptions(), { quiet: true, done: '已送审', onDone });
}

export function useSubmitCorrection(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.submitCorrection.mutationOptions(), { quiet: true, done: '更正已送审', onDone });
}

export function useReviewResult(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.reviewResult.mutationOptions(), {
    quiet: true,
    done: (_, { decision }) => (decision === 'approve' ? '审核通过' : '已退回经办人'),
    onDone,
  });
}

export function useSignCorrection(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.signCorrection.mutationOptions(), {
    quiet: true,
    done: (_, { decision }) => (decision === 'approve' ? '更正已签字并公示' : '已退回经办人'),
    onDone,
  });
}

export function usePublish(manner: CommandManner<{ inspectionIds: number[] }, { publicationId: number }>) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.publish.mutationOptions(), manner);
}

export function useCloseDisposal(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.closeDisposal.mutationOptions(), { quiet: true, done: '已完结', onDone });
}

export function usePastInspections() {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.past.list.queryOptions());
}

export type PastLine = NonNullable<ReturnType<typeof usePastInspections>['data']>[number];

export function usePastChoices() {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.past.choices.queryOptions());
}

/** Objects of the roster to choose from, found as the list finds them. */
export function useObjectsFound(text: string) {
  const trpc = useTrpc();
  return useQuery(trpc.rosters.objects.queryOptions({ text, limit: 50 }));
}

export function usePastBatches() {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.past.batches.queryOptions());
}

export type PastBatchLine = NonNullable<ReturnType<typeof usePastBatches>['data']>[number];

/** A checked file that waits; null when it is gone. */
export function usePastStage(stageId: number | null) {
  const trpc = useTrpc();
  return useQuery(trpc.inspections.past.stage.queryOptions({ stageId: stageId ?? 0 }, { enabled: stageId !== null }));
}

export type PastStage = NonNullable<ReturnType<typeof usePastStage>['data']>;

export function useConfirmPast(manner: CommandManner<{ stageId: number }, { imported: number; leftOut: number }>) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.past.confirmImport.mutationOptions(), manner);
}

export function useUndoPast() {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.past.undoImport.mutationOptions(), {
    quiet: true,
    done: ({ revoked }) => `已撤销${revoked}次检查的登记`,
  });
}

export function useAddPast(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.past.add.mutationOptions(), { quiet: true, done: '已登记', onDone });
}

export function useRevokePast(onDone: () => void) {
  const trpc = useTrpc();
  return useCommand(trpc.inspections.past.revoke.mutationOptions(), { quiet: true, done: '已撤销登记', onDone });
}
