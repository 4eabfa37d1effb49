import { Form, Input } from 'antd';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useCloseDisposal } from './inspections.queries.ts';

interface CloseFormProps {
  readonly inspectionId: number;
  readonly today: string;
  readonly onEnd: () => void;
}

/** 后续处置 from 未完结 to 已完结. */
export function CloseForm({ inspectionId, today, onEnd }: CloseFormProps) {
  const close = useCloseDisposal(onEnd);
  return (
    <CommandForm<{ closedOn: string; note: string }>
      submit="完结"
      initial={{ closedOn: today, note: '' }}
      onSubmit={(values) => close.run({ ...values, inspectionId })}
      onCancel={onEnd}
    >
      <Form.Item name="closedOn" label="完结日期">
        <DayInput />
      </Form.Item>
      <Form.Item name="note" label="处置情况">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandForm>
  );
}
