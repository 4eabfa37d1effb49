import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListGrades, ListMoves, ProposeManual } from '../../../shared/features/grading/schemas.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type GradeLine = DataOf<typeof useGradeList>['lines'][number];
export type GradeRules = DataOf<typeof useGradeRules>;
export type GradedObject = DataOf<typeof useGradedObject>;
export type Explanation = DataOf<typeof useExplanation>;
export type WhatIf = DataOf<typeof useWhatIf>;
export type NationalEntry = DataOf<typeof useNationalHistory>[number];
export type GradeMove = DataOf<typeof useMoves>['lines'][number];
export type ManualChange = DataOf<typeof useManualChanges>[number];
export type StagedGrades = DataOf<typeof useGradeStage>;
export type GradeImport = DataOf<typeof useGradeImports>[number];

interface Counts {
  readonly graded: number;
  readonly changed: number;
}

export function useGradeList(list: ListGrades) {
  return useQuery(useTrpc().grading.list.queryOptions(list, { placeholderData: keepPreviousData }));
}

export function useGradeCounts() {
  return useQuery(useTrpc().grading.counts.queryOptions());
}

export function useGradeRules() {
  return useQuery(useTrpc().grading.rules.queryOptions());
}

export function useGradedObject(id: number) {
  return useQuery(useTrpc().grading.object.queryOptions({ id }));
}

export function useExplanation(objectId: number) {
  return useQuery(useTrpc().grading.explanation.queryOptions({ objectId }));
}

export function useWhatIf(objectId: number) {
  return useQuery(useTrpc().grading.whatIf.queryOptions({ objectId }));
}

export function useNationalHistory(objectId: number) {
  return useQuery(useTrpc().grading.nationalHistory.queryOptions({ objectId }));
}

export function useMoves(list: ListMoves) {
  return useQuery(useTrpc().grading.moves.queryOptions(list, { placeholderData: keepPreviousData }));
}

export function useMoveChoices() {
  return useQuery(useTrpc().grading.moveChoices.queryOptions());
}

export function useManualChanges() {
  return useQuery(useTrpc().grading.manualChanges.queryOptions());
}

export function useManualChangesOf(objectId: number) {
  return useQuery(useTrpc().grading.manualChangesOf.queryOptions({ objectId }));
}

export function useGradeImports() {
  return useQuery(useTrpc().grading.imports.queryOptions());
}

export function useGradeStage(stageId: number | null) {
  const options = useTrpc().grading.stage.queryOptions({ stageId: stageId ?? 0 }, { enabled: stageId !== null });
  return useQuery(options);
}

export function useConfirmGrades(manner: CommandManner<{ stageId: number }, Counts & { readonly imported: number }>) {
  return useCommand(useTrpc().grading.confirmImport.mutationOptions(), manner);
}

export function useUndoGrades(manner: CommandManner<{ id: number }, Counts>) {
  return useCommand(useTrpc().grading.undoImport.mutationOptions(), manner);
}

export function useRegrade(manner: CommandManner<void, Counts>) {
  return useCommand(useTrpc().grading.regrade.mutationOptions(), manner);
}

/** What the lists keep, as workbooks. */
export function useGradeExports() {
  const trpc = useTrpc();
  return {
    grades: useCommand(trpc.grading.exports.grades.mutationOptions()),
    moves: useCommand(trpc.grading.exports.moves.mutationOptions()),
  };
}

export function useNoteMoves(
  manner: CommandManner<{ ids?: number[]; all?: ListMoves | null; except?: number[] }, { readonly count: number }>,
) {
  return useCommand(useTrpc().grading.noteMoves.mutationOptions(), manner);
}

export function useProposeManual(manner: CommandManner<ProposeManual, { readonly id: number }>) {
  return useCommand(useTrpc().grading.proposeManual.mutationOptions(), manner);
}

export function useDecideManual(
  manner: CommandManner<{ id: number; decision: 'approve' | 'reject'; opinion?: string }, null>,
) {
  return useCommand(useTrpc().grading.decideManual.mutationOptions(), manner);
}

export function useWithdrawManual(manner: CommandManner<{ id: number; reason: string }, null>) {
  return useCommand(useTrpc().grading.withdrawManual.mutationOptions(), manner);
}
