import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';

/** What the roster offers to narrow a pool by. */
export interface PoolChoices {
  readonly kinds: readonly string[];
  readonly townships: readonly string[];
  readonly industries: readonly string[];
  readonly tags: readonly string[];
  readonly licences: readonly string[];
}

export interface PoolFilterFieldsProps {
  /** The field of the form that holds the PoolFilter; run what is typed through `tidyPoolFilter` before it is sent. */
  readonly name: string | readonly (string | number)[];
  readonly legend: string;
  readonly choices: PoolChoices | undefined;
  /** Below the fields: how many the filter takes. */
  readonly children?: ReactNode;
}

const lists = [
  ['townships', '乡镇苏木'],
  ['industries', '行业'],
  ['tags', '监管标签'],
  ['licences', '许可'],
] as const;

/** Which objects of the roster are meant, field by field; what is left open does not narrow. */
export function PoolFilterFields({ name, legend, choices, children }: PoolFilterFieldsProps) {
  const base = typeof name === 'string' ? [name] : [...name];
  return (
    <fieldset className="task-pool">
      <legend>{legend}</legend>
      <div className="field-grid">
        <Form.Item name={[...base, 'aboveScale']} label="规模（细则第二条）" getValueProps={orNull}>
          <Radio.Group
            options={[
              { value: null, label: '不限' },
              { value: true, label: '规模以上工业企业' },
              { value: false, label: '规模以下' },
            ]}
          />
        </Form.Item>
        <Form.Item name={[...base, 'isKey']} label="监管类别" getValueProps={orNull}>
          <Radio.Group
            options={[
              { value: null, label: '不限' },
              { value: true, label: '重点' },
              { value: false, label: '一般' },
            ]}
          />
        </Form.Item>
        <Form.Item name={[...base, 'kinds']} label="类型（不选为不限）">
          <Select mode="multiple" options={(choices?.kinds ?? []).map((value) => ({ value, label: value }))} />
        </Form.Item>
        {lists.map(([part, label]) => (
          <Form.Item key={part} name={[...base, part]} label={`${label}（不选为不限）`}>
            <Select
              mode="tags"
              tokenSeparators={['、', '，']}
              options={(choices?.[part] ?? []).map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        ))}
        <Form.Item name={[...base, 'nameHas']} label="名称或行业含（不填为不限）">
          <Input maxLength={60} allowClear />
        </Form.Item>
      </div>
      {children}
    </fieldset>
  );
}

function orNull(value: unknown) {
  return { value: value ?? null };
}
