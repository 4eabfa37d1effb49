import { Button, Space } from 'antd';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { type RecusalOnDay, useRecusalsOn } from './rosters.queries.ts';

interface RecusalsOnDayProps {
  readonly on: string;
  readonly today: string;
  readonly onChange: (on: string | null) => void;
}

const columns: readonly ListColumn<RecusalOnDay>[] = [
  { key: 'officer', title: '执法人员', width: 260, value: ({ officer }) => officer },
  { key: 'object', title: '检查对象', width: 220, value: ({ object }) => object },
  { key: 'reason', title: '回避原因', width: 94, value: ({ reason }) => reason },
  { key: 'evidence', title: '依据和说明', width: 190, value: ({ evidence }) => evidence },
  { key: 'state', title: '当日', width: 80, value: ({ state }) => state },
];

/** The register as it stood at the end of a day, told from its history. */
export function RecusalsOnDay({ on, today, onChange }: RecusalsOnDayProps) {
  const params = useLocalListParams();
  const recusals = useRecusalsOn(on).data;
  return (
    <DataTable<RecusalOnDay>
      name="rosters.recusals-on-day"
      title={`回避（${on}）`}
      rows={recusals}
      rowKey={({ id }) => id}
      columns={columns}
      params={params}
      searchHint="人员、检查对象"
      extra={
        <Space size={8}>
          <DayInput
            aria-label="回避日期"
            value={on}
            max={today}
            onChange={(day) => onChange(day === '' ? today : day)}
          />
          <Button onClick={() => onChange(null)}>回到今天</Button>
        </Space>
      }
      empty="这一天没有登记回避。"
    />
  );
}
