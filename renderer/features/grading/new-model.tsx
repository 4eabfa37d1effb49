import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { type ModelVersion, useCopyModel } from './models.queries.ts';

interface NewModelProps {
  readonly version: ModelVersion;
  readonly versions: readonly ModelVersion[];
}

/** 新建模型 in the draft: blank, or as a copy of one that there is. */
export function NewModel({ version, versions }: NewModelProps) {
  const [isOpen, setOpen] = useState(false);
  const copy = useCopyModel({ quiet: true, done: '已在草稿中新建模型，请打开修改', onDone: () => setOpen(false) });
  const sources = versions.flatMap((one) =>
    one.models.map((model) => ({ value: `${one.versionId} ${model.id}`, label: `${model.title}（${one.name}）` })),
  );
  return (
    <>
      <ActionButton type="primary" may={['operator']} onClick={() => setOpen(true)}>
        新建模型
      </ActionButton>
      <Modal open={isOpen} title="新建评价模型" footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <CommandForm<{ title: string; source: string }>
          submit="新建"
          initial={{ title: '', source: '' }}
          onCancel={() => setOpen(false)}
          onSubmit={({ title, source }) => {
            const [fromVersion, modelId = ''] = source.split(' ');
            const from = source === '' ? null : { versionId: Number(fromVersion), modelId };
            return copy.run({ versionId: version.versionId, title, from });
          }}
        >
          <Form.Item
            name="title"
            label="模型名称"
            rules={[{ required: true, whitespace: true, message: '请填写模型名称' }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="source" label="从哪里开始">
            <Select options={[{ value: '', label: '空白模型（一个指标）' }, ...sources]} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
