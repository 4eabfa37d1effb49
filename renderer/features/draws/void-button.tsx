import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { VoidDraw } from '../../../shared/features/draws/schemas.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { type Draw, useVoid } from './draws.queries.ts';
import { blankWitness, type WitnessRow, WitnessRows } from './witness-rows.tsx';

interface Values {
  readonly reason: string;
  readonly witnesses: readonly WitnessRow[];
}

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
        {draw.state === 'recorded' && !draw.isRehearsal && (
          <p>
            本次抽取已生成笔录：抽中的{draw.drawn.length}户随之终止检查，只要其中一户已发通知书或录入结果就不能作废。
          </p>
        )}
      </Modal>
      <Modal
        open={stage === 'sure'}
        title="作废的理由和见证"
        footer={null}
        width={860}
        onCancel={close}
        destroyOnHidden
      >
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title="批准人为当前登录的局领导，记入操作台账。操作人和批准人不能作见证人。作废后请打印作废单，由在场人员签字。"
        />
        <CommandForm<Values>
          name="void"
          submit="确认作废"
          isDangerous
          initial={{ reason: '', witnesses: [blankWitness(), blankWitness()] }}
          onCancel={close}
          onSubmit={({ reason, witnesses }) =>
            command.run({ drawId: draw.id, reason, witnesses: [...witnesses] as VoidDraw['witnesses'] })
          }
        >
          <Form.Item
            name="reason"
            label="作废原因"
            rules={[{ required: true, whitespace: true, message: '请填写作废原因' }]}
          >
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
          <p>在场见证人（至少两名）</p>
          <WitnessRows />
        </CommandForm>
      </Modal>
    </>
  );
}
