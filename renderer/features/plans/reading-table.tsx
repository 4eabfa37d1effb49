import { Table } from 'antd';
import type { StagedPlan } from './plans.queries.ts';

type Item = StagedPlan['items'][number];

/** What was read of each item, before it is imported: the quota as written and as understood. */
export function ReadingTable({ items }: { readonly items: readonly Item[] }) {
  return (
    <Table<Item>
      size="small"
      bordered
      rowKey={(item) => item.row}
      dataSource={[...items]}
      pagination={false}
      scroll={{ x: 1_140, y: 380 }}
      columns={[
        { title: '序号', width: 60, align: 'right', render: (_, { number }) => number ?? '—' },
        { title: '任务名称', width: 220, render: (_, { texts }) => texts.name },
        { title: '比例或数量（原文）', width: 200, render: (_, { texts }) => texts.quota },
        { title: '读作', width: 200, render: (_, item) => <Reading item={item} /> },
        {
          title: '起止',
          width: 200,
          render: (_, { period, texts }) => (period === null ? texts.period : `${period.fromOn} 至 ${period.toOn}`),
        },
        { title: '发起部门', width: 110, render: (_, { initiators }) => initiators.join('、') },
        {
          title: '参与部门',
          width: 150,
          render: (_, { participants, texts }) => participants.join('、') || texts.participants,
        },
      ]}
    />
  );
}

export function Reading({ item }: { readonly item: Pick<Item, 'reading' | 'continues' | 'inherited'> }) {
  if (item.reading === null) return <span className="overdue">读不懂</span>;
  const isInherited = item.inherited.includes('quota');
  return (
    <>
      {item.reading}
      {isInherited && <span className="quiet">（随第{item.continues}项）</span>}
    </>
  );
}
