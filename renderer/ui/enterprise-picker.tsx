import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTrpc } from '../api/client.ts';

interface EnterprisePickerProps {
  /** Given by Form.Item. */
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (id: number) => void;
}

/** Chooses one enterprise of the roster by name, code or pinyin; a field of a form. */
export function EnterprisePicker({ id, value, onChange }: EnterprisePickerProps) {
  const trpc = useTrpc();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery(trpc.rosters.objects.queryOptions({ text, limit: 20 }, { placeholderData: keepPreviousData }))
    .data?.lines;
  const chosen = useQuery(trpc.rosters.object.queryOptions({ id: value ?? 0 }, { enabled: value !== undefined })).data;
  const lines = [
    ...(chosen !== undefined && !found?.some((line) => line.id === chosen.id) ? [chosen] : []),
    ...(found ?? []),
  ];
  return (
    <Select<number>
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入名称、代码或拼音首字母查找"
      options={lines.map((line) => ({ value: line.id, label: `${line.name} ${line.code}` }))}
    />
  );
}
