import { Form, Input, Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { recusalReasons } from '../../../shared/features/rosters/officer-columns.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type Recusal, useObjects, useOfficers, useRecusalCommands } from './rosters.queries.ts';

interface Values {
  readonly officerId: number;
  readonly objectId: number;
  readonly reason: (typeof recusalReasons)[number];
  readonly evidence?: string;
  readonly fromOn: string;
  readonly toOn?: string;
}

/** 登记回避: who, whom, why, on what evidence, from when to when. */
export function RecusalForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const { add } = useRecusalCommands(onClose);
  const officers = useOfficers().data ?? [];
  const [typed, setTyped] = useState('');
  const objects = useObjects({ text: useDeferredValue(typed.trim()), limit: 20 }).data?.lines ?? [];
  return (
    <Modal open title="登记回避" footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values>
        submit="登记回避"
        initial={{ fromOn: today }}
        onCancel={onClose}
        onSubmit={({ toOn = '', ...values }) => add.run({ ...values, toOn: toOn === '' ? undefined : toOn })}
      >
        <Form.Item name="officerId" label="执法人员" rules={[{ required: true, message: '请选择执法人员' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={officers.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
          />
        </Form.Item>
        <Form.Item name="objectId" label="检查对象" rules={[{ required: true, message: '请选择检查对象' }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder="输入名称、代码或拼音首字母查找"
            options={objects.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))}
          />
        </Form.Item>
        <Form.Item name="reason" label="回避原因" rules={[{ required: true, message: '请选择回避原因' }]}>
          <Select options={recusalReasons.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="evidence" label="依据和说明">
          <Input.TextArea rows={2} />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="fromOn" label="开始日期" rules={[{ required: true, message: '请填写开始日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="toOn" label="结束日期（不填为解除时止）">
            <DayInput />
          </Form.Item>
        </div>
      </CommandForm>
    </Modal>
  );
}

interface LiftFormProps {
  readonly recusal: Recusal;
  readonly onClose: () => void;
}

/** 解除: from which day and why; it stays on record. */
export function LiftForm({ recusal, onClose }: LiftFormProps) {
  const { today } = useSession();
  const { lift } = useRecusalCommands(onClose);
  return (
    <Modal
      open
      title={`解除“${recusal.officerName}”对“${recusal.objectName}”的回避`}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>自解除之日起，该执法人员可以抽到该检查对象。这一登记保留在“已解除”中。</p>
      <CommandForm<{ on: string; reason: string }>
        submit="解除回避"
        isDangerous
        initial={{ on: today }}
        onCancel={onClose}
        onSubmit={({ on, reason }) => lift.run({ id: recusal.id, on, reason })}
      >
        <Form.Item name="on" label="解除日期" rules={[{ required: true, message: '请填写解除日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="reason" label="事由" rules={[{ required: true, whitespace: true, message: '请填写事由' }]}>
          <Input.TextArea rows={2} autoFocus />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
