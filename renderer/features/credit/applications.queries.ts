import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  DecideApplication,
  PromiseApplication,
  RecheckApplication,
  RegisterApplication,
} from '../../../shared/features/credit/applications.ts';
import type { CheckAfter, RegisterLicence, TakePath } from '../../../shared/features/credit/licences.ts';
import { type Outputs, useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

export type ApplicationDetail = NonNullable<Outputs['credit']['applications']['byId']>;
export type LicenceDetail = NonNullable<Outputs['credit']['licences']['byId']>;

export function useApplications() {
  return useQuery(useTrpc().credit.applications.list.queryOptions());
}

export function useApplication(id: number) {
  return useQuery(useTrpc().credit.applications.byId.queryOptions({ id }));
}

interface Registered {
  readonly id: number;
  readonly number: string;
  readonly findings: number;
}

export function useRegisterApplication(manner: CommandManner<RegisterApplication, Registered>) {
  return useCommand(useTrpc().credit.applications.register.mutationOptions(), manner);
}

export function usePromiseApplication(manner: CommandManner<z.infer<typeof PromiseApplication>, null>) {
  return useCommand(useTrpc().credit.applications.promise.mutationOptions(), manner);
}

export function useRecheckApplication(
  manner: CommandManner<z.infer<typeof RecheckApplication>, { readonly findings: number }>,
) {
  return useCommand(useTrpc().credit.applications.recheck.mutationOptions(), manner);
}

export function useDecideApplication(
  manner: CommandManner<z.infer<typeof DecideApplication>, { readonly noticeNumber: string | null }>,
) {
  return useCommand(useTrpc().credit.applications.decide.mutationOptions(), manner);
}

export function useLicences() {
  return useQuery(useTrpc().credit.licences.list.queryOptions());
}

export function useLicence(id: number) {
  return useQuery(useTrpc().credit.licences.byId.queryOptions({ id }));
}

export function usePaths() {
  return useQuery(useTrpc().credit.licences.paths.queryOptions());
}

export function useRegisterLicence(
  manner: CommandManner<RegisterLicence, { readonly id: number; readonly number: string; readonly path: string }>,
) {
  return useCommand(useTrpc().credit.licences.register.mutationOptions(), manner);
}

export function useTakePath(manner: CommandManner<TakePath, null>) {
  return useCommand(useTrpc().credit.licences.takePath.mutationOptions(), manner);
}

export function useCheckAfter(manner: CommandManner<CheckAfter, null>) {
  return useCommand(useTrpc().credit.licences.checkAfter.mutationOptions(), manner);
}
