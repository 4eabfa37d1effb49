import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { type CampaignState, campaignStateTitles } from '../../../shared/features/registers/campaign.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useCampaignCommands } from './registers.queries.ts';

interface Values {
  readonly state: CampaignState;
  readonly onDay: string;
  readonly dueOn?: string;
  readonly record: string;
}

interface WorkFormProps {
  readonly campaignId: number;
  readonly objectIds: readonly number[];
  readonly title: string;
  readonly onClose: () => void;
}

/** What was found or done at one or several enterprises of a campaign. */
export function WorkForm({ campaignId, objectIds, title, onClose }: WorkFormProps) {
  const { today } = useSession();
  const { work } = useCampaignCommands({ onDone: onClose });
  const [state, setState] = useState<CampaignState>('rectifying');
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values>
        submit="登记"
        initial={{ state, onDay: today }}
        onCancel={onClose}
        onChange={(values) => setState(values.state ?? 'rectifying')}
        onSubmit={({ dueOn = '', ...values }) => work.run({ ...values, dueOn, campaignId, objectIds: [...objectIds] })}
      >
        <Form.Item name="state" label="办理情况">
          <Radio.Group options={Object.entries(campaignStateTitles).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="onDay" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
            <DayInput max={today} />
          </Form.Item>
          {state === 'rectifying' && (
            <Form.Item name="dueOn" label="整改期限（可不填）">
              <DayInput />
            </Form.Item>
          )}
        </div>
        <Form.Item name="record" label="记录" rules={[{ required: true, whitespace: true, message: '请填写记录' }]}>
          <Input.TextArea rows={4} maxLength={2_000} placeholder="查了什么、发现什么、要求怎样整改、整改结果" />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
