import { Alert, Button, Space } from 'antd';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useExportJob } from '../../ui/use-export-job.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { type ObjectOfDay, useObjectExports, useObjectsOn } from './rosters.queries.ts';

const yesNo = (is: boolean) => (is ? '是' : '否');

const columns: readonly ListColumn<ObjectOfDay>[] = [
  { key: 'name', title: '名称（姓名）', width: 240, value: ({ name }) => name },
  { key: 'code', title: '统一社会信用代码', width: 180, value: ({ code }) => code },
  { key: 'status', title: '状态', width: 70, value: ({ status }) => status },
  { key: 'industry', title: '行业（业务领域）', width: 170, value: ({ industry }) => industry },
  { key: 'town', title: '所属乡镇苏木', width: 120, value: ({ town }) => town },
  { key: 'principal', title: '负责人', width: 90, value: ({ principal }) => principal },
  { key: 'aboveScale', title: '规上', width: 60, value: ({ aboveScale }) => yesNo(aboveScale) },
  { key: 'priority', title: '重点', width: 60, value: ({ priority }) => yesNo(priority) },
  { key: 'tags', title: '监管标签', width: 140, value: ({ tags }) => tags.join('、') },
  { key: 'phone', title: '联系方式', width: 120, isOptional: true, value: ({ phone }) => phone },
  { key: 'kind', title: '类型', width: 110, isOptional: true, value: ({ kind }) => kind },
  { key: 'address', title: '地址（住所）', width: 240, isOptional: true, value: ({ address }) => address },
];

interface ObjectDayListProps {
  readonly on: string;
  readonly today: string;
  /** Another day; null goes back to the roster as it is. */
  readonly onDay: (on: string | null) => void;
  readonly onOpen: (id: number) => void;
}

/** 某日名录: the roster as it stood at the end of a day, told from its history; nothing can be changed here. */
export function ObjectDayList({ on, today, onDay, onOpen }: ObjectDayListProps) {
  const params = useListParams({ prefix: 'd.' });
  const input = { on, text: params.q, offset: (params.page - 1) * params.size, limit: params.size };
  const page = useObjectsOn(input);
  const exports = useObjectExports();
  const { isRunning, follow } = useExportJob('rosters');
  const total = page.data?.total ?? 0;

  async function run(): Promise<void> {
    const outcome = await exports.onDay.run({ on, text: params.q });
    if (outcome.ok) follow(outcome.value.jobId);
  }

  return (
    <>
      <Alert
        className="form-refusal"
        type="warning"
        showIcon
        title={`以下是${on}终了时的名录，不是现在的名录`}
        description="按变更记录还原，只能查看和导出。点一行看该对象现在的情况和全部变更记录。"
        action={
          <Space>
            <DayInput aria-label="名录日期" value={on} max={today} onChange={(day) => day !== '' && onDay(day)} />
            <Button type="primary" onClick={() => onDay(null)}>
              回到现在的名录
            </Button>
          </Space>
        }
      />
      <DataTable<ObjectOfDay>
        name="rosters.objects-on"
        title={`检查对象名录（${on}）`}
        rows={page.data?.lines}
        total={total}
        isLoading={page.isPending}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="当日名称的一段"
        onRow={({ id }) => onOpen(id)}
        exporting={() => (
          <Button loading={isRunning} disabled={total === 0} onClick={run}>
            导出这一天的名录
          </Button>
        )}
        empty="这一天名录里还没有检查对象。请选择以后的日期。"
      />
    </>
  );
}
