import { Form, Input } from 'antd';

/** A new password, typed twice. Fields `next` and `again`. */
export function NewPassword({ label = '新密码（至少10个字符）' }: { readonly label?: string }) {
  return (
    <>
      <Form.Item
        name="next"
        label={label}
        rules={[
          { required: true, message: '请填写新密码' },
          { min: 10, message: '密码至少10个字符' },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一次"
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, again?: string) => {
              if (again !== getFieldValue('next')) throw new Error('两次输入的密码不一致');
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

/** The password as it is kept: one spelling of composed characters. */
export function passwordOf(typed: string): string {
  return typed.normalize('NFC');
}
