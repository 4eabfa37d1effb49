import { Button, Form, Input, Select } from 'antd';
import type { Role } from '../../../shared/features/office/roles.ts';
import type { NewAccount } from '../../../shared/features/office/schemas.ts';
import { passwordOf } from './new-password.tsx';
import { flagsOf, RoleChoice } from './role-choice.tsx';

export interface AccountRow {
  readonly name?: string;
  readonly login?: string;
  readonly section?: string;
  readonly roles: readonly Role[];
  readonly password?: string;
  readonly again?: string;
}

/** The roles an office cannot do without; in a small one 审核人 and 局领导 are the same person. */
export const firstAccounts: AccountRow[] = [
  { roles: ['admin'] },
  { roles: ['operator'] },
  { roles: ['reviewer'] },
  { roles: ['leader', 'principal'] },
];

export function newAccountOf({ name = '', login = '', section = '', roles, password = '' }: AccountRow): NewAccount {
  return { name, login, section, password: passwordOf(password), ...flagsOf(roles) };
}

/** The first accounts, one block each. No password is preset. */
export function AccountRows({ sections }: { readonly sections: readonly string[] }) {
  return (
    <>
      <p className="quiet">
        须有管理员、经办人、审核人、局领导，其中一人为局主要领导。一人可兼几个业务角色（人少的，局领导兼审核人，移除一个账号），但不能审核自己录入的内容；管理员只管账号和备份。
      </p>
      <Form.List name="accounts">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, i) => (
              <fieldset key={field.key} className="account-row">
                <legend>账号{i + 1}</legend>
                <Form.Item name={[field.name, 'name']} label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
                  <Input maxLength={30} autoComplete="off" />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'login']}
                  label="登录名"
                  rules={[{ required: true, message: '请填写登录名' }]}
                >
                  <Input maxLength={32} autoComplete="off" placeholder="字母或数字" />
                </Form.Item>
                <Form.Item name={[field.name, 'section']} label="股室（可不填）">
                  <Select allowClear options={sections.map((section) => ({ value: section, label: section }))} />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'password']}
                  label="密码（至少10个字符）"
                  rules={[{ required: true, min: 10, message: '密码至少10个字符' }]}
                >
                  <Input.Password autoComplete="new-password" />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'again']}
                  label="再输一次"
                  rules={[
                    ({ getFieldValue }) => ({
                      validator: async (_, again?: string) => {
                        const { password } = getFieldValue(['accounts', field.name]) as AccountRow;
                        if ((again ?? '') !== (password ?? '')) throw new Error('两次输入的密码不一致');
                      },
                    }),
                  ]}
                >
                  <Input.Password autoComplete="new-password" />
                </Form.Item>
                <Form.Item name={[field.name, 'roles']} label="角色" className="account-roles">
                  <RoleChoice />
                </Form.Item>
                {fields.length > 3 && (
                  <Button className="account-remove" onClick={() => remove(field.name)}>
                    移除
                  </Button>
                )}
              </fieldset>
            ))}
            <Button style={{ marginBottom: 14 }} onClick={() => add({ roles: [] })}>
              再加一个账号
            </Button>
          </>
        )}
      </Form.List>
    </>
  );
}
