import { useQuery } from '@tanstack/react-query';
import type { NewRecord } from '../../../shared/features/grading/schemas.ts';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type GradeLine = DataOf<typeof useGradeLines>[number];
export type GradeRules = DataOf<typeof useGradeRules>;
export type GradedObject = DataOf<typeof useGradedObject>;
export type StagedGrades = DataOf<typeof useGradeStage>;
export type GradeImport = DataOf<typeof useGradeImports>[number];

interface Counts {
  readonly graded: number;
  readonly changed: number;
}

export function useGradeLines() {
  return useQuery(useTrpc().grading.list.queryOptions());
}

export function useGradeRules() {
  return useQuery(useTrpc().grading.rules.queryOptions());
}

export function useGradedObject(id: number) {
  return useQuery(useTrpc().grading.object.queryOptions({ id }));
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

export function useAddRecord(manner: CommandManner<NewRecord, null>) {
  return useCommand(useTrpc().grading.addRecord.mutationOptions(), manner);
}

export function useEndRecord(manner: CommandManner<{ recordId: number; endedOn: string }, null>) {
  return useCommand(useTrpc().grading.endRecord.mutationOptions(), manner);
}
