import { useQuery } from '@tanstack/react-query';
import { Spin, Table } from 'antd';
import { type Outputs, useTrpc } from '../api/client.ts';
import { PathLink } from './path-link.tsx';

type Visit = Outputs['inspections']['ofObject'][number];

/** Every inspection of one object, drawn here or past, newest first. */
export function VisitList({ objectId }: { readonly objectId: number }) {
  const visits = useQuery(useTrpc().inspections.ofObject.queryOptions({ objectId }));
  if (visits.data === undefined) return <Spin />;
  return (
    <Table<Visit>
      size="small"
      bordered
      pagination={false}
      rowKey={({ key }) => key}
      dataSource={[...visits.data]}
      locale={{ emptyText: '没有检查过。以往的检查可在“检查→以往检查”中导入。' }}
      columns={[
        { title: '日期', dataIndex: 'on', width: 108 },
        { title: '事项', render: (_, { item, path }) => <PathLink path={path}>{item}</PathLink> },
        { title: '部门', dataIndex: 'department', width: 84 },
        { title: '人员', width: 120, render: (_, { people }) => people.join('、') },
        { title: '结果', dataIndex: 'result', width: 150 },
      ]}
    />
  );
}
