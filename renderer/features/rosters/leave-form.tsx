import { Form, Input, Modal, Select } from 'antd';
import { type LeaveKind, leaveKinds } from '../../../shared/features/rosters/officer-facts.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useOfficerCommands } from './rosters.queries.ts';

export const leaveKindOptions = leaveKinds.map((value) => ({ value }));

interface Values {
  readonly fromOn: string;
  readonly toOn: string;
  readonly kind: LeaveKind;
  readonly reason?: string;
}

interface LeaveFormProps {
  readonly officer: { readonly id: number; readonly name: string };
  readonly onClose: () => void;
}

/** 登记请假 of one officer. */
export function LeaveForm({ officer, onClose }: LeaveFormProps) {
  const { addLeave } = useOfficerCommands(onClose);
  return (
    <Modal open title={`登记请假：${officer.name}`} footer={null} onCancel={onClose} destroyOnHidden width={480}>
      <LeaveFields submit="登记请假" onClose={onClose} onSubmit={(leave) => addLeave.run({ id: officer.id, leave })} />
    </Modal>
  );
}

interface LeaveFieldsProps {
  readonly submit: string;
  readonly onSubmit: Parameters<typeof CommandForm<Values>>[0]['onSubmit'];
  readonly onClose: () => void;
}

/** From, to, kind and reason of one leave. */
export function LeaveFields({ submit, onSubmit, onClose }: LeaveFieldsProps) {
  const { today } = useSession();
  return (
    <CommandForm<Values>
      submit={submit}
      initial={{ fromOn: today, toOn: today, kind: '年休假' }}
      onCancel={onClose}
      onSubmit={onSubmit}
    >
      <div className="field-grid">
        <Form.Item name="fromOn" label="开始日期" rules={[{ required: true, message: '请填写开始日期' }]}>
          <DayInput autoFocus />
        </Form.Item>
        <Form.Item name="toOn" label="结束日期（当日仍在假中）" rules={[{ required: true, message: '请填写结束日期' }]}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="kind" label="类别">
        <Select options={leaveKindOptions} />
      </Form.Item>
      <Form.Item name="reason" label="说明（可不填）">
        <Input maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}
