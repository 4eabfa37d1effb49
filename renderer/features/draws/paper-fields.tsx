import { Form, Input } from 'antd';
import { DayInput } from '../../ui/day-input.tsx';

/** What a change rests on: what was found, and the paper's number and day. */
export function PaperFields({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <>
      <Form.Item name="note" label={label} rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}>
        <Input.TextArea rows={2} maxLength={300} placeholder={hint} />
      </Form.Item>
      <div className="paper-fields">
        <Form.Item name="document" label="依据文书的文号（没有可不填）">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="documentOn" label="文书日期">
          <DayInput />
        </Form.Item>
      </div>
    </>
  );
}
