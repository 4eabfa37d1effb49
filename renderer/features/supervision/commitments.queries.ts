import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CommitmentTargets } from '../../../shared/features/supervision/commitment-schemas.ts';
import { type Client, useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
type ListInput = Parameters<Client['supervision']['commitments']['list']['query']>[0];
export type CommitmentLine = DataOf<typeof useCommitments>['lines'][number];
export type CommitmentDetail = DataOf<typeof useCommitment>;
export type CommitmentItems = DataOf<typeof useCommitmentItems>;

export function useCommitments(input: ListInput) {
  return useQuery(useTrpc().supervision.commitments.list.queryOptions(input, { placeholderData: keepPreviousData }));
}

export function useCommitmentCounts() {
  return useQuery(useTrpc().supervision.commitments.counts.queryOptions());
}

export function useCommitment(id: number) {
  return useQuery(useTrpc().supervision.commitments.one.queryOptions({ id }));
}

/** 承诺事项清单 of the pack in force. */
export function useCommitmentItems() {
  return useQuery(useTrpc().supervision.commitments.items.queryOptions());
}

/** How many letters would be issued; null asks nothing yet. */
export function useIssuePreview(input: { targets: CommitmentTargets; itemId: string } | null) {
  return useQuery(
    useTrpc().supervision.commitments.previewIssue.queryOptions(input ?? { targets: { objectIds: [0] }, itemId: '' }, {
      enabled: input !== null,
    }),
  );
}

export function useCommitmentCommands() {
  const { commitments } = useTrpc().supervision;
  const quiet = true;
  return {
    issue: useCommand(commitments.issue.mutationOptions(), {
      quiet,
      done: ({ issued }) => `已出具${issued}份承诺书，请打印后签署。`,
    }),
    sign: useCommand(commitments.sign.mutationOptions(), {
      quiet,
      done: ({ signed }) => `已登记签署${signed}份，请存入签署件。`,
    }),
    publish: useCommand(commitments.publish.mutationOptions(), {
      quiet,
      done: ({ published }) => `已登记公示${published}份。`,
    }),
    check: useCommand(commitments.check.mutationOptions(), {
      quiet,
      done: ({ recordId }) => (recordId === null ? '已登记核查。' : '已登记核查，并记入信用记录。'),
    }),
    end: useCommand(commitments.end.mutationOptions(), { quiet, done: '已终止。' }),
  };
}
