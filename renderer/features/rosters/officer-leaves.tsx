import { Table } from 'antd';
import { useState } from 'react';
import { type Leave, leaveText } from '../../../shared/features/rosters/officer-facts.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { LeaveForm } from './leave-form.tsx';
import { type OfficerDetail, useOfficerCommands } from './rosters.queries.ts';

const operator = ['operator'] as const;

/** 请假 of one officer, newest first; each can be taken back, and one added, without opening the entry. */
export function OfficerLeaves({ officer }: { readonly officer: OfficerDetail }) {
  const { today } = useSession();
  const { cancelLeave } = useOfficerCommands(() => undefined);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Leave | null>(null);
  const stateOf = ({ fromOn, toOn }: Leave) => (toOn < today ? '已结束' : fromOn > today ? '未开始' : '假期中');
  return (
    <>
      <p>
        <ActionButton may={operator} onClick={() => setAdding(true)}>
          登记请假
        </ActionButton>
      </p>
      <Table<Leave>
        size="small"
        bordered
        pagination={false}
        rowKey={({ fromOn, toOn }) => `${fromOn} ${toOn}`}
        dataSource={officer.leaves.toReversed()}
        locale={{ emptyText: '没有登记请假。' }}
        columns={[
          { title: '开始日期', dataIndex: 'fromOn', width: 110 },
          { title: '结束日期', dataIndex: 'toOn', width: 110 },
          { title: '类别', dataIndex: 'kind', width: 90 },
          { title: '说明', dataIndex: 'reason' },
          { title: '状态', width: 80, render: (_: unknown, leave: Leave) => stateOf(leave) },
          {
            title: '操作',
            width: 80,
            render: (_: unknown, leave: Leave) => (
              <ActionButton may={operator} size="small" onClick={() => setLeaving(leave)}>
                撤销
              </ActionButton>
            ),
          },
        ]}
      />
      {isAdding && <LeaveForm officer={officer} onClose={() => setAdding(false)} />}
      {leaving !== null && (
        <RemoveForm
          title={`撤销请假：${leaveText(leaving)}`}
          note="撤销后，这些日子可以参加抽取。变更记录仍然保留。"
          submit="撤销请假"
          onSubmit={(reason) => cancelLeave.run({ id: officer.id, fromOn: leaving.fromOn, toOn: leaving.toOn, reason })}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
