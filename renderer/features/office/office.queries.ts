import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/client.ts';
import { type CommandManner, useCommand } from '../../api/use-command.ts';

export function usePacks() {
  const trpc = useTrpc();
  return useQuery(trpc.office.packs.queryOptions());
}

/** The version of the office's rules that is in force today. */
export function useRulesInForce() {
  const { versions, inForceId } = useQuery(useTrpc().policies.versions.queryOptions()).data ?? {};
  return versions?.find(({ id }) => id === inForceId) ?? null;
}

export function useSetUp() {
  const trpc = useTrpc();
  return useCommand(trpc.office.setUp.mutationOptions(), { quiet: true });
}

export function useSignIn() {
  const trpc = useTrpc();
  return useCommand(trpc.office.signIn.mutationOptions(), { quiet: true });
}

export function useRecover() {
  const trpc = useTrpc();
  return useCommand(trpc.office.recover.mutationOptions(), { quiet: true });
}

export function useSignOut(manner: CommandManner<void, null> = {}) {
  const trpc = useTrpc();
  return useCommand(trpc.office.signOut.mutationOptions(), manner);
}

export function useAccounts() {
  const trpc = useTrpc();
  return useQuery(trpc.office.accounts.queryOptions());
}

export type AccountView = NonNullable<ReturnType<typeof useAccounts>['data']>[number];

export function useSections() {
  const trpc = useTrpc();
  return useQuery(trpc.office.sections.queryOptions());
}

export function useAddAccount() {
  const trpc = useTrpc();
  return useCommand(trpc.office.addAccount.mutationOptions(), { quiet: true, done: '已新增账号' });
}

export function useChangeAccount() {
  const trpc = useTrpc();
  return useCommand(trpc.office.changeAccount.mutationOptions(), { quiet: true, done: '已保存' });
}

/** Results an account entered that are not published. */
export function useOpenEntries(id: number) {
  const trpc = useTrpc();
  return useQuery(trpc.office.openEntries.queryOptions({ id }));
}

export function useHandOverAccount() {
  const trpc = useTrpc();
  return useCommand(trpc.office.handOverAccount.mutationOptions(), {
    quiet: true,
    done: ({ count }) => `已移交${count}条，账号已停用`,
  });
}

export function useResetPassword() {
  const trpc = useTrpc();
  return useCommand(trpc.office.resetPassword.mutationOptions(), { quiet: true, done: '已重设密码' });
}

export function useChangePassword() {
  const trpc = useTrpc();
  return useCommand(trpc.office.changePassword.mutationOptions(), { quiet: true, done: '已修改密码' });
}

export function useChangeBureau() {
  const trpc = useTrpc();
  return useCommand(trpc.office.changeBureau.mutationOptions(), { quiet: true, done: '已保存' });
}

export function useBackups() {
  const trpc = useTrpc();
  return useQuery(trpc.office.backups.queryOptions());
}

export function useBackUp() {
  const trpc = useTrpc();
  return useCommand(trpc.office.backUp.mutationOptions(), { done: '已备份' });
}
