import { Form, Input, Modal } from 'antd';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type ExpertDetail, useExpertCommands } from './rosters.queries.ts';

interface Values {
  readonly name: string;
  readonly field: string;
  readonly unit?: string;
  readonly title?: string;
  readonly phone?: string;
  readonly validUntil?: string;
  readonly document?: string;
  readonly reason: string;
}

const needed = (label: string) => [{ required: true, whitespace: true, message: `请填写${label}` }];

interface ExpertFormProps {
  readonly expert: ExpertDetail | null;
  readonly onClose: () => void;
}

/** 新增 or 变更 one expert, with the reason that goes into the history. */
export function ExpertForm({ expert, onClose }: ExpertFormProps) {
  const commands = useExpertCommands(onClose);
  const initial = expert === null ? {} : { ...expert, phone: expert.maskedPhone, validUntil: expert.validUntil ?? '' };
  return (
    <Modal
      open
      title={expert === null ? '新增专家' : `变更：${expert.name}`}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={600}
    >
      <CommandForm<Values>
        submit={expert === null ? '新增' : '保存变更'}
        initial={initial}
        onCancel={onClose}
        onSubmit={({ reason, validUntil = '', ...rest }) => {
          const entry = { ...rest, validUntil: validUntil === '' ? undefined : validUntil };
          return expert === null
            ? commands.add.run({ entry, reason })
            : commands.change.run({ id: expert.id, entry, reason });
        }}
      >
        <div className="field-grid">
          <Form.Item name="name" label="姓名" rules={needed('姓名')}>
            <Input />
          </Form.Item>
          <Form.Item name="field" label="专业领域" rules={needed('专业领域')}>
            <Input placeholder="例如：危险化学品、节能" />
          </Form.Item>
          <Form.Item name="unit" label="单位">
            <Input />
          </Form.Item>
          <Form.Item name="title" label="职称">
            <Input />
          </Form.Item>
          <Form.Item
            name="phone"
            label="联系方式"
            extra={expert === null || expert.maskedPhone === '' ? undefined : '隐去的号码不改动则照旧留存'}
          >
            <Input />
          </Form.Item>
          <Form.Item name="validUntil" label="有效期至">
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="document" label="聘任文件（证书）">
          <Input />
        </Form.Item>
        <Form.Item name="reason" label="变更事由" rules={needed('变更事由')}>
          <Input placeholder="例如：聘任、续聘、信息变化" />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
