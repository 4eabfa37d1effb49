import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { type ManualReason, manualReasons } from '../../../shared/features/draws/ceremony.ts';

interface ExcludeButtonProps {
  readonly count: number;
  readonly onExclude: (reason: ManualReason, note: string) => void;
}

/** Leaves the chosen objects out before freezing, for a reason of the list. */
export function ExcludeButton({ count, onExclude }: ExcludeButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: ManualReason; note?: string }>();
  const reason = Form.useWatch('reason', form);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        排除所选
      </Button>
      <Modal
        open={isOpen}
        title={`冻结前排除${count}户`}
        okText="排除"
        cancelText="取消"
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <p>排除的对象不参加本次抽取。原因和说明随名单冻结，印在抽取记录上。</p>
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          requiredMark={false}
          initialValues={{ reason: 'SUPERIOR', note: '' }}
          onValuesChange={(changed) => {
            if ('reason' in changed) form.setFields([{ name: 'note', errors: [] }]);
          }}
          onFinish={({ reason: chosen, note = '' }) => {
            setOpen(false);
            onExclude(chosen, note.trim());
          }}
        >
          <Form.Item name="reason" label="原因">
            <Radio.Group
              className="reason-list"
              options={Object.entries(manualReasons).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item
            name="note"
            label={reason === 'OTHER' ? '说明（必填）' : '说明（可不填，如来文文号）'}
            rules={reason === 'OTHER' ? [{ required: true, whitespace: true, message: '请写明是什么原因' }] : []}
          >
            <Input maxLength={100} onPressEnter={() => form.submit()} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
