import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { useCreateOwnPlan } from './plan-work.queries.ts';
import { usePlans } from './plans.queries.ts';

interface Values {
  readonly year: number;
  readonly title: string;
  readonly copyFrom?: number;
}

/** 编制本局计划: empty, or from the items of an earlier one. */
export function NewPlanButton() {
  const { today, bureau } = useSession();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const own = (usePlans().data ?? []).filter(({ kind }) => kind === 'own');
  const create = useCreateOwnPlan({
    quiet: true,
    done: '已建立，请增加事项。',
    onDone: ({ planId }) => void navigate({ to: '/plans/$planId', params: { planId: String(planId) } }),
  });
  const year = Number(today.slice(0, 4));
  return (
    <>
      <ActionButton may={['operator']} onClick={() => setOpen(true)}>
        编制本局计划
      </ActionButton>
      <Modal
        open={isOpen}
        title="编制本局年度抽查工作计划"
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <CommandForm<Values>
          submit="编制计划"
          onCancel={() => setOpen(false)}
          initial={{ year, title: `${bureau?.name ?? ''}${year}年度抽查工作计划` }}
          onSubmit={({ copyFrom = null, ...values }) => create.run({ ...values, copyFrom })}
        >
          <Form.Item name="year" label="计划年度" rules={[{ required: true, message: '请填写计划年度' }]}>
            <InputNumber min={2000} max={2099} precision={0} />
          </Form.Item>
          <Form.Item
            name="title"
            label="计划名称"
            rules={[{ required: true, whitespace: true, message: '请填写计划名称' }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          {own.length > 0 && (
            <Form.Item name="copyFrom" label="沿用以前计划的事项（可不选；年份顺延，预估重算）">
              <Select allowClear options={own.map(({ id, title }) => ({ value: id, label: title }))} />
            </Form.Item>
          )}
        </CommandForm>
      </Modal>
    </>
  );
}
