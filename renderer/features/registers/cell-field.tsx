import { AutoComplete, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Linked } from '../../../shared/features/registers/register.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { type ColumnOf, useArticles, useFoundObjects, useLinks, useOfficerNames } from './registers.queries.ts';

interface CellFieldProps {
  readonly column: ColumnOf;
  /** What the cell links to already, so that its name shows before anything is searched. */
  readonly linked: Linked | null;
  /** Said of a column that may be left open. */
  readonly hint: string;
}

/** The field of one column, by its kind. */
export function CellField({ column, linked, hint }: CellFieldProps) {
  const { id, title, kind, required, remindDays } = column;
  const label = required ? title : `${title}${hint}`;
  const empty = kind === 'choice' || kind === 'enterprise' || kind === 'article' ? `请选择${title}` : `请填写${title}`;
  return (
    <Form.Item
      name={['cells', id]}
      label={label}
      rules={required ? [{ required: true, message: empty }] : []}
      extra={remindDays === undefined ? undefined : `到期前${remindDays}天提醒`}
    >
      {inputOf(column, linked)}
    </Form.Item>
  );
}

function inputOf({ kind, choices = [] }: ColumnOf, linked: Linked | null) {
  switch (kind) {
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5_000} />;
    case 'day':
      return <DayInput />;
    case 'count':
      return <InputNumber min={0} max={999_999_999} precision={0} style={{ width: '100%' }} />;
    case 'money':
      return <Input suffix="元" inputMode="decimal" />;
    case 'choice':
      return <Select allowClear options={choices.map((value) => ({ value, label: value }))} />;
    case 'article':
      return <ArticlePicker />;
    case 'enterprise':
      return <LinkedEnterprise linked={linked} />;
    case 'officer':
      return <OfficerInput />;
    case 'inspection':
    case 'list-entry':
      return <LinkPicker kind={kind} linked={linked} />;
    case 'text':
      return <Input maxLength={500} />;
  }
}

interface PickerProps<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value | undefined) => void;
}

/** An enterprise of the roster; one that was taken out of it since still shows by the name it was linked under. */
function LinkedEnterprise({ linked, ...rest }: PickerProps<number> & { readonly linked: Linked | null }) {
  const [typed, setTyped] = useState('');
  const found = useFoundObjects(typed).data?.lines ?? [];
  const known = found.some(({ id }) => id === linked?.id) || linked === null || typed !== '' ? [] : [linked];
  const options = [...known, ...found].map(({ id, name, code }) => ({
    value: id ?? 0,
    label: `${name} ${code ?? ''}`,
  }));
  return (
    <Select<number>
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入名称、代码或拼音首字母查找"
      notFoundContent="名录中没有，请先在名录中登记"
      options={options}
    />
  );
}

/** An article the rule pack in force cites. */
function ArticlePicker(props: PickerProps<string>) {
  const articles = useArticles().data ?? [];
  return <Select<string> {...props} allowClear showSearch options={articles.map((value) => ({ value }))} />;
}

/** A person by name: of the officers' roster, or whoever else. */
function OfficerInput(props: PickerProps<string>) {
  const names = [...new Set((useOfficerNames().data ?? []).map(({ name }) => name))];
  return (
    <AutoComplete
      {...props}
      options={names.map((value) => ({ value }))}
      showSearch={{ filterOption: (typed, option) => `${option?.value}`.includes(typed) }}
      placeholder="姓名"
    />
  );
}

const nothing = { inspection: '没有已公示的检查', 'list-entry': '没有在列的名单' } as const;

function LinkPicker({
  kind,
  linked,
  ...rest
}: PickerProps<number> & { readonly kind: 'inspection' | 'list-entry'; readonly linked: Linked | null }) {
  const objectId: number | undefined = Form.useWatch(['cells', 'object']);
  const found = useLinks(kind, objectId ?? null).data ?? [];
  const known = linked === null || found.some(({ id }) => id === linked.id) ? [] : [linked];
  return (
    <Select<number>
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={nothing[kind]}
      options={[...known, ...found].map(({ id, name }) => ({ value: id ?? 0, label: name }))}
    />
  );
}
