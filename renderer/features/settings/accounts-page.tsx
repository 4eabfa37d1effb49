import { useQuery } from '@tanstack/react-query';
import { rolesOf, roleTitles } from '../../../shared/features/office/roles.ts';
import { useTrpc } from '../../api/client.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';

/** 设置 → 账号. */
export function AccountsPage() {
  const trpc = useTrpc();
  const accounts = useQuery(trpc.office.accounts.queryOptions());
  const params = useListParams();
  return (
    <>
      <PageHead title="账号" />
      <DataTable
        name="office.accounts"
        title="账号"
        rows={accounts.data}
        rowKey={(account) => account.id}
        params={params}
        searchHint="姓名、登录名、股室"
        columns={[
          { key: 'name', title: '姓名', value: (account) => account.name },
          { key: 'login', title: '登录名', value: (account) => account.login },
          { key: 'section', title: '股室', value: (account) => account.section },
          {
            key: 'roles',
            title: '角色',
            width: 240,
            value: (account) =>
              rolesOf(account)
                .map((role) => roleTitles[role])
                .join('、'),
          },
          { key: 'state', title: '状态', value: (account) => (account.isActive ? '在用' : '停用') },
        ]}
      />
    </>
  );
}
