import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { ItemDrawer } from './item-drawer.tsx';
import { type ItemLine, type PlanLine, useApprovePlan, usePlanItems, useUndoPlan } from './plans.queries.ts';
import { Reading } from './reading-table.tsx';

const concernWords = { leads: '本局发起', joins: '本局参与' } as const;

/** One plan: its items with their readings; a row opens the item. */
export function PlanPage() {
  const { planId } = useParams({ strict: false });
  const id = Number(planId);
  const found = usePlanItems(id);
  const params = useListParams({ size: 100 });
  const [openId, setOpenId] = useState<number | null>(null);
  const plan = found.data?.plan;
  const open = found.data?.items.find((item) => item.id === openId) ?? null;
  return (
    <>
      <PageHead
        title={plan?.title ?? '年度计划'}
        note={plan === undefined ? undefined : stateWords(plan)}
        actions={plan === undefined ? undefined : <PlanActions plan={plan} />}
      />
      <DataTable<ItemLine>
        name="plans.items"
        title={plan?.title ?? '年度计划'}
        rows={found.data?.items}
        rowKey={(item) => item.id}
        params={params}
        searchHint="任务、对象、部门"
        onRow={(item) => setOpenId(item.id)}
        filters={[
          {
            key: 'concerns',
            label: '与本局的关系',
            width: 150,
            options: [
              { value: 'leads', label: '本局发起' },
              { value: 'joins', label: '本局参与' },
            ],
            of: (item) => item.concerns,
          },
          {
            key: 'warned',
            label: '请核对',
            options: [{ value: 'yes', label: '有问题的' }],
            of: (item) => (item.warnings.some(({ isNotice }) => !isNotice) ? 'yes' : null),
          },
        ]}
        columns={[
          { key: 'number', title: '序号', width: 80, align: 'right', value: (item) => item.number },
          { key: 'name', title: '任务名称', width: 210, value: (item) => item.texts.name },
          { key: 'objects', title: '检查对象', width: 150, isOptional: true, value: (item) => item.texts.objects },
          { key: 'initiators', title: '发起部门', width: 100, value: (item) => item.initiators.join('、') },
          {
            key: 'participants',
            title: '参与部门',
            width: 130,
            value: (item) => item.participants.join('、') || item.texts.participants,
          },
          {
            key: 'reading',
            title: '比例或数量',
            width: 170,
            value: (item) => item.reading ?? item.texts.quota,
            render: (item) => <Reading item={item} />,
          },
          {
            key: 'concerns',
            title: '本局',
            width: 90,
            value: (item) => (item.concerns === null ? '' : concernWords[item.concerns]),
          },
          { key: 'tasks', title: '任务编号', width: 180, value: (item) => item.taskNumbers.join('、') },
          {
            key: 'warnings',
            title: '请核对',
            width: 80,
            align: 'right',
            value: (item) => item.warnings.filter(({ isNotice }) => !isNotice).length || null,
          },
          {
            key: 'period',
            title: '起止',
            width: 190,
            value: (item) =>
              item.period === null ? item.texts.period : `${item.period.fromOn} 至 ${item.period.toOn}`,
          },
        ]}
      />
      <ItemDrawer item={open} isApproved={plan?.state === 'approved'} onClose={() => setOpenId(null)} />
    </>
  );
}

function stateWords(plan: PlanLine): string {
  const imported = `${plan.madeBy} ${minuteText(plan.madeAt)} 导入`;
  if (plan.approvedAt === null) return `${plan.year}年度，${plan.items}项，${imported}，待局领导批准。`;
  return `${plan.year}年度，${plan.items}项，${imported}，${plan.approvedBy} ${minuteText(plan.approvedAt)} 批准。`;
}

function PlanActions({ plan }: { readonly plan: PlanLine }) {
  const navigate = useNavigate();
  const files = useFiles();
  const approve = useApprovePlan({ done: '已批准，可以下达任务。' });
  const undo = useUndoPlan({ done: '已撤销导入。', onDone: () => void navigate({ to: '/plans' }) });
  return (
    <>
      <Button onClick={() => void files.download(`plans/${plan.id}`)}>导出计划表</Button>
      {plan.state === 'draft' && (
        <>
          <Popconfirm
            title="撤销这次导入？"
            description="整份计划连同各事项一并撤去，台账保留记录。"
            okText="撤销导入"
            cancelText="不撤销"
            onConfirm={() => void undo.run({ id: plan.id })}
          >
            <ActionButton may={['operator']} danger>
              撤销导入
            </ActionButton>
          </Popconfirm>
          <ActionButton
            type="primary"
            may={['leader']}
            loading={approve.isRunning}
            onClick={() => void approve.run({ id: plan.id })}
          >
            批准计划
          </ActionButton>
        </>
      )}
    </>
  );
}
