import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { CheckList } from '../../../shared/features/plans/check-items.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { useDescribeList } from './check-items.queries.ts';

/** 清单说明: the title, and what 一般检查事项 may ask at most. */
export function DescribeList({ list }: { readonly list: CheckList }) {
  const [isOpen, setOpen] = useState(false);
  const describe = useDescribeList({ quiet: true, done: '已保存清单说明。', onDone: () => setOpen(false) });
  return (
    <>
      <ActionButton may={['operator']} onClick={() => setOpen(true)}>
        清单说明
      </ActionButton>
      <Modal open={isOpen} title="清单说明" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <CommandForm<{ title: string; percent: number | null }>
          submit="保存清单说明"
          onCancel={() => setOpen(false)}
          initial={{ title: list.title, percent: list.ordinaryLimitBp === null ? null : list.ordinaryLimitBp / 100 }}
          onSubmit={({ title, percent }) =>
            describe.run({
              listId: list.id,
              title,
              ordinaryLimitBp: percent == null ? null : Math.round(percent * 100),
            })
          }
        >
          <Form.Item
            name="title"
            label="清单名称"
            rules={[{ required: true, whitespace: true, message: '请填写清单名称' }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="percent"
            label="一般检查事项抽查比例上限"
            extra="一般检查事项的抽查比例应严格进行限制（细则第五条）；超过上限的，送审前会提醒。细则没有规定具体数，由本局确定；不填为未定。"
          >
            <InputNumber min={0.01} max={100} precision={2} suffix="%" style={{ width: 160 }} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
