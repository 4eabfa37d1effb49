import { Table } from 'antd';
import type { Draw } from './draws.queries.ts';

/** What was drawn, with every ticket and team. */
export function DrawnTable({ draw }: { readonly draw: Draw }) {
  const groups = new Map(draw.strata.map(({ stratum, group }) => [stratum, group]));
  const isBatch = draw.setting.mode === 'batch';
  return (
    <section className="drawer-part">
      <h2>抽取结果</h2>
      <Table
        size="small"
        bordered
        pagination={draw.drawn.length > 100 ? { pageSize: 100 } : false}
        rowKey="objectId"
        dataSource={draw.drawn as Draw['drawn'][number][]}
        columns={[
          { title: '序', dataIndex: 'order', align: 'right', width: 56 },
          { title: '检查对象', dataIndex: 'name' },
          { title: '编号', dataIndex: 'code', width: 180 },
          { title: '组别', width: 90, render: (_, { stratum }) => groups.get(stratum) },
          isBatch
            ? { title: '批次', dataIndex: 'batch', align: 'right', width: 70 }
            : { title: '方式', dataIndex: 'kind', width: 70 },
          {
            title: '票号',
            dataIndex: 'ticket',
            width: 210,
            render: (ticket: string) => <code title={ticket}>{ticket.slice(0, 20)}…</code>,
          },
          {
            title: '检查人员（首位为组长）',
            hidden: isBatch,
            render: (_, { team }) =>
              team
                .map(
                  ({ name, department, candidates }) =>
                    `${name}（${department}${candidates === 1 ? '，唯一人选' : ''}）`,
                )
                .join('、'),
          },
        ]}
      />
    </section>
  );
}
