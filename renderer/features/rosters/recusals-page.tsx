import { Form, Input, Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { recusalReasons } from '../../../shared/features/rosters/officer-columns.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type Recusal, useObjects, useOfficers, useRecusalCommands, useRecusals } from './rosters.queries.ts';

const operator = ['operator'] as const;

/** 名录 → 回避. */
export function RecusalsPage() {
  const params = useListParams();
  const recusals = useRecusals();
  const commands = useRecusalCommands(() => undefined);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Recusal | null>(null);
  const add = (
    <ActionButton may={operator} type="primary" onClick={() => setAdding(true)}>
      登记回避
    </ActionButton>
  );
  const columns: readonly ListColumn<Recusal>[] = [
    { key: 'officer', title: '执法人员', width: 104, value: ({ officerName }) => officerName },
    { key: 'unit', title: '单位', width: 190, value: ({ officerUnit }) => officerUnit },
    { key: 'object', title: '检查对象', width: 220, value: ({ objectName }) => objectName },
    { key: 'reason', title: '回避原因', width: 104, value: ({ reason }) => reason },
    { key: 'evidence', title: '依据和说明', width: 180, value: ({ evidence }) => evidence },
    {
      key: 'created',
      title: '登记时间',
      width: 140,
      isOptional: true,
      value: ({ createdAt }) => minuteText(createdAt),
    },
    {
      key: 'remove',
      title: '操作',
      width: 80,
      value: () => null,
      render: (recusal) => (
        <ActionButton may={operator} size="small" onClick={() => setLeaving(recusal)}>
          解除
        </ActionButton>
      ),
    },
  ];

  return (
    <>
      <PageHead title="回避" note="有回避关系的执法人员不会抽到该检查对象；抽取时只公布原因代码。" actions={add} />
      <DataTable<Recusal>
        name="rosters.recusals"
        title="回避"
        rows={recusals.data}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="人员、单位、检查对象"
        filters={[
          {
            key: 'reason',
            label: '回避原因',
            options: recusalReasons.map((value) => ({ value, label: value })),
            of: ({ reason }) => reason,
          },
        ]}
        empty={<EmptyState text="没有登记回避。可在此登记，或随执法人员名录的“回避关系”表导入。" action={add} />}
      />
      {isAdding && <RecusalForm onClose={() => setAdding(false)} />}
      {leaving !== null && (
        <RemoveForm
          title={`解除“${leaving.officerName}”对“${leaving.objectName}”的回避`}
          note="解除后，该执法人员可以抽到该检查对象。变更记录仍然保留。"
          submit="解除回避"
          onSubmit={(reason) => commands.remove.run({ id: leaving.id, reason })}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

interface Values {
  readonly officerId: number;
  readonly objectId: number;
  readonly reason: (typeof recusalReasons)[number];
  readonly evidence?: string;
}

function RecusalForm({ onClose }: { readonly onClose: () => void }) {
  const commands = useRecusalCommands(onClose);
  const officers = useOfficers().data ?? [];
  const [typed, setTyped] = useState('');
  const objects = useObjects({ text: useDeferredValue(typed.trim()), limit: 20 }).data?.lines ?? [];
  return (
    <Modal open title="登记回避" footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values> submit="登记回避" onCancel={onClose} onSubmit={(values) => commands.add.run(values)}>
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
      </CommandForm>
    </Modal>
  );
}
