import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTrpcClient } from '../api/client.ts';
import { addressIn } from '../ui/address.ts';
import { type SearchHit, searchSources } from './search-sources.ts';

/** One box for everything; Ctrl K puts the cursor there. */
export function SearchBox() {
  const box = useRef<InputRef>(null);
  const navigate = useNavigate();
  const client = useTrpcClient();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const hits = useQuery({
    queryKey: ['search-box', wanted],
    enabled: wanted !== '',
    queryFn: async (): Promise<readonly SearchHit[]> =>
      (await Promise.all(searchSources.map((source) => source(wanted, client)))).flat(),
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      box.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const found = wanted === '' ? [] : (hits.data ?? []);
  return (
    <AutoComplete
      style={{ width: 260 }}
      popupMatchSelectWidth={420}
      value={text}
      onChange={setText}
      defaultActiveFirstOption
      options={found.map((hit, i) => ({
        value: `${i}`,
        label: (
          <span>
            {hit.title} <span className="quiet">{[hit.kind, hit.note].filter(Boolean).join(' · ')}</span>
          </span>
        ),
      }))}
      notFoundContent={wanted === '' || hits.isPending ? null : '没有找到'}
      onSelect={(index) => {
        const hit = found[Number(index)];
        setText('');
        box.current?.blur();
        if (hit !== undefined) void navigate(addressIn(hit.path));
      }}
    >
      <Input ref={box} aria-label="全局查找" placeholder="查找企业、任务、文号（Ctrl K）" />
    </AutoComplete>
  );
}

/** The text once it has rested for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
