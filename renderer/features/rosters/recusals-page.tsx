import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { recusalReasons } from '../../../shared/features/rosters/officer-columns.ts';
import { spanText } from '../../../shared/features/rosters/recusal-state.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { useTab } from '../../ui/use-tab.ts';
import { minuteText } from '../../ui/when.ts';
import { LiftForm, RecusalForm } from './recusal-forms.tsx';
import { RecusalsOnDay } from './recusals-on-day.tsx';
import { type Recusal, useRecusals, useSuggestedRecusals } from './rosters.queries.ts';
import { SuggestionTable } from './suggestion-table.tsx';

const operator = ['operator'] as const;

/** 名录 → 回避: what the program suggests, what is in force, what was. */
export function RecusalsPage() {
  const recusals = useRecusals().data;
  const suggested = useSuggestedRecusals().data ?? [];
  const [isAdding, setAdding] = useState(false);
  const [day, showDay] = useState<string | null>(null);
  const { today } = useSession();
  const open = suggested.filter(({ dismissed }) => dismissed === null).length;
  const [tab, show] = useTab(['current', 'suggested', 'past'] as const);
  const add = (
    <ActionButton may={operator} type="primary" onClick={() => setAdding(true)}>
      登记回避
    </ActionButton>
  );
  const holds = recusals?.filter(({ state }) => state === '现行' || state === '未开始');
  const past = recusals?.filter(({ state }) => state === '已解除' || state === '已到期');

  return (
    <>
      <PageHead
        title="回避"
        note="现行回避的双方不会抽到一起；抽取时只公布原因代码。解除后保留备查。"
        actions={
          <>
            <Button onClick={() => showDay(day === null ? today : null)}>按日查看</Button>
            {add}
          </>
        }
      />
      {day !== null && <RecusalsOnDay on={day} today={today} onChange={showDay} />}
      {day === null && (
        <Tabs
          activeKey={tab}
          onChange={show}
          items={[
            {
              key: 'current',
              label: `现行（${holds?.length ?? 0}）`,
              children: (
                <RecusalList
                  name="rosters.recusals"
                  title="现行回避"
                  recusals={holds}
                  empty={
                    <EmptyState text="没有登记回避。可在此登记，或随执法人员名录的“回避关系”表导入。" action={add} />
                  }
                />
              ),
            },
            { key: 'suggested', label: `建议（${open}）`, children: <SuggestionTable suggestions={suggested} /> },
            {
              key: 'past',
              label: `已解除（${past?.length ?? 0}）`,
              children: (
                <RecusalList
                  name="rosters.recusals-past"
                  title="已解除的回避"
                  recusals={past}
                  empty="还没有解除或到期的回避。"
                />
              ),
            },
          ]}
        />
      )}
      {isAdding && <RecusalForm onClose={() => setAdding(false)} />}
    </>
  );
}

interface RecusalListProps {
  readonly name: string;
  readonly title: string;
  readonly recusals: readonly Recusal[] | undefined;
  readonly empty: React.ReactNode;
}

function RecusalList({ name, title, recusals, empty }: RecusalListProps) {
  const params = useListParams();
  const [leaving, setLeaving] = useState<Recusal | null>(null);
  const columns: readonly ListColumn<Recusal>[] = [
    { key: 'officer', title: '执法人员', width: 84, value: ({ officerName }) => officerName },
    { key: 'unit', title: '单位', width: 146, value: ({ officerUnit }) => officerUnit },
    { key: 'object', title: '检查对象', width: 176, value: ({ objectName }) => objectName },
    { key: 'reason', title: '回避原因', width: 92, value: ({ reason }) => reason },
    { key: 'evidence', title: '依据和说明', width: 150, value: ({ evidence }) => evidence },
    { key: 'span', title: '起止', width: 160, ellipsis: false, value: spanOf },
    { key: 'lift', title: '解除事由', width: 120, isOptional: true, value: ({ liftReason }) => liftReason },
    {
      key: 'created',
      title: '登记时间',
      width: 140,
      isOptional: true,
      value: ({ createdAt }) => minuteText(createdAt),
    },
    {
      key: 'lifting',
      title: '操作',
      width: 76,
      isAction: true,
      value: () => null,
      render: (recusal) =>
        recusal.liftedOn === null && (
          <ActionButton may={operator} size="small" onClick={() => setLeaving(recusal)}>
            解除
          </ActionButton>
        ),
    },
  ];
  return (
    <>
      <DataTable<Recusal>
        name={name}
        title={title}
        rows={recusals}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="人员、单位、检查对象"
        filters={filters}
        empty={empty}
      />
      {leaving !== null && <LiftForm recusal={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

const filters: readonly ListFilter<Recusal>[] = [
  {
    key: 'reason',
    label: '回避原因',
    options: recusalReasons.map((value) => ({ value, label: value })),
    of: ({ reason }) => reason,
  },
];

function spanOf(recusal: Recusal): string {
  const { state, liftReason } = recusal;
  const mark = state === '未开始' ? '（未开始）' : state === '已到期' ? '（已到期）' : '';
  return `${spanText(recusal)}${liftReason === null ? '' : `：${liftReason}`}${mark}`;
}
