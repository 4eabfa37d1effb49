import { Form, Input, Radio } from 'antd';
import type { ItemReason } from '../../../shared/features/plans/check-item-schemas.ts';
import { type ChangeReason, changeReasons, changeReasonTitles } from '../../../shared/features/plans/check-items.ts';

export interface ReasonValues {
  readonly reason?: ChangeReason | null;
  readonly note?: string;
}

/** 依据 of a change to an item in force. `isOptional`: not asked where nothing changes. */
export function ChangeReasonFields({ isOptional = false }: { readonly isOptional?: boolean }) {
  return (
    <>
      <Form.Item
        name="reason"
        label={isOptional ? '调整原因（有改动时必填，细则第五条）' : '调整原因（细则第五条）'}
        rules={isOptional ? [] : [{ required: true, message: '请选择调整原因' }]}
      >
        <Radio.Group options={changeReasons.map((value) => ({ value, label: changeReasonTitles[value] }))} />
      </Form.Item>
      <Form.Item
        name="note"
        label="调整依据"
        dependencies={['reason']}
        rules={[
          ({ getFieldValue }) => ({
            required: !isOptional || getFieldValue('reason') != null,
            whitespace: true,
            message: '请写明依据，例如修订的法规名称和条款',
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
    </>
  );
}

/** What was typed, or null where nothing was. */
export function reasonIn({ reason, note }: ReasonValues): ItemReason | null {
  return reason == null ? null : { reason, note: note ?? '' };
}
