import { Button, Space } from 'antd';
import { officerBarNames } from '../../../shared/kernel/eligibility.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { type OfficerOnDay, useOfficersOn } from './rosters.queries.ts';

interface OfficersOnDayProps {
  readonly on: string;
  readonly today: string;
  readonly onChange: (on: string | null) => void;
}

const columns: readonly ListColumn<OfficerOnDay>[] = [
  { key: 'name', title: '姓名', width: 100, value: ({ name }) => name },
  { key: 'unit', title: '单位', width: 210, value: ({ department }) => department },
  { key: 'section', title: '股室', width: 110, value: ({ section }) => section },
  { key: 'certificate', title: '行政执法证号', width: 150, value: ({ certificate }) => certificate },
  { key: 'until', title: '有效期至', width: 110, value: ({ certificateUntil }) => certificateUntil },
  { key: 'status', title: '状态', width: 80, value: ({ status }) => status },
  {
    key: 'bars',
    title: '当日参加抽取',
    width: 200,
    value: ({ bars }) => (bars.length === 0 ? '参加' : `不参加：${bars.map((bar) => officerBarNames[bar]).join('、')}`),
  },
  { key: 'leader', title: '组长资格', width: 90, value: ({ leader }) => (leader ? '是' : '否') },
  {
    key: 'scopes',
    title: '业务领域',
    width: 160,
    value: ({ scopes }) => (scopes.length === 0 ? '全部事项' : scopes.join('、')),
  },
];

/** The roster of officers as it stood at the end of a day, told from its history. */
export function OfficersOnDay({ on, today, onChange }: OfficersOnDayProps) {
  const params = useLocalListParams();
  const officers = useOfficersOn(on).data;
  return (
    <DataTable<OfficerOnDay>
      name="rosters.officers-on-day"
      title={`执法检查人员名录（${on}）`}
      rows={officers}
      rowKey={({ id }) => id}
      columns={columns}
      params={params}
      searchHint="姓名、单位、证号"
      extra={
        <Space size={8}>
          <DayInput
            aria-label="名录日期"
            value={on}
            max={today}
            onChange={(day) => onChange(day === '' ? today : day)}
          />
          <Button onClick={() => onChange(null)}>回到今天</Button>
        </Space>
      }
      empty="这一天名录还是空的。"
    />
  );
}
