import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Inputs, useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

type DataOf<Q extends (...args: never[]) => { readonly data: unknown }> = NonNullable<ReturnType<Q>['data']>;
export type RecordLine = DataOf<typeof useRecords>['lines'][number];
export type OpenRecord = DataOf<typeof useRecord>;
export type RecordStage = DataOf<typeof useRecordStage>;
export type CreditBatch = DataOf<typeof useCreditBatches>[number];
export type PublicityLine = DataOf<typeof usePublicity>['lines'][number];
export type CatalogueLine = DataOf<typeof useCatalogue>[number];
export type AuthorisationLine = DataOf<typeof useAuthorisations>[number];
export type RecordFilter = NonNullable<Inputs['credit']['exports']['records']>;
export type PublicityFilter = NonNullable<Inputs['credit']['exports']['publicity']>;

type In<Room extends keyof Inputs['credit'], Call extends keyof Inputs['credit'][Room]> = Inputs['credit'][Room][Call];
type Manner<Input, Value = unknown> = CommandManner<Input, Value>;

export function useRecords(page: In<'records', 'list'>) {
  return useQuery(useTrpc().credit.records.list.queryOptions(page, { placeholderData: keepPreviousData }));
}

export function useRecordChoices() {
  return useQuery(useTrpc().credit.records.choices.queryOptions());
}

export function useRecord(id: number) {
  return useQuery(useTrpc().credit.records.record.queryOptions({ id }));
}

export function useInspected(objectId: number) {
  return useQuery(useTrpc().credit.records.inspected.queryOptions({ objectId }));
}

export function useAddRecord(manner: Manner<In<'records', 'add'>, { readonly id: number }>) {
  return useCommand(useTrpc().credit.records.add.mutationOptions(), manner);
}

export function useCorrectRecord(manner: Manner<In<'records', 'correct'>, null>) {
  return useCommand(useTrpc().credit.records.correct.mutationOptions(), manner);
}

export function useEndRecord(manner: Manner<In<'records', 'end'>, null>) {
  return useCommand(useTrpc().credit.records.end.mutationOptions(), manner);
}

export function useRepairRecord(manner: Manner<In<'records', 'repair'>, null>) {
  return useCommand(useTrpc().credit.records.repair.mutationOptions(), manner);
}

export function useWithdrawRecord(manner: Manner<In<'records', 'withdraw'>, null>) {
  return useCommand(useTrpc().credit.records.withdraw.mutationOptions(), manner);
}

export function useRecordStage(stageId: number | null) {
  const options = useTrpc().credit.imports.stage.queryOptions({ stageId: stageId ?? 0 }, { enabled: stageId !== null });
  return useQuery(options);
}

export function useCreditBatches() {
  return useQuery(useTrpc().credit.imports.batches.queryOptions());
}

export function useConfirmRecords(
  manner: Manner<In<'imports', 'confirm'>, { readonly added: number; readonly regraded: number }>,
) {
  return useCommand(useTrpc().credit.imports.confirm.mutationOptions(), manner);
}

export function useUndoRecords(manner: Manner<In<'imports', 'undo'>, { readonly withdrawn: number }>) {
  return useCommand(useTrpc().credit.imports.undo.mutationOptions(), manner);
}

export function useRecordExports() {
  const trpc = useTrpc();
  return {
    records: useCommand(trpc.credit.exports.records.mutationOptions()),
    platform: useCommand(trpc.credit.exports.platform.mutationOptions()),
    publicity: useCommand(trpc.credit.exports.publicity.mutationOptions()),
  };
}

export function usePublicityOverview() {
  return useQuery(useTrpc().credit.publicity.overview.queryOptions());
}

export function usePublicity(page: In<'publicity', 'list'>) {
  return useQuery(useTrpc().credit.publicity.list.queryOptions(page, { placeholderData: keepPreviousData }));
}

export function usePublish(manner: Manner<In<'publicity', 'publish'>, { readonly published: number }>) {
  return useCommand(useTrpc().credit.publicity.publish.mutationOptions(), manner);
}

export function useStopPublicity(manner: Manner<In<'publicity', 'stop'>, null>) {
  return useCommand(useTrpc().credit.publicity.stop.mutationOptions(), manner);
}

export function useCatalogue() {
  return useQuery(useTrpc().credit.catalogue.list.queryOptions());
}

export function useNoneReceived(manner: Manner<In<'catalogue', 'noneReceived'>, null>) {
  return useCommand(useTrpc().credit.catalogue.noneReceived.mutationOptions(), manner);
}

export function useAuthorisations() {
  return useQuery(useTrpc().credit.authorisations.list.queryOptions({}));
}

export function useAddAuthorisation(manner: Manner<In<'authorisations', 'add'>, { readonly id: number }>) {
  return useCommand(useTrpc().credit.authorisations.add.mutationOptions(), manner);
}

export function useWithdrawAuthorisation(manner: Manner<In<'authorisations', 'withdraw'>, null>) {
  return useCommand(useTrpc().credit.authorisations.withdraw.mutationOptions(), manner);
}
