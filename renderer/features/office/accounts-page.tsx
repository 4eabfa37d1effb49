import { useState } from 'react';
import { rolesOf, roleTitles } from '../../../shared/features/office/roles.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { AccountDrawer } from './account-drawer.tsx';
import { type AccountView, useAccounts } from './office.queries.ts';

const titlesOf = (account: AccountView) =>
  rolesOf(account)
    .map((role) => roleTitles[role])
    .join('、');

const columns: readonly ListColumn<AccountView>[] = [
  { key: 'name', title: '姓名', value: (account) => account.name, width: 140 },
  { key: 'login', title: '登录名', value: (account) => account.login, width: 140 },
  { key: 'section', title: '股室', value: (account) => account.section, width: 160 },
  { key: 'roles', title: '角色', value: titlesOf, width: 240 },
  { key: 'state', title: '状态', value: (account) => (account.isActive ? '在用' : '停用'), width: 90 },
];

const filters: readonly ListFilter<AccountView>[] = [
  {
    key: 'role',
    label: '角色',
    options: Object.entries(roleTitles).map(([value, label]) => ({ value, label })),
    of: rolesOf,
  },
  {
    key: 'state',
    label: '状态',
    options: [
      { value: 'active', label: '在用' },
      { value: 'disabled', label: '停用' },
    ],
    of: (account) => (account.isActive ? 'active' : 'disabled'),
  },
];

/** 设置 → 账号. */
export function AccountsPage() {
  const accounts = useAccounts();
  const params = useListParams();
  const [shown, setShown] = useState<AccountView | 'new' | null>(null);
  return (
    <>
      <PageHead
        title="账号"
        note="一人一号，不共用。离职、调岗的停用，不删除，经办记录保留。"
        actions={
          <ActionButton type="primary" may={['admin']} onClick={() => setShown('new')}>
            新增账号
          </ActionButton>
        }
      />
      <DataTable
        name="office.accounts"
        title="账号"
        rows={accounts.data}
        rowKey={(account) => account.id}
        params={params}
        columns={columns}
        filters={filters}
        searchHint="姓名、登录名、股室"
        onRow={setShown}
      />
      <AccountDrawer shown={shown} onClose={() => setShown(null)} />
    </>
  );
}
