import { Button } from 'antd';
import { useState } from 'react';
import { exclusionReasons } from '../../../shared/features/draws/ceremony.ts';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import type { CandidateRow } from './candidate-rows.ts';
import { ExcludeButton } from './exclude-button.tsx';
import { excludedFor, madeMust, notMust, takenIn } from './setting-changes.ts';

interface ObjectsTabProps {
  readonly rows: readonly CandidateRow[];
  readonly isLoading: boolean;
  /** A 定向 task names its objects: all of them are 必检. */
  readonly isNamed: boolean;
  readonly year: number;
  readonly setting: DrawSetting;
  readonly onChange: (part: Partial<DrawSetting>) => void;
}

/** Everyone the draw is about: how often inspected, due or not, left out or 必检; chosen ones are left out or made 必检. */
export function ObjectsTab({ rows, isLoading, isNamed, year, setting, onChange }: ObjectsTabProps) {
  const params = useLocalListParams();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const settle = (part: Partial<DrawSetting>) => {
    onChange(part);
    setKeys([]);
  };
  return (
    <DataTable
      name="draws.candidates"
      title="抽取对象"
      rows={isLoading ? undefined : rows}
      rowKey={({ code }) => code}
      params={params}
      searchHint="名称、代码"
      columns={columnsOf(year)}
      filters={filters}
      empty="名录中没有符合任务范围的对象。请先导入名录，或核对任务的对象范围。"
      selection={{
        keys,
        onChange: (chosen) => setKeys(chosen.map(String)),
        actions: (
          <>
            <ExcludeButton
              count={keys.length}
              onExclude={(reason, note) => settle(excludedFor(setting, keys, reason, note))}
            />
            <Button size="small" onClick={() => settle(takenIn(setting, keys))}>
              取消手工排除
            </Button>
            {setting.mode === 'sample' && !isNamed && (
              <>
                <Button size="small" onClick={() => settle(madeMust(setting, keys, ''))}>
                  列为必检
                </Button>
                <Button size="small" onClick={() => settle(notMust(setting, keys))}>
                  取消必检
                </Button>
              </>
            )}
          </>
        ),
      }}
    />
  );
}

const filters = [
  {
    key: 'standing',
    label: '是否在内',
    width: 190,
    options: [
      { value: 'open', label: '可抽取' },
      { value: 'must', label: '必检' },
      { value: 'excluded', label: '已排除' },
      ...Object.values(exclusionReasons).map((label) => ({
        value: `排除：${label}`,
        label: `排除：${label}`,
      })),
    ],
    of: ({ standing, words }: CandidateRow) => [standing, words.split('，')[0] ?? ''],
  },
  {
    key: 'more',
    label: '到期、回避',
    width: 150,
    options: [
      { value: 'due', label: '全覆盖到期' },
      { value: 'recused', label: '有人员回避' },
      { value: 'teamless', label: '凑不齐检查组' },
    ],
    of: ({ isDue, recused }: CandidateRow) => [
      ...(isDue ? ['due'] : []),
      ...(recused === null ? [] : ['recused']),
      ...(recused?.lacking == null ? [] : ['teamless']),
    ],
  },
];

function columnsOf(year: number): readonly ListColumn<CandidateRow>[] {
  return [
    { key: 'name', title: '名称', width: 240, value: ({ name }) => name },
    { key: 'code', title: '统一社会信用代码', width: 176, value: ({ code }) => code },
    {
      key: 'grade',
      title: '等级',
      width: 70,
      value: ({ grade }) => grade,
      render: ({ grade }) => <GradeTag grade={grade} />,
    },
    { key: 'kind', title: '类别', width: 64, value: ({ isKey }) => (isKey ? '重点' : '一般') },
    { key: 'before', title: `${year - 1}年检查`, width: 124, value: ({ visitsBefore }) => visitsBefore },
    { key: 'visits', title: `${year}年检查`, width: 124, value: ({ visits }) => visits },
    { key: 'lastOn', title: '上次检查', width: 112, value: ({ lastOn }) => lastOn },
    { key: 'due', title: '全覆盖', width: 84, value: ({ isDue }) => (isDue ? '到期' : '') },
    { key: 'standing', title: '是否在内', width: 220, value: ({ words }) => words },
    {
      key: 'recused',
      title: '回避',
      width: 150,
      isOptional: true,
      value: ({ recused }) => recused?.officers.join('、') ?? '',
    },
  ];
}
