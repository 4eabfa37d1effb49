import { Alert, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type BatchChange, batchChangeTitle } from '../../../shared/features/rosters/batch-change.ts';
import { type ObjectStatus, objectStatuses } from '../../../shared/features/rosters/object-columns.ts';
import type { ObjectSelection } from '../../../shared/features/rosters/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useBatchChangeCommands, useBatchPreview, useObjectChoices } from './rosters.queries.ts';

interface Values {
  readonly kind: BatchChange['kind'];
  readonly add?: string[];
  readonly remove?: string[];
  readonly status?: ObjectStatus;
  readonly statusOn?: string;
  readonly statusDocument?: string;
  readonly flag?: '是' | '否';
  readonly town?: string;
  readonly industry?: string;
  readonly reason: string;
}

const kinds: readonly { readonly value: BatchChange['kind']; readonly label: string }[] = [
  { value: 'tags', label: '监管标签' },
  { value: 'status', label: '状态' },
  { value: 'priority', label: '重点/一般' },
  { value: 'aboveScale', label: '规模以上' },
  { value: 'town', label: '所属乡镇苏木' },
  { value: 'industry', label: '行业（业务领域）' },
];

interface BatchChangeFormProps {
  readonly selection: ObjectSelection;
  readonly count: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 批量变更: what changes, how many it changes, why. */
export function BatchChangeForm({ selection, count, onDone, onClose }: BatchChangeFormProps) {
  const [form] = Form.useForm<Values>();
  const [change, setChange] = useState<BatchChange | null>(null);
  const preview = useBatchPreview(change === null ? null : { selection, change }).data;
  const commands = useBatchChangeCommands();
  const kind = Form.useWatch('kind', form) ?? 'tags';

  return (
    <Modal
      open
      title={`批量变更：已选${count}户`}
      footer={null}
      onCancel={onClose}
      width={620}
      style={{ top: 16 }}
      destroyOnHidden
    >
      <div onChange={() => queueMicrotask(() => setChange(changeOf(form.getFieldsValue())))}>
        <CommandForm<Values>
          form={form}
          submit={preview === undefined ? '变更' : `变更${preview.changed}户`}
          initial={{ kind: 'tags', add: [], remove: [], status: '注销', flag: '是' }}
          onCancel={onClose}
          onSubmit={async (values) => {
            const wanted = changeOf(values);
            if (wanted === null || preview === undefined) {
              return {
                ok: false,
                code: 'BAD_INPUT',
                details: { problems: [{ field: 'kind', sentence: '请填写要变更的内容' }] },
              };
            }
            const outcome = await commands.change.run({
              selection,
              change: wanted,
              reason: values.reason,
              expected: preview.changed,
            });
            if (outcome.ok) onDone();
            return outcome;
          }}
        >
          <Form.Item name="kind" label="变更哪一项">
            <Select
              options={[...kinds]}
              onChange={() => setTimeout(() => setChange(changeOf(form.getFieldsValue())))}
            />
          </Form.Item>
          <ChangeFields kind={kind} onChange={() => setTimeout(() => setChange(changeOf(form.getFieldsValue())))} />
          <Form.Item
            name="reason"
            label="变更事由"
            rules={[{ required: true, whitespace: true, message: '请填写变更事由' }]}
          >
            <Input placeholder="例如：年度规上企业名单调整" />
          </Form.Item>
          <Preview change={change} preview={preview} />
        </CommandForm>
      </div>
    </Modal>
  );
}

function ChangeFields({ kind, onChange }: { readonly kind: BatchChange['kind']; readonly onChange: () => void }) {
  const choices = useObjectChoices().data;
  const known = (values: readonly string[] = []) => values.map((value) => ({ value }));
  switch (kind) {
    case 'tags':
      return (
        <>
          <Form.Item name="add" label="加上标签">
            <Select mode="tags" tokenSeparators={separators} options={known(choices?.tags)} onChange={onChange} />
          </Form.Item>
          <Form.Item name="remove" label="去掉标签">
            <Select mode="tags" tokenSeparators={separators} options={known(choices?.tags)} onChange={onChange} />
          </Form.Item>
        </>
      );
    case 'status':
      return (
        <div className="field-grid">
          <Form.Item name="status" label="改为">
            <Select options={known(objectStatuses)} onChange={onChange} />
          </Form.Item>
          <Form.Item name="statusOn" label="状态变更日期" rules={[{ required: true, message: '请填写日期' }]}>
            <DayInput onChange={onChange} />
          </Form.Item>
          <Form.Item name="statusDocument" label="状态变更文号">
            <Input onBlur={onChange} placeholder="没有文号的不填" />
          </Form.Item>
        </div>
      );
    case 'priority':
    case 'aboveScale': {
      const [yes, no] = kind === 'priority' ? ['重点企业', '一般企业'] : ['规模以上', '规模以下'];
      const options = [
        { value: '是', label: yes },
        { value: '否', label: no },
      ];
      return (
        <Form.Item name="flag" label="改为">
          <Select options={options} onChange={onChange} />
        </Form.Item>
      );
    }
    case 'town':
    case 'industry':
      return (
        <Form.Item name={kind} label="改为" rules={[{ required: true, whitespace: true, message: '请填写改为什么' }]}>
          <Input onBlur={onChange} list={`known-${kind}`} />
        </Form.Item>
      );
  }
}

const separators = ['、', '；', ';', ','];

interface PreviewProps {
  readonly change: BatchChange | null;
  readonly preview:
    | { readonly chosen: number; readonly changed: number; readonly names: readonly string[] }
    | undefined;
}

function Preview({ change, preview }: PreviewProps) {
  if (change === null || preview === undefined) return null;
  const { chosen, changed, names } = preview;
  const same = chosen - changed;
  return (
    <Alert
      className="form-refusal"
      type={changed === 0 ? 'warning' : 'info'}
      title={`${batchChangeTitle(change)}：${changed}户会变更${same > 0 ? `，${same}户本来就是这样，不动` : ''}`}
      description={names.length === 0 ? undefined : `${names.join('、')}${changed > names.length ? '等' : ''}`}
    />
  );
}

/** The change as far as it is filled in; null while something is missing. */
function changeOf(values: Partial<Values>): BatchChange | null {
  const { kind = 'tags', add = [], remove = [], status, statusOn = '', statusDocument = '', flag } = values;
  switch (kind) {
    case 'tags':
      return add.length + remove.length === 0 || add.some((tag) => remove.includes(tag)) ? null : { kind, add, remove };
    case 'status':
      return status === undefined || statusOn === ''
        ? null
        : { kind, status, statusOn, statusDocument: statusDocument.trim() === '' ? undefined : statusDocument.trim() };
    case 'priority':
    case 'aboveScale':
      return { kind, to: flag !== '否' };
    case 'town':
    case 'industry': {
      const to = (values[kind] ?? '').trim();
      return to === '' ? null : { kind, to };
    }
  }
}
