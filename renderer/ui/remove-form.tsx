import { Form, Input, Modal } from 'antd';
import type { CommandOutcome } from '../api/use-command.ts';
import { CommandForm } from './command-form.tsx';

interface RemoveFormProps {
  /** What is taken away, as the title asks it. */
  readonly title: string;
  readonly note: string;
  readonly submit: string;
  readonly onSubmit: (reason: string) => Promise<CommandOutcome<unknown>>;
  readonly onClose: () => void;
}

/** Asks once more and for the reason before something is taken away. */
export function RemoveForm({ title, note, submit, onSubmit, onClose }: RemoveFormProps) {
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{note}</p>
      <CommandForm<{ reason: string }>
        submit={submit}
        isDangerous
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const outcome = await onSubmit(reason);
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        <Form.Item name="reason" label="事由" rules={[{ required: true, whitespace: true, message: '请填写事由' }]}>
          <Input.TextArea rows={2} autoFocus />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
