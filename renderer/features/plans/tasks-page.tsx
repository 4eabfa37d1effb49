import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import {
  itemKindTitles,
  sayTaskQuota,
  taskOrigins,
  taskOriginTitles,
  taskStates,
  taskStateTitles,
} from '../../../shared/features/plans/task.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { ProposeDrawer } from './propose-form.tsx';
import { sayPart, sayProgress, TaskDrawer, TaskState } from './task-drawer.tsx';
import { type TaskLine, useDueRounds, useTaskLines } from './tasks.queries.ts';

/** 事项与计划 → 抽查任务. `task` in the address opens one, `campaign` the form of a new one for that 专项治理. */
export function TasksPage() {
  const tasks = useTaskLines();
  const params = useListParams();
  const [isProposing, setProposing] = useState(false);
  const { task: openId = '', campaign = '', ...filters } = params.filters;
  const campaignId = Number(campaign) > 0 ? Number(campaign) : null;
  const open = tasks.data?.find(({ id }) => String(id) === openId) ?? null;
  const show = (id: number | null) => params.change({ filters: { task: id === null ? null : String(id) } });
  return (
    <>
      <PageHead
        title="抽查任务"
        note="从已批准的计划下达，或登记临时任务报批；编号连续不断。"
        actions={
          <ActionButton may={['operator']} onClick={() => setProposing(true)}>
            登记临时任务
          </ActionButton>
        }
      />
      <DueRounds />
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
          {
            key: 'origin',
            label: '来源',
            options: taskOrigins.map((value) => ({ value, label: taskOriginTitles[value] })),
            of: (task) => task.origin,
          },
          {
            key: 'overdue',
            label: '逾期',
            width: 110,
            options: [{ value: 'yes', label: '已逾期' }],
            of: (task) => (task.isOverdue ? 'yes' : null),
          },
        ]}
        columns={[
          { key: 'number', title: '任务编号', width: 168, value: (task) => task.number },
          { key: 'title', title: '任务名称', width: 190, value: (task) => task.title },
          {
            key: 'state',
            title: '状态',
            width: 130,
            value: (task) => `${taskStateTitles[task.state]}${task.isOverdue ? '（已逾期）' : ''}`,
            render: (task) => <TaskState task={task} />,
          },
          { key: 'part', title: '分期、分类', width: 130, value: sayPart },
          { key: 'origin', title: '来源', width: 90, value: (task) => taskOriginTitles[task.origin] },
          {
            key: 'quota',
            title: '抽查数量',
            width: 108,
            value: (task) => (task.objects.length > 0 ? `定向${task.objects.length}户` : sayTaskQuota(task.quota)),
          },
          { key: 'period', title: '起止', width: 196, value: (task) => `${task.fromOn} 至 ${task.toOn}` },
          { key: 'draw', title: '抽取', width: 96, value: (task) => task.draw?.number ?? '' },
          { key: 'progress', title: '进度', width: 220, value: sayProgress },
          {
            key: 'items',
            title: '事项',
            width: 220,
            isOptional: true,
            value: (task) => task.items.map(({ title }) => title).join('、'),
          },
          {
            key: 'joint',
            title: '联合部门',
            width: 140,
            isOptional: true,
            value: (task) => task.jointDepartments.join('、'),
          },
          {
            key: 'kind',
            title: '事项类别',
            width: 110,
            isOptional: true,
            value: (task) => itemKindTitles[task.itemKind],
          },
          {
            key: 'created',
            title: '下达日期',
            width: 140,
            isOptional: true,
            value: (task) => minuteText(task.createdAt),
          },
        ]}
      />
      <TaskDrawer task={open} onClose={() => show(null)} />
      {(isProposing || campaignId !== null) && (
        <ProposeDrawer
          campaignId={campaignId}
          onClose={() => {
            setProposing(false);
            if (campaignId !== null) params.change({ filters: { campaign: null } });
          }}
        />
      )}
    </>
  );
}

/** Rounds that have begun without a task. */
function DueRounds() {
  const due = useDueRounds().data ?? [];
  if (due.length === 0) return null;
  return (
    <Alert
      className="form-refusal"
      type="warning"
      showIcon
      title={`有${due.length}期已到期，尚未下达任务`}
      description={due.slice(0, 3).map(({ planId, itemId, name, title, fromOn, toOn }) => (
        <div key={`${itemId} ${title}`}>
          <Link to="/plans/$planId" params={{ planId: String(planId) }}>
            {name}
          </Link>
          ：{title}（{fromOn} 至 {toOn}）
        </div>
      ))}
    />
  );
}
