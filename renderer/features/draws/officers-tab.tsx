import { DataTable } from '../../ui/data-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import type { DrawTask, Preview } from './draws.queries.ts';

/** Who takes part, with load and cap, and who does not, with every reason. */
export function OfficersTab({ preview, found }: { readonly preview: Preview; readonly found: DrawTask }) {
  const params = useLocalListParams({ size: 100 });
  const rows = [
    ...preview.officers.map(({ id, name, department, leader, base, cap, recusals }) => {
      return { id, name, department, leader, base, cap, recusals, takesPart: true, bars: '' };
    }),
    ...preview.barred.map(({ id, name, department, bars }) => {
      return {
        id,
        name,
        department,
        leader: null,
        base: null,
        cap: null,
        recusals: null,
        takesPart: false,
        bars: bars.join('；'),
      };
    }),
  ];
  const { fromOn, toOn } = found.task;
  return (
    <>
      <p>
        执法人员须持有有效行政执法证件、属行政编制（细则第七条），并在任务期间（{fromOn}至{toOn}
        ）始终如此。不符合的不进入冻结的人员名单，原因如下。
      </p>
      <DataTable
        name="draws.officers"
        title="参加和不参加抽取的人员"
        rows={rows}
        rowKey={({ id }) => id}
        params={params}
        searchHint="姓名、部门、原因"
        empty="名录中没有执法人员。请先在“名录”中登记。"
        filters={[
          {
            key: 'part',
            label: '是否参加',
            options: [
              { value: 'yes', label: '参加' },
              { value: 'no', label: '不参加' },
            ],
            of: ({ takesPart }) => (takesPart ? 'yes' : 'no'),
          },
        ]}
        columns={[
          { key: 'name', title: '姓名', width: 100, value: ({ name }) => name },
          { key: 'department', title: '部门', width: 100, value: ({ department }) => department },
          { key: 'part', title: '是否参加', width: 90, value: ({ takesPart }) => (takesPart ? '参加' : '不参加') },
          { key: 'bars', title: '不参加的原因', width: 340, value: ({ bars }) => bars, ellipsis: false },
          {
            key: 'leader',
            title: '组长资格',
            width: 90,
            value: ({ leader }) => (leader === null ? '' : leader ? '有' : '无'),
          },
          { key: 'base', title: '本年已承担', width: 124, align: 'right', value: ({ base }) => base },
          { key: 'cap', title: '本次上限', width: 90, align: 'right', value: ({ cap }) => cap },
          { key: 'recusals', title: '须回避（户）', width: 134, align: 'right', value: ({ recusals }) => recusals },
        ]}
      />
    </>
  );
}
