import { Form, Input } from 'antd';
import { useState } from 'react';
import { CommandForm } from '../../ui/command-form.tsx';
import { Door } from './door.tsx';
import { NewPassword, passwordOf } from './new-password.tsx';
import { useRecover } from './office.queries.ts';
import { RecoverySheet } from './recovery-sheet.tsx';

interface RecoverValues {
  readonly code: string;
  readonly login: string;
  readonly next: string;
  readonly again: string;
}

/** 使用恢复码: the sealed code sets one account's password anew; a new code takes its place. */
export function Recover({ onBack }: { readonly onBack: () => void }) {
  const recover = useRecover();
  const [newCode, setNewCode] = useState<string | null>(null);
  if (newCode !== null) return <RecoverySheet code={newCode} onFinish={onBack} />;
  return (
    <Door title="使用恢复码" note="打开首次设置时密封的信封，按信封内恢复码填写。使用后原恢复码作废，并记入操作台账。">
      <CommandForm<RecoverValues>
        submit="重设密码"
        onCancel={onBack}
        cancelText="返回登录"
        onSubmit={async (values) => {
          const outcome = await recover.run({ code: values.code, login: values.login, next: passwordOf(values.next) });
          if (outcome.ok) setNewCode(outcome.value.recoveryCode);
          return outcome;
        }}
      >
        <Form.Item name="code" label="恢复码" rules={[{ required: true, message: '请填写恢复码' }]}>
          <Input autoFocus autoComplete="off" placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX" />
        </Form.Item>
        <Form.Item name="login" label="要重设密码的登录名" rules={[{ required: true, message: '请填写登录名' }]}>
          <Input autoComplete="username" />
        </Form.Item>
        <NewPassword />
      </CommandForm>
    </Door>
  );
}
