import { Table } from 'antd';
import { recusalState, spanText } from '../../../shared/features/rosters/recusal-state.ts';
import { useSession } from '../../api/session.ts';
import type { Recusal } from './rosters.queries.ts';

type Shown = Omit<Recusal, 'state'>;

interface RecusalTableProps {
  readonly recusals: readonly Shown[];
  /** Which side is told; the other is whose drawer this is. */
  readonly shows: 'officer' | 'object';
}

/** The recusals of one officer or object, lifted ones among them. */
export function RecusalTable({ recusals, shows }: RecusalTableProps) {
  const { today } = useSession();
  const who =
    shows === 'officer'
      ? {
          title: '执法人员',
          render: (_: unknown, { officerName, officerUnit }: Shown) => `${officerName}（${officerUnit}）`,
        }
      : { title: '检查对象', dataIndex: 'objectName' };
  return (
    <Table<Shown>
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
        {
          title: '状态',
          width: 190,
          render: (_: unknown, recusal: Shown) => `${recusalState(recusal, today)}（${spanText(recusal)}）`,
        },
      ]}
    />
  );
}
