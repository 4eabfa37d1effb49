import { Form, Input } from 'antd';
import { useSession } from '../api/session.ts';
import type { CommandOutcome } from '../api/use-command.ts';
import { CommandForm } from './command-form.tsx';

export interface LookUpWordsValues {
  readonly purpose: string;
  readonly askedBy: string;
}

interface LookUpWordsProps {
  readonly onSubmit: (values: LookUpWordsValues) => Promise<CommandOutcome<unknown>>;
  readonly onCancel: () => void;
}

/** What a lookup before an inspection asks for: why, and who wants to know. */
export function LookUpWords({ onSubmit, onCancel }: LookUpWordsProps) {
  const { account } = useSession();
  const askedBy = [account?.section, account?.name].filter(Boolean).join(' ');
  return (
    <CommandForm<LookUpWordsValues>
      name="look-up-words"
      submit="查询并留存"
      initial={{ purpose: '检查前查询信用', askedBy }}
      onCancel={onCancel}
      onSubmit={onSubmit}
    >
      <Form.Item
        name="purpose"
        label="查询用途"
        rules={[{ required: true, whitespace: true, message: '请填写查询用途' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="askedBy"
        label="由谁提出（股室、人员）"
        rules={[{ required: true, whitespace: true, message: '请填写由谁提出查询' }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </CommandForm>
  );
}
