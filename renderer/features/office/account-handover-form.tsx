import { Form, Input, Modal, Select, Table } from 'antd';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type AccountView, useAccounts, useHandOverAccount, useOpenEntries } from './office.queries.ts';

interface Values {
  readonly successorId: number;
  readonly onDay: string;
  readonly reason: string;
}

const stateTitles = { submitted: '待审核', returned: '审核退回', approved: '待公示' } as const;

interface AccountHandoverFormProps {
  readonly account: AccountView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 移交并停用: lists what the account entered and is not published, and names who carries on with it. */
export function AccountHandoverForm({ account, onDone, onClose }: AccountHandoverFormProps) {
  const { today } = useSession();
  const entries = useOpenEntries(account.id).data ?? [];
  const operators = (useAccounts().data ?? []).filter(
    ({ id, isActive, isOperator }) => id !== account.id && isActive && isOperator,
  );
  const handOver = useHandOverAccount();
  return (
    <Modal open title={`移交并停用“${account.name}”`} footer={null} onCancel={onClose} width={640} destroyOnHidden>
      <p>以下结果由该账号录入，尚未公示。移交后由接办人继续办理；原录入人保留在记录中。</p>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey="resultId"
        dataSource={[...entries]}
        scroll={{ y: 160 }}
        columns={[
          { title: '任务', dataIndex: 'taskNumber', width: 190 },
          { title: '检查对象', dataIndex: 'objectName' },
          { title: '状态', width: 90, render: (_: unknown, { state }) => stateTitles[state] },
        ]}
      />
      <div className="drawer-part">
        <CommandForm<Values>
          submit={`移交${entries.length}条并停用`}
          isDangerous
          initial={{ onDay: today }}
          onCancel={onClose}
          onSubmit={async (values) => {
            const outcome = await handOver.run({ id: account.id, ...values });
            if (outcome.ok) onDone();
            return outcome;
          }}
        >
          <div className="field-grid">
            <Form.Item name="successorId" label="接办人" rules={[{ required: true, message: '请选择接办人' }]}>
              <Select
                options={operators.map(({ id, name }) => ({ value: id, label: name }))}
                notFoundContent="没有其他在用的经办人账号，请先新增。"
              />
            </Form.Item>
            <Form.Item name="onDay" label="移交日期" rules={[{ required: true, message: '请填写移交日期' }]}>
              <DayInput max={today} />
            </Form.Item>
          </div>
          <Form.Item
            name="reason"
            label="移交事由"
            rules={[{ required: true, whitespace: true, message: '请填写移交事由' }]}
          >
            <Input.TextArea rows={2} placeholder="例如：调离本局" />
          </Form.Item>
        </CommandForm>
      </div>
    </Modal>
  );
}
