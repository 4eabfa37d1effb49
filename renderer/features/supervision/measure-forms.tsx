import { Form, Input, Modal, Select } from 'antd';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type MeasureSelection, useMeasureChoices, useMeasureCommands } from './measures.queries.ts';

interface ChosenFormProps {
  readonly selection: MeasureSelection;
  readonly count: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Finished {
  readonly doneOn: string;
  readonly what: string;
  readonly result: string;
  readonly doneBy: string;
}

/** 办结: one record for all that are chosen, e.g. those who came to one training. */
export function FinishForm({ selection, count, onDone, onClose }: ChosenFormProps) {
  const { today, account } = useSession();
  const { finish } = useMeasureCommands();
  return (
    <Modal open title={`办结${count}项措施任务`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">
        {count > 1 ? '所选任务共用一份办理记录，例如一次培训、一次宣讲。' : ''}
        办结后在任务中存入文书（签到表、记录、照片等）。只办结待办的任务。
      </p>
      <CommandForm<Finished>
        submit="办结"
        initial={{ doneOn: today, doneBy: account?.name }}
        onCancel={onClose}
        onSubmit={async (values) => {
          const outcome = await finish.run({ selection, ...values });
          if (outcome.ok) onDone();
          return outcome;
        }}
      >
        <div className="field-grid">
          <Form.Item name="doneOn" label="办理日期" rules={[{ required: true, message: '请填写办理日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="doneBy"
            label="办理人"
            rules={[{ required: true, whitespace: true, message: '请填写办理人' }]}
          >
            <Input />
          </Form.Item>
        </div>
        <Form.Item
          name="what"
          label="办理内容"
          rules={[{ required: true, whitespace: true, message: '请填写办理内容' }]}
        >
          <Input.TextArea rows={3} autoFocus placeholder="例如：组织分类培训，讲解有关法规和整改要求" />
        </Form.Item>
        <Form.Item
          name="result"
          label="办理结果"
          rules={[{ required: true, whitespace: true, message: '请填写办理结果' }]}
        >
          <Input.TextArea rows={2} placeholder="例如：负责人到场，已签到，提交整改计划" />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

/** 承办股室 and 承办人: fields of several forms. */
export function AssignedFields() {
  const choices = useMeasureChoices().data;
  return (
    <div className="field-grid">
      <Form.Item name="section" label="承办股室">
        <Select
          allowClear
          placeholder="不指定"
          options={(choices?.sections ?? []).map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item name="officerId" label="承办人">
        <Select
          allowClear
          placeholder="不指定"
          showSearch={{ optionFilterProp: 'label' }}
          options={(choices?.officers ?? []).map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
        />
      </Form.Item>
    </div>
  );
}

interface Assigned {
  readonly section?: string;
  readonly officerId?: number;
  readonly dueOn?: string;
}

/** 分派: who carries them out, and until when. */
export function AssignForm({ selection, count, onDone, onClose }: ChosenFormProps) {
  const { assign } = useMeasureCommands();
  return (
    <Modal open title={`分派${count}项措施任务`} footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<Assigned>
        submit="分派"
        onCancel={onClose}
        onSubmit={async ({ section = '', officerId = null, dueOn }) => {
          const outcome = await assign.run({ selection, section, officerId, dueOn: given(dueOn) });
          if (outcome.ok) onDone();
          return outcome;
        }}
      >
        <AssignedFields />
        <Form.Item name="dueOn" label="办理期限（不填的不变）">
          <DayInput />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

/** A field left empty was not given. */
export function given(text: string | null | undefined): string | undefined {
  return text == null || text === '' ? undefined : text;
}
