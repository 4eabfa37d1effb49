import { Button, Table } from 'antd';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import type { CandidateRow } from './candidate-rows.ts';
import type { Preview } from './draws.queries.ts';
import { withoutTeamExcluded } from './setting-changes.ts';

interface SeatsTabProps {
  readonly preview: Preview;
  readonly rows: readonly CandidateRow[];
  readonly setting: DrawSetting;
  readonly onChange: (part: Partial<DrawSetting>) => void;
}

/** How many officers may take each seat: anywhere, and at each object someone is recused from, the fewest first. */
export function SeatsTab({ preview, rows, setting, onChange }: SeatsTabProps) {
  const params = useLocalListParams({ size: 20 });
  const { seats, recused, poolSize } = preview;
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const touched = recused.flatMap(({ codes, officers, candidates, lacking }) =>
    codes.map((code) => ({ code, name: names.get(code) ?? code, officers: officers.join('、'), candidates, lacking })),
  );
  const teamless = touched.filter(({ lacking }) => lacking !== null).length;
  return (
    <>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey={(_, index) => index ?? 0}
        dataSource={[...seats]}
        columns={[
          { title: '席位', width: 220, render: (_, { name }, index) => `${index + 1}. ${name}` },
          { title: '可任人数（不计回避）', dataIndex: 'candidates', align: 'right', width: 180 },
          { title: '是否随机', render: (_, { candidates }) => mark(candidates) || '随机' },
        ]}
      />
      <p>
        有人员须回避的{touched.length}户逐户列在下面，人选少的在前；其余{poolSize - touched.length}
        户的人选与上表相同。
      </p>
      <DataTable
        name="draws.seats"
        title="每户人选"
        rows={touched}
        rowKey={({ code }) => code}
        params={params}
        searchHint="名称、代码、回避人员"
        empty="参加的人员与名单内的对象之间没有回避。"
        extra={
          teamless > 0 && (
            <Button onClick={() => onChange(withoutTeamExcluded(setting, preview))}>
              将凑不齐检查组的{teamless}户排除
            </Button>
          )
        }
        columns={[
          { key: 'name', title: '名称', width: 240, value: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', width: 180, value: ({ code }) => code },
          { key: 'officers', title: '须回避的人员', width: 160, value: ({ officers }) => officers },
          ...seats.map(({ name }, k) => ({
            key: `seat-${k}`,
            title: `${k + 1}. ${name}`,
            width: 150,
            align: 'right' as const,
            value: ({ candidates }: (typeof touched)[number]) => candidates[k],
            render: ({ candidates }: (typeof touched)[number]) => `${candidates[k]} ${mark(candidates[k] ?? 0)}`,
          })),
          {
            key: 'lacking',
            title: '能否组成检查组',
            width: 200,
            value: ({ lacking }) => (lacking === null ? '能' : `不能：缺${lacking}`),
          },
        ]}
      />
    </>
  );
}

/** One candidate is no random choice. */
function mark(candidates: number): string {
  if (candidates === 0) return '无人可任';
  return candidates === 1 ? '非随机' : '';
}
