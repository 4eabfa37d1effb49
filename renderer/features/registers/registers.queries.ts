import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type RegisterLine = DataOf<typeof useRegisters>[number];
export type RegisterView = DataOf<typeof useRegister>;
export type EntryLine = RegisterView['entries'][number];
export type RegisterOf = RegisterView['register'];
export type ColumnOf = RegisterOf['columns'][number];
export type SummaryLine = DataOf<typeof useSummaries>[number];
export type SummaryView = DataOf<typeof useSummary>;
export type LetterLine = DataOf<typeof useLetters>[number];
export type LetterView = DataOf<typeof useLetter>;
export type LetterChoices = DataOf<typeof useLetterChoices>;
export type ReportLine = DataOf<typeof useReportDates>['lines'][number];
export type CampaignLine = DataOf<typeof useCampaigns>[number];
export type CampaignView = DataOf<typeof useCampaign>;
export type CampaignFirm = CampaignView['objects'][number];

export function useRegisters() {
  return useQuery(useTrpc().registers.registers.queryOptions());
}

export function useRegister(registerId: string) {
  return useQuery(useTrpc().registers.register.queryOptions({ registerId }));
}

export function useEntry(id: number) {
  return useQuery(useTrpc().registers.entry.queryOptions({ id }));
}

export function useLinks(kind: 'inspection' | 'list-entry', objectId: number | null) {
  return useQuery(useTrpc().registers.links.queryOptions({ kind, objectId }));
}

/** Enterprises of the roster by name, code or initials. */
export function useFoundObjects(typed: string) {
  const text = useDeferredValue(typed.trim());
  return useQuery(useTrpc().rosters.objects.queryOptions({ text, limit: 20 }, { placeholderData: keepPreviousData }));
}

export function useOfficerNames() {
  return useQuery(useTrpc().rosters.officers.queryOptions());
}

/** What a column of the kind 规则包条款 can name. */
export function useArticles() {
  return useQuery(useTrpc().registers.articles.queryOptions());
}

export function useEntryCommands(onDone?: (id: number | null) => void) {
  const { registers } = useTrpc();
  const closing = { quiet: true, onDone: () => onDone?.(null) } as const;
  return {
    add: useCommand(registers.addEntry.mutationOptions(), {
      quiet: true,
      done: '已登记',
      onDone: ({ id }) => onDone?.(id),
    }),
    correct: useCommand(registers.correctEntry.mutationOptions(), { ...closing, done: '已更正，原来的记录仍然保留' }),
    withdraw: useCommand(registers.withdrawEntry.mutationOptions(), { quiet: true, done: '已撤回，记录仍然保留' }),
    publish: useCommand(registers.publishEntry.mutationOptions(), { ...closing, done: '已标记公示' }),
  };
}

export function usePoolChoices() {
  return useQuery(useTrpc().plans.poolChoices.queryOptions());
}

export function useMemberCount(filter: PoolFilter) {
  return useQuery(useTrpc().registers.campaignCount.queryOptions(filter, { placeholderData: keepPreviousData }));
}

export function useFields() {
  return useQuery(useTrpc().registers.fields.queryOptions());
}

export function useSummaries() {
  return useQuery(useTrpc().registers.summaries.queryOptions());
}

export function useSummary(id: number) {
  return useQuery(useTrpc().registers.summary.queryOptions({ id }));
}

export function useSummaryCommands({
  onDrafted,
  onDone,
}: {
  onDrafted?: (id: number) => void;
  onDone?: () => void;
} = {}) {
  const { registers } = useTrpc();
  return {
    draft: useCommand(registers.draftSummary.mutationOptions(), {
      quiet: true,
      done: '已按数据起草，请核对修改',
      onDone: ({ id }) => onDrafted?.(id),
    }),
    redraft: useCommand(registers.redraftSummary.mutationOptions(), {
      done: '已按最新数据重新起草，原来的版本仍然保留',
      onDone,
    }),
    edit: useCommand(registers.editSummary.mutationOptions(), { quiet: true, done: '已保存', onDone }),
    submit: useCommand(registers.submitSummary.mutationOptions(), { done: '已送审' }),
    sendBack: useCommand(registers.returnSummary.mutationOptions(), { quiet: true, done: '已退回', onDone }),
    approve: useCommand(registers.approveSummary.mutationOptions(), { quiet: true, done: '已批准', onDone }),
  };
}

export function useLetters() {
  return useQuery(useTrpc().registers.letters.queryOptions());
}

export function useLetter(id: number) {
  return useQuery(useTrpc().registers.letter.queryOptions({ id }));
}

export function useLetterChoices() {
  return useQuery(useTrpc().registers.letterChoices.queryOptions());
}

export function useLetterCommands(onDone?: () => void) {
  const { registers } = useTrpc();
  const quiet = { quiet: true, onDone } as const;
  return {
    draft: useCommand(registers.draftLetters.mutationOptions(), {
      ...quiet,
      done: ({ letters }) => `已起草${letters.length}件：${letters.map(({ number }) => number).join('、')}`,
    }),
    edit: useCommand(registers.editLetter.mutationOptions(), { ...quiet, done: '已保存' }),
    approve: useCommand(registers.approveLetter.mutationOptions(), { done: '已签发' }),
    sendBack: useCommand(registers.returnLetter.mutationOptions(), { ...quiet, done: '已退回' }),
    dispatch: useCommand(registers.dispatchLetter.mutationOptions(), { ...quiet, done: '已登记发出' }),
    answer: useCommand(registers.answerLetter.mutationOptions(), { ...quiet, done: '已登记答复' }),
    withdraw: useCommand(registers.withdrawLetter.mutationOptions(), { ...quiet, done: '已撤回，编号不再使用' }),
  };
}

export function useReportDates(year: number) {
  return useQuery(useTrpc().registers.reportDates.queryOptions({ year }, { placeholderData: keepPreviousData }));
}

export function useCampaigns() {
  return useQuery(useTrpc().registers.campaigns.queryOptions());
}

export function useCampaign(id: number) {
  return useQuery(useTrpc().registers.campaign.queryOptions({ id }));
}

export function useCampaignFields() {
  return useQuery(useTrpc().registers.campaignFields.queryOptions());
}

export function useCampaignCommands({
  onOpened,
  onDone,
}: {
  onOpened?: (id: number) => void;
  onDone?: () => void;
} = {}) {
  const { registers } = useTrpc();
  return {
    open: useCommand(registers.openCampaign.mutationOptions(), {
      quiet: true,
      done: ({ objects }) => `已开展，固定${objects}户`,
      onDone: ({ id }) => onOpened?.(id),
    }),
    work: useCommand(registers.workCampaign.mutationOptions(), { quiet: true, done: '已登记', onDone }),
    end: useCommand(registers.endCampaign.mutationOptions(), { quiet: true, done: '已结束', onDone }),
  };
}
