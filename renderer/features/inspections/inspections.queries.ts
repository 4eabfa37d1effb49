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
