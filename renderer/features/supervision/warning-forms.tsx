import { Form, Input, Modal } from 'antd';
import type { WarningSelection } from '../../../shared/features/supervision/warning-schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useWarningCommands } from './warnings.queries.ts';

interface ChosenFormProps {
  readonly selection: WarningSelection;
  readonly count: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 登记处置: what was done. The warning stays until its ground is gone. */
export function HandleForm({ selection, count, onDone, onClose }: ChosenFormProps) {
  const { handle } = useWarningCommands();
  return (
    <ReasonForm
      title={`登记处置${count}条预警`}
      note="登记后不再列为待处置；又有新的依据时重新预警，依据消除后自动解除。"
      label="处置情况"
      placeholder="例如：9月7日约谈负责人，要求15日内整改"
      submit="登记处置"
      onSubmit={async (note) => {
        const outcome = await handle.run({ selection, note });
        if (outcome.ok) onDone();
        return outcome;
      }}
      onClose={onClose}
    />
  );
}

/** 暂不处置: why, and the last day it may rest. */
export function AcknowledgeForm({ selection, count, onDone, onClose }: ChosenFormProps) {
  const { acknowledge } = useWarningCommands();
  return (
    <Modal open title={`暂不处置${count}条预警`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">到期后仍有依据的重新预警；期间有新的依据，也重新预警。</p>
      <CommandForm<{ note: string; untilOn: string }>
        submit="暂不处置"
        onCancel={onClose}
        onSubmit={async (values) => {
          const outcome = await acknowledge.run({ selection, ...values });
          if (outcome.ok) onDone();
          return outcome;
        }}
      >
        <Form.Item name="note" label="理由" rules={[{ required: true, whitespace: true, message: '请填写理由' }]}>
          <Input.TextArea rows={2} autoFocus placeholder="例如：同一件事的重复投诉，已在办理" />
        </Form.Item>
        <Form.Item name="untilOn" label="暂不处置到" rules={[{ required: true, message: '请填写日期' }]}>
          <DayInput />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
