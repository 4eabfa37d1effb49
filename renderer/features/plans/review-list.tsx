import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { type ListVersion, useReviewList } from './check-items.queries.ts';

const leader = ['leader'] as const;

/** 批准清单, 退回: by a 局领导 who wrote nothing of it. */
export function ReviewButtons({ version: { list, isOwn } }: { readonly version: ListVersion }) {
  const { account } = useSession();
  const [deciding, setDeciding] = useState<'approve' | 'return' | null>(null);
  const isApproving = deciding === 'approve';
  const review = useReviewList({
    quiet: true,
    done: ({ version }) => (version === null ? '已退回，起草人可以修改。' : `已批准，为第${version}版，今日起有效。`),
    onDone: () => setDeciding(null),
  });
  const barred = isOwn ? `${account?.name ?? ''}起草或送审过这份清单，须由另一位局领导办理` : null;
  return (
    <>
      <ActionButton may={leader} barred={barred} onClick={() => setDeciding('return')}>
        退回
      </ActionButton>
      <ActionButton type="primary" may={leader} barred={barred} onClick={() => setDeciding('approve')}>
        批准清单
      </ActionButton>
      <Modal
        open={deciding !== null}
        title={isApproving ? `批准《${list.title}》` : '退回清单'}
        footer={null}
        onCancel={() => setDeciding(null)}
        destroyOnHidden
      >
        {isApproving && <p>共{list.items}项。批准后从今日起有效，原有版本保留；批准后不能再改，只能起草新版。</p>}
        <CommandForm<{ opinion: string; approvalNumber: string }>
          submit={isApproving ? '批准清单' : '退回清单'}
          onCancel={() => setDeciding(null)}
          initial={{ opinion: '', approvalNumber: '' }}
          onSubmit={async ({ opinion, approvalNumber = '' }) =>
            review.run({ listId: list.id, decision: deciding ?? 'return', opinion, approvalNumber })
          }
        >
          {isApproving && (
            <Form.Item name="approvalNumber" label="批准文号（可不填，也可在登记公布时填写）">
              <Input maxLength={60} placeholder="例如：额工信发〔2026〕1号" />
            </Form.Item>
          )}
          <Form.Item
            name="opinion"
            label={isApproving ? '意见（可不填）' : '退回的意见'}
            rules={isApproving ? [] : [{ required: true, whitespace: true, message: '请写明退回的意见' }]}
          >
            <Input.TextArea rows={3} maxLength={500} autoFocus />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
