import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { itemKindTitles, sayTaskQuota, taskStates, taskStateTitles } from '../../../shared/features/plans/task.ts';
import { sayPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type TaskLine, useTasks } from './plans.queries.ts';

/** 事项与计划 → 抽查任务. `task` in the address opens one. */
export function TasksPage() {
  const tasks = useTasks();
  const params = useListParams();
  const { task: openId = '', ...filters } = params.filters;
  const open = tasks.data?.find(({ id }) => String(id) === openId) ?? null;
  const show = (id: number | null) => params.change({ filters: { task: id === null ? null : String(id) } });
  return (
    <>
      <PageHead title="抽查任务" note="从已批准的计划下达，编号连续不断；抽取在“抽取”中进行。" />
      <DataTable<TaskLine>
        name="plans.tasks"
        title="抽查任务"
        rows={tasks.data}
        rowKey={(task) => task.id}
        params={{ ...params, filters }}
        searchHint="编号、名称、部门"
        onRow={(task) => show(task.id)}
        empty={
          <EmptyState
            text="还没有任务。打开已批准的年度计划，在事项中下达任务。"
            action={<Link to="/plans">查看年度计划</Link>}
          />
        }
        filters={[
          {
            key: 'state',
            label: '状态',
            options: taskStates.map((value) => ({ value, label: taskStateTitles[value] })),
            of: (task) => task.state,
          },
        ]}
        columns={[
          { key: 'number', title: '任务编号', width: 168, value: (task) => task.number },
          { key: 'title', title: '任务名称', width: 170, value: (task) => task.title },
          { key: 'state', title: '状态', width: 76, value: (task) => taskStateTitles[task.state] },
          { key: 'quota', title: '抽查数量', width: 108, value: (task) => sayTaskQuota(task.quota) },
          { key: 'joint', title: '联合部门', width: 140, value: (task) => task.jointDepartments.join('、') },
          { key: 'period', title: '起止', width: 186, value: (task) => `${task.fromOn} 至 ${task.toOn}` },
          { key: 'kind', title: '事项类别', width: 110, value: (task) => itemKindTitles[task.itemKind] },
          {
            key: 'created',
            title: '下达日期',
            width: 110,
            isOptional: true,
            value: (task) => minuteText(task.createdAt),
          },
        ]}
      />
      <Drawer open={open !== null} onClose={() => show(null)} width={720} destroyOnHidden title={open?.number ?? ''}>
        {open !== null && <TaskFacts task={open} />}
      </Drawer>
    </>
  );
}

function TaskFacts({ task }: { readonly task: TaskLine }) {
  return (
    <Facts
      columns={1}
      facts={[
        ['任务名称', task.title],
        ['状态', taskStateTitles[task.state]],
        ['事项类别', itemKindTitles[task.itemKind]],
        ['抽查数量', sayTaskQuota(task.quota)],
        ['抽取范围', sayPoolFilter(task.poolFilter)],
        ['发起部门', task.leadDepartment],
        ['联合部门', task.jointDepartments.join('、')],
        ['起止', `${task.fromOn} 至 ${task.toOn}`],
        ['检查方式', task.methods.join('、')],
        ['抽查事项', task.checkItems],
        ['检查重点', task.checkFocus],
        ['执法依据', task.basis],
        ['下达日期', minuteText(task.createdAt)],
      ]}
    />
  );
}
