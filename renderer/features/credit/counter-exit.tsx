import { Form, Input, Modal } from 'antd';
import { useTrpc } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { CommandForm } from '../../ui/command-form.tsx';

interface Values {
  readonly login: string;
  readonly password: string;
}

/** The way out of the 查询区: any account of the office, with its password. No name is filled in: whoever stands there can see it. */
export function CounterExit({ onClose }: { readonly onClose: () => void }) {
  const signIn = useCommand(useTrpc().office.signIn.mutationOptions(), { quiet: true });
  return (
    <Modal open title="退出查询区" onCancel={onClose} footer={null} destroyOnHidden>
      <CommandForm<Values>
        name="counter-exit"
        submit="退出查询区"
        cancelText="继续查询"
        onCancel={onClose}
        onSubmit={(values) => signIn.run(values)}
      >
        <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
