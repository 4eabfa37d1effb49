import { Form, type FormInstance, Input } from 'antd';
import { CommandForm } from '../../ui/command-form.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { NewPassword, passwordOf } from './new-password.tsx';
import { useChangePassword } from './office.queries.ts';

interface PasswordValues {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

const wrongCurrent = {
  ok: false,
  code: 'BAD_INPUT',
  details: { problems: [{ field: 'current', sentence: '当前密码不正确' }] },
} as const;

/** 设置 → 修改密码: one's own. */
export function PasswordPage() {
  const change = useChangePassword();
  const [form] = Form.useForm<PasswordValues>();
  return (
    <>
      <PageHead title="修改密码" note="修改本人的登录密码。" />
      <div className="narrow">
        <CommandForm<PasswordValues>
          form={form as FormInstance<PasswordValues>}
          submit="修改密码"
          onSubmit={async ({ current, next }) => {
            const outcome = await change.run({ current: passwordOf(current), next: passwordOf(next) });
            if (outcome.ok) form.resetFields();
            if (!outcome.ok && outcome.code === 'WRONG_PASSWORD') return wrongCurrent;
            return outcome;
          }}
        >
          <Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <NewPassword />
        </CommandForm>
      </div>
    </>
  );
}
