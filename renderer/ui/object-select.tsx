import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTrpc } from '../api/client.ts';

interface ObjectSelectProps {
  readonly value?: number;
  readonly onChange?: (id: number) => void;
  /** As Form.Item hands it over. */
  readonly id?: string;
  /** The enterprise chosen beforehand, so that its name shows. */
  readonly chosen?: { readonly id: number; readonly name: string; readonly code: string };
}

/** One enterprise of the roster, found by name, code or pinyin; works as the child of a Form.Item. */
export function ObjectSelect({ value, onChange, id, chosen }: ObjectSelectProps) {
  const [typed, setTyped] = useState('');
  const found = useQuery(useTrpc().rosters.objects.queryOptions({ text: useDeferredValue(typed), limit: 50 })).data;
  const objects = found?.lines ?? [];
  const isMissing = chosen !== undefined && !objects.some((one) => one.id === chosen.id);
  return (
    <Select<number>
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入名称、代码或拼音首字母查找"
      options={[...(isMissing ? [chosen] : []), ...objects].map((one) => ({
        value: one.id,
        label: `${one.name} ${one.code}`,
      }))}
    />
  );
}
