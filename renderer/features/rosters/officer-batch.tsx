import { Form, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { type OfficerStatus, officerStatuses } from '../../../shared/features/rosters/officer-columns.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { LeaveFields } from './leave-form.tsx';
import { useOfficerBatch, useScopeChoices } from './rosters.queries.ts';

const operator = ['operator'] as const;

type Doing = 'leave' | 'scopes' | 'status';

interface OfficerBatchProps {
  readonly ids: readonly number[];
  readonly onDone: () => void;
}

/** What can be done with several officers at once; each change stays in each one's history. */
export function OfficerBatch({ ids, onDone }: OfficerBatchProps) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const finish = () => {
    close();
    onDone();
  };
  return (
    <Space size={8}>
      <ActionButton may={operator} size="small" onClick={() => setDoing('leave')}>
        登记请假
      </ActionButton>
      <ActionButton may={operator} size="small" onClick={() => setDoing('scopes')}>
        改业务领域
      </ActionButton>
      <ActionButton may={operator} size="small" onClick={() => setDoing('status')}>
        改状态
      </ActionButton>
      {doing === 'leave' && <BatchLeave ids={ids} onDone={finish} onClose={close} />}
      {doing === 'scopes' && <BatchScopes ids={ids} onDone={finish} onClose={close} />}
      {doing === 'status' && <BatchStatus ids={ids} onDone={finish} onClose={close} />}
    </Space>
  );
}

interface BatchFormProps extends OfficerBatchProps {
  readonly onClose: () => void;
}

const needed = [{ required: true, whitespace: true, message: '请填写变更事由' }];

function BatchLeave({ ids, onDone, onClose }: BatchFormProps) {
  const change = useOfficerBatch(onDone);
  return (
    <Modal open title={`为${ids.length}人登记请假`} footer={null} onCancel={onClose} destroyOnHidden width={480}>
      <LeaveFields
        submit="登记请假"
        onClose={onClose}
        onSubmit={(leave) => change.run({ ids: [...ids], change: { what: 'leave', leave }, reason: '批量登记请假' })}
      />
    </Modal>
  );
}

function BatchScopes({ ids, onDone, onClose }: BatchFormProps) {
  const change = useOfficerBatch(onDone);
  const scopes = useScopeChoices().data ?? [];
  return (
    <Modal open title={`改${ids.length}人的业务领域`} footer={null} onCancel={onClose} destroyOnHidden width={480}>
      <CommandForm<{ scopes: string[]; reason: string }>
        submit="保存变更"
        initial={{ scopes: [] }}
        onCancel={onClose}
        onSubmit={(values) =>
          change.run({ ids: [...ids], change: { what: 'scopes', scopes: values.scopes }, reason: values.reason })
        }
      >
        <Form.Item name="scopes" label="业务领域" extra="代替原来的业务领域；不填为全部事项（细则第七条）">
          <Select mode="tags" tokenSeparators={['、', '；', ';', ',']} options={scopes.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="reason" label="变更事由" rules={needed}>
          <Input />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

function BatchStatus({ ids, onDone, onClose }: BatchFormProps) {
  const change = useOfficerBatch(onDone);
  return (
    <Modal open title={`改${ids.length}人的状态`} footer={null} onCancel={onClose} destroyOnHidden width={480}>
      <p className="quiet">有未公示检查的人员不能批量离岗，须逐人办理“离岗移交”。</p>
      <CommandForm<{ status: OfficerStatus; reason: string }>
        submit="保存变更"
        initial={{ status: '调离' }}
        onCancel={onClose}
        onSubmit={({ status, reason }) => change.run({ ids: [...ids], change: { what: 'status', status }, reason })}
      >
        <Form.Item name="status" label="状态">
          <Select options={officerStatuses.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="reason" label="变更事由" rules={needed}>
          <Input />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
