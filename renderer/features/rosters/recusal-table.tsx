import { Table } from 'antd';
import type { Recusal } from './rosters.queries.ts';

interface RecusalTableProps {
  readonly recusals: readonly Recusal[];
  /** Which side is told; the other is whose drawer this is. */
  readonly shows: 'officer' | 'object';
}

/** The recusals of one officer or object. */
export function RecusalTable({ recusals, shows }: RecusalTableProps) {
  const who =
    shows === 'officer'
      ? {
          title: '执法人员',
          render: (_: unknown, { officerName, officerUnit }: Recusal) => `${officerName}（${officerUnit}）`,
        }
      : { title: '检查对象', dataIndex: 'objectName' };
  return (
    <Table<Recusal>
      size="small"
      bordered
      pagination={false}
      rowKey="id"
      dataSource={[...recusals]}
      locale={{ emptyText: '没有登记回避。' }}
      columns={[
        who,
        { title: '回避原因', dataIndex: 'reason', width: 100 },
        { title: '依据和说明', dataIndex: 'evidence' },
      ]}
    />
  );
}
