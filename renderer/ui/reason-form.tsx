import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { CommandOutcome } from '../api/use-command.ts';
import { CommandForm } from './command-form.tsx';

export interface ReasonFormProps {
  readonly title: string;
  /** What happens, and what is kept of it. */
  readonly note: ReactNode;
  readonly submit: string;
  /** 事由 unless said otherwise. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly isDangerous?: boolean;
  readonly onSubmit: (reason: string) => Promise<CommandOutcome<unknown>>;
  readonly onClose: () => void;
}

/** Asks for the reason before something is done; closes when it is done. */
export function ReasonForm(props: ReasonFormProps) {
  const { title, note, submit, label = '事由', placeholder, isDangerous = false, onSubmit, onClose } = props;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <div className="form-refusal">{note}</div>
      <CommandForm<{ reason: string }>
        submit={submit}
        isDangerous={isDangerous}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const outcome = await onSubmit(reason);
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}
        >
          <Input.TextArea rows={2} autoFocus placeholder={placeholder} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
