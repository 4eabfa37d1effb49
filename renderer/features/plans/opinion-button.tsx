import { Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import type { CommandOutcome } from '../../api/use-command.ts';
import { ActionButton, type ActionButtonProps } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';

export interface OpinionValues {
  readonly opinion: string;
  readonly approvedOn: string;
  readonly documentNumber: string;
}

interface OpinionButtonProps extends Pick<ActionButtonProps, 'may' | 'barred' | 'type' | 'danger'> {
  /** The word on the button and on the form: 送审, 退回, 批准计划. */
  readonly word: string;
  readonly note?: ReactNode;
  readonly needsOpinion?: boolean;
  /** Also asks for the day and number of the paper that approves. */
  readonly approves?: boolean;
  readonly onSubmit: (values: OpinionValues) => Promise<CommandOutcome<unknown>>;
}

/** A step of approval with its opinion. */
export function OpinionButton(props: OpinionButtonProps) {
  const { word, note, needsOpinion = false, approves = false, onSubmit, ...button } = props;
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton {...button} onClick={() => setOpen(true)}>
        {word}
      </ActionButton>
      <Modal open={isOpen} title={word} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        {note !== undefined && <p>{note}</p>}
        <CommandForm<OpinionValues>
          submit={`确定${word.slice(0, 2)}`}
          onCancel={() => setOpen(false)}
          initial={{ opinion: '', approvedOn: today, documentNumber: '' }}
          onSubmit={async (values) => {
            const outcome = await onSubmit({ ...values, opinion: values.opinion ?? '' });
            if (outcome.ok) setOpen(false);
            return outcome;
          }}
        >
          {approves && (
            <div className="field-grid">
              <Form.Item name="approvedOn" label="批准日期" rules={[{ required: true, message: '请选择批准日期' }]}>
                <DayInput max={today} />
              </Form.Item>
              <Form.Item name="documentNumber" label="批准文号（可不填）">
                <Input maxLength={60} placeholder="例如：额工信发〔2026〕1号" />
              </Form.Item>
            </div>
          )}
          <Form.Item
            name="opinion"
            label={needsOpinion ? '退回意见' : '意见（可不填）'}
            rules={needsOpinion ? [{ required: true, whitespace: true, message: '请写明退回意见' }] : []}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
