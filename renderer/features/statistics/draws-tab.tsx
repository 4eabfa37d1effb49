import { useNavigate } from '@tanstack/react-router';
import { type DrawState, drawStates, drawStateTitles } from '../../../shared/features/draws/ceremony.ts';
import type { Years } from '../../../shared/features/statistics/schemas.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type CountedDraw, useCountedDraws } from './statistics.queries.ts';

/** The draws that the figures rest on, with their substitutions, and those that were voided. */
export function DrawsTab({ years }: { readonly years: Years }) {
  const params = useListParams();
  const navigate = useNavigate();
  const draws = useCountedDraws(years).data;
  return (
    <DataTable<CountedDraw>
      name="statistics.draws"
      title="历次抽取"
      rows={draws}
      rowKey={({ id }) => id}
      params={params}
      searchHint="编号、任务"
      onRow={({ id }) => void navigate({ to: `/draws/${id}` })}
      empty={<p className="quiet">所选年度没有正式抽取。</p>}
      filters={[
        {
          key: 'state',
          label: '状态',
          options: drawStates.map((value) => ({ value, label: drawStateTitles[value] })),
          of: ({ state }) => state,
        },
        {
          key: 'more',
          label: '替补',
          options: [{ value: 'substituted', label: '有替补的' }],
          of: ({ substitutions }) => (substitutions > 0 ? 'substituted' : null),
        },
      ]}
      columns={[
        { key: 'number', title: '抽取编号', width: 120, value: ({ number }) => number },
        { key: 'state', title: '状态', width: 100, value: ({ state }) => drawStateTitles[state as DrawState] },
        { key: 'task', title: '任务编号', width: 190, value: ({ taskNumber }) => taskNumber },
        { key: 'title', title: '任务名称', width: 220, value: ({ taskTitle }) => taskTitle },
        {
          key: 'size',
          title: '参加抽签',
          width: 100,
          value: ({ mode, size }) => (mode === 'batch' ? '批次顺序' : size),
        },
        { key: 'chosen', title: '抽签抽中', width: 100, value: ({ chosen }) => chosen },
        { key: 'must', title: '必检', width: 80, value: ({ must }) => must },
        { key: 'excluded', title: '排除', width: 80, value: ({ excluded }) => excluded },
        { key: 'substitutions', title: '替补', width: 80, value: ({ substitutions }) => substitutions },
      ]}
    />
  );
}
