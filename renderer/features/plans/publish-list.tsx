import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CheckList } from '../../../shared/features/plans/check-items.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { usePublishList } from './check-items.queries.ts';

/** 登记公布: when the approved list was made public, and under which number. */
export function PublishButton({ list }: { readonly list: CheckList }) {
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const publish = usePublishList({ quiet: true, done: '已登记公布。', onDone: () => setOpen(false) });
  const word = list.publishedOn === null ? '登记公布' : '改公布登记';
  return (
    <>
      <ActionButton may={['operator']} onClick={() => setOpen(true)}>
        {word}
      </ActionButton>
      <Modal open={isOpen} title="登记公布" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p>清单{list.approvedOn}批准。在门户网站等处公布后，在这里登记公布日期，印在清单上。</p>
        <CommandForm<{ publishedOn: string; approvalNumber: string }>
          submit={word}
          onCancel={() => setOpen(false)}
          initial={{ publishedOn: list.publishedOn ?? today, approvalNumber: list.approvalNumber ?? '' }}
          onSubmit={(values) => publish.run({ listId: list.id, ...values })}
        >
          <Form.Item name="publishedOn" label="公布日期" rules={[{ required: true, message: '请选择公布日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="approvalNumber" label="批准文号（可不填）">
            <Input maxLength={60} placeholder="例如：额工信发〔2026〕1号" />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
