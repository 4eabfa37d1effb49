import { AutoComplete, Drawer, Form, Input, Switch, Tabs } from 'antd';
import { useState } from 'react';
import { type Role, rolesOf, roleTitles } from '../../../shared/features/office/roles.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { AccountHandoverForm } from './account-handover-form.tsx';
import { NewPassword, passwordOf } from './new-password.tsx';
import { type AccountView, useAddAccount, useChangeAccount, useResetPassword, useSections } from './office.queries.ts';
import { flagsOf, RoleChoice } from './role-choice.tsx';

interface AccountDrawerProps {
  readonly shown: AccountView | 'new' | null;
  readonly onClose: () => void;
}

interface AccountValues {
  readonly name: string;
  readonly login: string;
  readonly section?: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly next: string;
}

/** One account: seen by everybody, changed by the administrator. */
export function AccountDrawer({ shown, onClose }: AccountDrawerProps) {
  const { roles } = useSession();
  const isAdmin = roles.includes('admin');
  const title = shown === 'new' ? '新增账号' : (shown?.name ?? '');
  return (
    <Drawer open={shown !== null} title={title} size={480} onClose={onClose} destroyOnHidden>
      {shown === 'new' && <NewAccountForm onDone={onClose} />}
      {shown !== null && shown !== 'new' && !isAdmin && <AccountFacts account={shown} />}
      {shown !== null && shown !== 'new' && isAdmin && (
        <Tabs
          items={[
            { key: 'account', label: '账号', children: <ChangeForm account={shown} onDone={onClose} /> },
            { key: 'password', label: '重设密码', children: <ResetForm account={shown} onDone={onClose} /> },
          ]}
        />
      )}
    </Drawer>
  );
}

function AccountFacts({ account }: { readonly account: AccountView }) {
  return (
    <>
      <Facts
        columns={1}
        facts={[
          ['姓名', account.name],
          ['登录名', account.login],
          ['股室', account.section],
          [
            '角色',
            rolesOf(account)
              .map((role) => roleTitles[role])
              .join('、'),
          ],
          ['状态', account.isActive ? '在用' : '停用'],
        ]}
      />
      <p className="quiet">账号的变更须由管理员办理。</p>
    </>
  );
}

function NewAccountForm({ onDone }: { readonly onDone: () => void }) {
  const add = useAddAccount();
  return (
    <CommandForm<AccountValues>
      submit="新增"
      onCancel={onDone}
      initial={{ roles: [] }}
      onSubmit={async ({ name, login, section = '', roles, next }) => {
        const outcome = await add.run({ name, login, section, password: passwordOf(next), ...flagsOf(roles) });
        if (outcome.ok) onDone();
        return outcome;
      }}
    >
      <Form.Item
        name="login"
        label="登录名（字母或数字，设定后不变）"
        rules={[{ required: true, message: '请填写登录名' }]}
      >
        <Input maxLength={32} autoComplete="off" autoFocus />
      </Form.Item>
      <PersonFields />
      <NewPassword />
    </CommandForm>
  );
}

function ChangeForm({ account, onDone }: { readonly account: AccountView; readonly onDone: () => void }) {
  const change = useChangeAccount();
  const [isHandingOver, setHandingOver] = useState(false);
  return (
    <>
      <CommandForm<AccountValues>
        submit="保存"
        onCancel={onDone}
        initial={{ ...account, roles: rolesOf(account) }}
        onSubmit={async ({ name, section = '', roles, isActive }) => {
          const outcome = await change.run({ id: account.id, name, section, isActive, ...flagsOf(roles) });
          if (outcome.ok) onDone();
          else if (outcome.code === 'ACCOUNT_HAS_ENTRIES') setHandingOver(true);
          return outcome;
        }}
      >
        <p className="quiet">登录名：{account.login}</p>
        <PersonFields />
        <Form.Item
          name="isActive"
          label="在用"
          valuePropName="checked"
          extra="停用后立即退出登录，不能再登录；经办记录保留。"
        >
          <Switch />
        </Form.Item>
      </CommandForm>
      {isHandingOver && <AccountHandoverForm account={account} onDone={onDone} onClose={() => setHandingOver(false)} />}
    </>
  );
}

function PersonFields() {
  const sections = useSections().data ?? [];
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="section" label="股室（可不填；新股室直接填写）">
        <AutoComplete allowClear maxLength={30} options={sections.map((section) => ({ value: section }))} />
      </Form.Item>
      <Form.Item name="roles" label="角色" extra="管理员不兼任业务角色；局主要领导只有一人。">
        <RoleChoice />
      </Form.Item>
    </>
  );
}

function ResetForm({ account, onDone }: { readonly account: AccountView; readonly onDone: () => void }) {
  const reset = useResetPassword();
  return (
    <CommandForm<AccountValues>
      submit="重设密码"
      onCancel={onDone}
      onSubmit={async ({ next }) => {
        const outcome = await reset.run({ id: account.id, password: passwordOf(next) });
        if (outcome.ok) onDone();
        return outcome;
      }}
    >
      <p>为“{account.name}”重设密码，请当面告知并请其登录后自行修改。锁定随之解除，已登录的随即退出。</p>
      <NewPassword />
    </CommandForm>
  );
}
