import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { CommandForm } from '../../ui/command-form.tsx';
import { Door } from './door.tsx';
import { useSignIn } from './office.queries.ts';
import { Recover } from './recover.tsx';

interface SignInValues {
  readonly login: string;
  readonly password: string;
}

/** 登录. */
export function SignIn({ bureau }: { readonly bureau: string }) {
  const signIn = useSignIn();
  const [hasForgotten, setForgotten] = useState(false);
  if (hasForgotten) return <Recover onBack={() => setForgotten(false)} />;
  return (
    <Door title="登录明签" note={bureau}>
      <CommandForm<SignInValues> submit="登录" onSubmit={signIn.run}>
        <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
          <Input autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </CommandForm>
      <div className="door-links">
        <Button type="link" size="small" onClick={() => setForgotten(true)}>
          管理员忘记密码，使用恢复码
        </Button>
      </div>
      <p className="quiet">其他人员忘记密码，请管理员在“设置”中重设。</p>
    </Door>
  );
}
