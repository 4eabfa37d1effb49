import { Form, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useEnterprise, useEnterprisesFound } from './supervision.queries.ts';

/** 检查对象 of a form, found by name, code or pinyin initials; `chosen` is the one it was opened for. */
export function EnterpriseSelect({ chosen }: { readonly chosen: number | null }) {
  const [typed, setTyped] = useState('');
  const found = useEnterprisesFound(useDeferredValue(typed)).data?.lines ?? [];
  const opened = useEnterprise(chosen).data;
  const lines = opened === undefined || found.some(({ id }) => id === opened.id) ? found : [opened, ...found];
  return (
    <Form.Item name="objectId" label="检查对象" rules={[{ required: true, message: '请选择检查对象' }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder="输入名称、代码或拼音首字母查找"
        options={lines.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))}
      />
    </Form.Item>
  );
}
