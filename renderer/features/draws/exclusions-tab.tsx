import { Button } from 'antd';
import { useState } from 'react';
import { exclusionReasons } from '../../../shared/features/draws/ceremony.ts';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import type { Preview } from './draws.queries.ts';
import { takenIn } from './setting-changes.ts';

interface ExclusionsTabProps {
  readonly preview: Preview;
  readonly setting: DrawSetting;
  readonly onChange: (part: Partial<DrawSetting>) => void;
}

/** Who is left out before freezing, reason by reason, with names; what was left out by hand can be taken in again. */
export function ExclusionsTab({ preview, setting, onChange }: ExclusionsTabProps) {
  const params = useLocalListParams();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const byHand = new Set(setting.exclude.map(({ code }) => code));
  return (
    <DataTable
      name="draws.excluded"
      title="冻结前排除"
      rows={preview.excluded}
      rowKey={({ code }) => code}
      params={params}
      searchHint="名称、代码、说明"
      empty="没有排除。要排除的，在“对象”中选中后点“排除所选”。"
      filters={[
        {
          key: 'reason',
          label: '原因',
          width: 280,
          options: preview.exclusions.map(({ reason, count }) => ({
            value: reason,
            label: `${exclusionReasons[reason]}（${count}户）`,
          })),
          of: ({ excluded }) => excluded,
        },
      ]}
      columns={[
        { key: 'reason', title: '原因', width: 260, value: ({ excluded }) => exclusionReasons[excluded] },
        { key: 'code-of-reason', title: '代码', width: 120, value: ({ excluded }) => excluded },
        { key: 'name', title: '名称', width: 260, value: ({ name }) => name },
        { key: 'code', title: '统一社会信用代码', width: 180, value: ({ code }) => code },
        { key: 'note', title: '说明', width: 220, value: ({ note }) => note },
        { key: 'by', title: '怎样排除', width: 100, value: ({ code }) => (byHand.has(code) ? '手工' : '按规则') },
      ]}
      selection={{
        keys,
        onChange: (chosen) => setKeys(chosen.map(String)),
        isBarred: ({ code }) => !byHand.has(code),
        actions: (
          <Button
            size="small"
            onClick={() => {
              onChange(takenIn(setting, keys));
              setKeys([]);
            }}
          >
            取消手工排除
          </Button>
        ),
      }}
    />
  );
}
