import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { type Draw, useVoid } from './draws.queries.ts';

/** 作废: apart, red, and asks twice. The draw stays listed and printed. */
export function VoidButton({ draw }: { readonly draw: Draw }) {
  const [stage, setStage] = useState<'closed' | 'asked' | 'sure'>('closed');
  const close = () => setStage('closed');
  const command = useVoid({ onDone: close });
  return (
    <>
      <ActionButton danger may={['leader']} onClick={() => setStage('asked')}>
        作废
      </ActionButton>
      <Modal
        open={stage === 'asked'}
        title={`作废抽取${draw.number}？`}
        okText="继续作废"
        okButtonProps={{ danger: true }}
        cancelText="不作废"
        onCancel={close}
        onOk={() => setStage('sure')}
      >
        作废后本次抽取不能恢复，编号不再使用，记录仍保留并打印为作废。名单须重新冻结，见证人须重新公布数字。
      </Modal>
      <Modal open={stage === 'sure'} title="作废的理由和见证" footer={null} onCancel={close} destroyOnHidden>
        <Alert className="form-refusal" type="warning" showIcon title="批准人为当前登录的局领导，记入台账。" />
        <CommandForm<{ reason: string; witnesses: string }>
          submit="确认作废"
          isDangerous
          onCancel={close}
          onSubmit={(values) => command.run({ drawId: draw.id, ...values })}
        >
          <Form.Item
            name="reason"
            label="作废原因"
            rules={[{ required: true, whitespace: true, message: '请填写作废原因' }]}
          >
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
          <Form.Item
            name="witnesses"
            label="在场见证人"
            rules={[{ required: true, whitespace: true, message: '请填写在场见证人' }]}
          >
            <Input maxLength={100} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
