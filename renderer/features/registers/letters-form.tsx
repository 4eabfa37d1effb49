import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { type LetterKind, letterKindTitles } from '../../../shared/features/registers/letter.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useLetterChoices, useLetterCommands } from './registers.queries.ts';

interface Values {
  readonly kind: LetterKind;
  readonly about?: string;
  readonly subjectName: string;
  readonly addressees: string[];
  readonly title: string;
  readonly body: string;
}

/** Whom an official's conduct is told to (陈巴尔虎旗方案 第三部分第9项). */
const cadreAddressees = ['所在单位', '纪检监察机关', '组织人事部门'];
const needed = (label: string) => [{ required: true, whitespace: true, message: `请填写${label}` }];

/** 起草通报函: from an entry of a list or a register, or of its own; one letter for each addressee. */
export function LettersForm({ onClose }: { readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const choices = useLetterChoices().data;
  const { draft } = useLetterCommands(onClose);
  const [kind, setKind] = useState<LetterKind>('joint');
  const sources = (choices?.sources ?? []).filter(({ source }) => (source === 'list-entry') === (kind === 'joint'));
  const keyOf = ({ source, id }: { source: string; id: number }) => `${source}:${id}`;
  const addressees = kind === 'cadre' ? cadreAddressees : (choices?.departments ?? []);
  function take(key: string | undefined) {
    const found = sources.find((source) => keyOf(source) === key);
    if (found === undefined) return;
    const { subjectName, title, body } = found;
    form.setFieldsValue({ subjectName, title, body });
  }
  return (
    <Modal open title="起草通报函" footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values>
        form={form}
        submit="起草通报函"
        initial={{ kind: 'joint', title: '关于通报失信情况的函' }}
        onCancel={onClose}
        onChange={(values) => {
          const next = values.kind ?? 'joint';
          if (next === kind) return;
          setKind(next);
          const isCadre = next === 'cadre';
          form.setFieldsValue({
            about: undefined,
            addressees: [],
            title: isCadre ? '关于干部失信情况的通报' : '关于通报失信情况的函',
            body: isCadre ? (choices?.cadreBody ?? '') : '',
          });
        }}
        onSubmit={({ about, ...values }) => {
          const source = sources.find((one) => keyOf(one) === about);
          return draft.run({
            ...values,
            source: source?.source ?? 'none',
            sourceId: source?.id ?? null,
            objectId: source?.objectId ?? null,
          });
        }}
      >
        <Form.Item name="kind" label="种类">
          <Radio.Group options={Object.entries(letterKindTitles).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="about" label={kind === 'joint' ? '所据名单（可不选）' : '所据台账记录（可不选）'}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={kind === 'joint' ? '没有在列的名单' : '台账中没有记录'}
            options={sources.map((source) => ({ value: keyOf(source), label: source.label }))}
            onChange={take}
          />
        </Form.Item>
        <Form.Item name="subjectName" label="通报对象" rules={needed('通报对象')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="addressees"
          label="主送单位（每个单位一件）"
          rules={[{ required: true, message: '请至少选一个主送单位' }]}
        >
          <Select
            mode="tags"
            tokenSeparators={['、', '，']}
            placeholder="选择，或输入后回车"
            options={addressees.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item name="title" label="标题" rules={needed('标题')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="body" label="正文（每行一段）" rules={needed('正文')}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={10_000} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
