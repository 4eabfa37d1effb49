import { useQuery } from '@tanstack/react-query';
import type {
  DraftFrom,
  MoveEntry,
  RemoveEntry,
  SaveEntry,
  Submit,
} from '../../../shared/features/policies/schemas.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type VersionDetail = DataOf<typeof useVersion>;
export type ArticleNote = DataOf<typeof useArticleNotes>[number];
export type Versions = DataOf<typeof useVersions>;
export type Difference = DataOf<typeof useDifference>;

/** The grades of the pack in force, for every screen that shows one. */
export function useOfficeGrades() {
  return useQuery(useTrpc().policies.grades.queryOptions());
}

/** 书面说明 of what is done by an upper-level rule in place of an article. */
export function useArticleNotes() {
  return useQuery(useTrpc().policies.articleNotes.queryOptions());
}

export function useVersions() {
  return useQuery(useTrpc().policies.versions.queryOptions());
}

export function useVersion(id: number) {
  return useQuery(useTrpc().policies.version.queryOptions({ id }, { enabled: id > 0 }));
}

export function useShippedPacks() {
  return useQuery(useTrpc().policies.shipped.queryOptions());
}

export function useDifference(from: string, to: string) {
  return useQuery(useTrpc().policies.difference.queryOptions({ from, to }, { enabled: from !== '' && to !== '' }));
}

export function useDraft(manner: CommandManner<DraftFrom, { readonly id: number }>) {
  return useCommand(useTrpc().policies.draft.mutationOptions(), manner);
}

interface Problems {
  readonly problems: readonly string[];
}

export function useSaveEntry(manner: CommandManner<SaveEntry, Problems>) {
  return useCommand(useTrpc().policies.saveEntry.mutationOptions(), manner);
}

export function useRemoveEntry(manner: CommandManner<RemoveEntry, Problems>) {
  return useCommand(useTrpc().policies.removeEntry.mutationOptions(), manner);
}

export function useMoveEntry() {
  return useCommand(useTrpc().policies.moveEntry.mutationOptions(), moving);
}

const moving: CommandManner<MoveEntry, Problems> = {};

export function useSubmitVersion(manner: CommandManner<Submit, null>) {
  return useCommand(useTrpc().policies.submit.mutationOptions(), manner);
}

interface Approved {
  readonly inForceOn: string;
  readonly graded: { readonly graded: number; readonly changed: number } | null;
}

export function useApproveVersion(manner: CommandManner<{ id: number; opinion: string }, Approved>) {
  return useCommand(useTrpc().policies.approve.mutationOptions(), manner);
}

export function useReturnVersion(manner: CommandManner<{ id: number; opinion: string }, null>) {
  return useCommand(useTrpc().policies.returnBack.mutationOptions(), manner);
}

export function useDropVersion(manner: CommandManner<{ id: number }, null>) {
  return useCommand(useTrpc().policies.drop.mutationOptions(), manner);
}
