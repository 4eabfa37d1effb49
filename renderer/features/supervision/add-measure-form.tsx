import { Form, Input, Modal, Select } from 'antd';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { AssignedFields, given } from './measure-forms.tsx';
import { useMeasureChoices, useMeasureCommands } from './measures.queries.ts';

interface Values {
  readonly objectId?: number;
  readonly measureId: string;
  readonly ground: string;
  readonly section?: string;
  readonly officerId?: number;
  readonly dueOn?: string;
}

interface AddMeasureFormProps {
  /** Where they are known already; otherwise one is chosen. */
  readonly objectIds?: readonly number[];
  /** Only these measures are offered; every measure of the pack unless given. */
  readonly measureIds?: readonly string[];
  /** The warning it answers, and what it says. */
  readonly warning?: { readonly id: number; readonly ground: string };
  readonly onClose: () => void;
}

/** 新增措施: one measure of the pack for one enterprise, beside what its grade brings. */
export function AddMeasureForm({ objectIds, measureIds, warning, onClose }: AddMeasureFormProps) {
  const choices = useMeasureChoices().data;
  const offered = (choices?.measures ?? []).filter(({ id }) => measureIds?.includes(id) !== false);
  const { add } = useMeasureCommands();
  const [form] = Form.useForm<Values>();
  const chosenId = Form.useWatch('measureId', form);
  const measure = choices?.measures.find(({ id }) => id === chosenId);
  const term = measure?.dueWorkingDays == null ? '规则包未定期限' : `规则包：${measure.dueWorkingDays}个工作日`;
  return (
    <Modal
      open
      title={objectIds === undefined || objectIds.length === 1 ? '新增措施' : `为${objectIds.length}户新增措施`}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <CommandForm<Values>
        form={form}
        submit="新增措施"
        initial={{ ground: warning?.ground, measureId: measureIds?.length === 1 ? measureIds[0] : undefined }}
        onCancel={onClose}
        onSubmit={async ({ objectId, section = '', officerId = null, dueOn, ...values }) => {
          const whom = objectIds ?? (objectId === undefined ? [] : [objectId]);
          const assigned = { section, officerId, dueOn: given(dueOn), warningId: warning?.id };
          const outcome = await add.run({ ...values, ...assigned, objectIds: [...whom] });
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        {objectIds === undefined && (
          <Form.Item name="objectId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
            <EnterprisePicker />
          </Form.Item>
        )}
        <Form.Item
          name="measureId"
          label="措施"
          extra={measure === undefined ? undefined : `依据：${measure.article}`}
          rules={[{ required: true, message: '请选择措施' }]}
        >
          <Select
            options={offered.map(({ id, text, grades }) => ({
              value: id,
              label: `${text}（${grades.map(({ title }) => title).join('、')}）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="ground" label="事由" rules={[{ required: true, whitespace: true, message: '请填写事由' }]}>
          <Input.TextArea rows={2} placeholder="例如：投诉举报较多，需要约谈提醒" />
        </Form.Item>
        <AssignedFields />
        <Form.Item name="dueOn" label={`办理期限（${measure === undefined ? '不填的按规则包' : term}）`}>
          <DayInput />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
