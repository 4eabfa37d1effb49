import { Link } from '@tanstack/react-router';
import { Button, Drawer, Form, Input, Modal, Popconfirm, Space, Tabs } from 'antd';
import { useState } from 'react';
import {
  itemKindTitles,
  sayTaskQuota,
  taskOriginTitles,
  taskStateTitles,
} from '../../../shared/features/plans/task.ts';
import { sayPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { LookupOfTask } from '../../ui/lookup-state.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { minuteText } from '../../ui/when.ts';
import { PoolTable } from './pool-table.tsx';
import { type TaskLine, useApproveTask, useCancelTask } from './tasks.queries.ts';

/** One task: where it comes from and stands, its items, whom it could draw, and what can be done with it. */
export function TaskDrawer({ task, onClose }: { readonly task: TaskLine | null; readonly onClose: () => void }) {
  return (
    <Drawer
      open={task !== null}
      onClose={onClose}
      width={860}
      destroyOnHidden
      title={task?.number ?? ''}
      extra={task !== null && <TaskActions task={task} />}
    >
      {task !== null && (
        <Tabs
          items={[
            { key: 'task', label: '任务', children: <TaskFacts task={task} /> },
            {
              key: 'items',
              label: task.items.length > 1 ? `抽查事项（${task.items.length}项）` : '抽查事项',
              children: <TaskItems task={task} />,
            },
            { key: 'pool', label: '抽取范围', children: <TaskPool task={task} /> },
          ]}
        />
      )}
    </Drawer>
  );
}

function TaskActions({ task }: { readonly task: TaskLine }) {
  const files = useFiles();
  const [isCancelling, setCancelling] = useState(false);
  const approve = useApproveTask({ done: `已批准${task.number}，可以抽取。` });
  const canBeDrawn = task.state === 'waiting' && task.draw === null;
  const canBeCancelled = task.state === 'proposed' || canBeDrawn;
  return (
    <Space size={8} wrap>
      <Button onClick={() => void files.openPdf(`plans/tasks/${task.id}/sheet.pdf`)}>打印任务书</Button>
      {canBeCancelled && (
        <ActionButton danger may={['leader']} onClick={() => setCancelling(true)}>
          {task.state === 'proposed' ? '不予批准' : '取消任务'}
        </ActionButton>
      )}
      {task.state === 'proposed' && (
        <Popconfirm
          title={`批准${task.number}？`}
          description="批准后可以抽取并检查。"
          okText="批准"
          cancelText="再看看"
          onConfirm={() => void approve.run({ id: task.id })}
        >
          <ActionButton type="primary" may={['leader']} loading={approve.isRunning}>
            批准任务
          </ActionButton>
        </Popconfirm>
      )}
      {canBeDrawn && (
        <Link to="/draws/new" search={{ task: String(task.id) }}>
          <ActionButton type="primary" may={['operator']}>
            去抽取
          </ActionButton>
        </Link>
      )}
      {isCancelling && <CancelForm task={task} onClose={() => setCancelling(false)} />}
    </Space>
  );
}

function CancelForm({ task, onClose }: { readonly task: TaskLine; readonly onClose: () => void }) {
  const words = task.state === 'proposed' ? '不予批准' : '取消任务';
  const cancel = useCancelTask({ quiet: true, done: `${task.number}已取消，编号保留。`, onDone: onClose });
  return (
    <Modal open title={`${words}：${task.number}`} onCancel={onClose} footer={null} destroyOnHidden>
      <CommandForm<{ reason: string }>
        name="cancel-task"
        submit={words}
        isDangerous
        cancelText="返回"
        onCancel={onClose}
        onSubmit={async ({ reason }) => cancel.run({ id: task.id, reason })}
      >
        <p className="quiet">任务不删除，编号保留并注明已取消；计划中的事项可以另行下达。</p>
        <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请填写理由' }]}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

function TaskFacts({ task }: { readonly task: TaskLine }) {
  const { source, cancelled, draw } = task;
  const origin: readonly Fact[] =
    source === null
      ? []
      : [
          ['来文或来电', `${source.reference}（${source.receivedOn}收到，${source.handedBy}）`],
          ['反映的问题', source.alleges],
          ['批准', task.approvedBy === null ? '' : `${task.approvedBy} ${minuteText(task.approvedAt)}`],
        ];
  return (
    <Facts
      columns={1}
      facts={[
        ['任务名称', task.title],
        ['状态', <TaskState key="state" task={task} />],
        ...(cancelled === null
          ? []
          : [['取消', `${cancelled.by} ${minuteText(cancelled.at)}：${cancelled.reason}`] as const]),
        ['来源', [taskOriginTitles[task.origin], sayPart(task)].filter((part) => part !== '').join('，')],
        ...origin,
        ...(task.campaign === null
          ? []
          : [
              [
                '专项治理',
                <PathLink key="campaign" path={`/registers/campaigns/${task.campaign.id}`}>
                  {task.campaign.name}
                </PathLink>,
              ] as const,
            ]),
        ['事项类别', itemKindTitles[task.itemKind]],
        ['起止', `${task.fromOn} 至 ${task.toOn}`],
        ['抽查数量', task.objects.length > 0 ? `${task.objects.length}户（定向，全部检查）` : sayTaskQuota(task.quota)],
        [
          '抽取范围',
          task.objects.length > 0
            ? task.objects.map(({ name, code }) => `${name}（${code}）`).join('、')
            : sayPoolFilter(task.poolFilter),
        ],
        ['发起部门', task.leadDepartment],
        ['联合部门', task.jointDepartments.join('、')],
        [
          '抽取',
          draw === null ? (
            ''
          ) : (
            <Link
              key="draw"
              to="/draws/$drawId"
              params={{ drawId: String(draw.id) }}
            >{`${draw.number}（${draw.state}）`}</Link>
          ),
        ],
        ['进度', sayProgress(task)],
        ['信用查询', <LookupOfTask key="lookup" taskId={task.id} />],
        [task.source === null ? '下达' : '登记', `${task.createdBy} ${minuteText(task.createdAt)}`],
      ]}
    />
  );
}

/** The state, and whether its last day is past. */
export function TaskState({ task }: { readonly task: TaskLine }) {
  return (
    <>
      {taskStateTitles[task.state]}
      {task.isOverdue && <span className="overdue">（已逾期）</span>}
    </>
  );
}

/** Which round and class of its item a task is for; empty where the item has but one. */
export function sayPart({ round, clause }: Pick<TaskLine, 'round' | 'clause'>): string {
  return [round, clause].filter((part) => part !== '').join('，');
}

/** `抽取21户，检查18户，公示15户`; empty before the draw. */
export function sayProgress({ drawn, inspected, published }: TaskLine): string {
  return drawn === 0 ? '' : `抽取${drawn}户，检查${inspected}户，公示${published}户`;
}

function TaskItems({ task }: { readonly task: TaskLine }) {
  return task.items.map((item, index) => (
    <section key={item.planItemId ?? 'own'} className="task-item">
      {task.items.length > 1 && (
        <h3>
          {index + 1}. {item.title}
        </h3>
      )}
      <Facts
        columns={1}
        facts={[
          ['抽查事项', item.checkItems],
          ['检查重点', item.checkFocus],
          ['检查方式', item.methods.join('、')],
          ['执法依据', item.basis],
        ]}
      />
    </section>
  ));
}

function TaskPool({ task }: { readonly task: TaskLine }) {
  return (
    <>
      <p className="quiet">
        按今天的名录、等级、检查次数和回避计算；
        {task.draw === null ? '冻结名单时以当天为准。' : '已抽取的以冻结的名单为准。'}
      </p>
      <PoolTable of={{ taskId: task.id }} />
    </>
  );
}
