import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { CommandForm } from '../../ui/command-form.tsx';
import { Door } from './door.tsx';
import { useSignIn } from './office.queries.ts';
import { SignIn } from './sign-in.tsx';

interface LockScreenProps {
  readonly bureau: string;
  /** Whose session is locked. */
  readonly login: string;
}

/** 已锁定: the same person goes on where he was; another person signs in instead. */
export function LockScreen({ bureau, login }: LockScreenProps) {
  const signIn = useSignIn();
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    // Drawers, dialogs and documents hang on the body, beside the page that is hidden.
    document.body.classList.add('is-locked');
    return () => document.body.classList.remove('is-locked');
  }, []);
  if (isOther) return <SignIn bureau={bureau} />;
  return (
    <Door title="已锁定" note={`${bureau} · 登录名 ${login}。离开10分钟自动锁定，未保存的内容仍在。`}>
      <CommandForm<{ password: string }> submit="解锁" onSubmit={({ password }) => signIn.run({ login, password })}>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      </CommandForm>
      <div className="door-links">
        <Button type="link" size="small" onClick={() => setOther(true)}>
          换一个账号登录
        </Button>
      </div>
    </Door>
  );
}
