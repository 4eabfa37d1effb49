import { useParams } from '@tanstack/react-router';
import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { estimateOf } from '../../../shared/features/plans/figures.ts';
import { planKindTitles } from '../../../shared/features/plans/plan.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { AddDrawer } from './add-drawer.tsx';
import { AmendmentPanel } from './amendment-panel.tsx';
import { ItemDrawer, markOf } from './item-drawer.tsx';
import { PlanActions } from './plan-actions.tsx';
import { useAmendments } from './plan-work.queries.ts';
import { type ItemLine, type PlanLine, usePlanItems } from './plans.queries.ts';
import { Reading } from './reading-table.tsx';

const concernWords = { leads: '本局发起', joins: '本局参与' } as const;

/** Of a joint plan only: an own one has no other departments. */
const departmentColumns: readonly ListColumn<ItemLine>[] = [
  { key: 'initiators', title: '发起部门', width: 96, value: (item) => item.initiators.join('、') },
  {
    key: 'participants',
    title: '参与部门',
    width: 104,
    value: (item) => item.participants.join('、') || item.texts.participants,
  },
  {
    key: 'concerns',
    title: '本局',
    width: 90,
    value: (item) => (item.concerns === null ? '' : concernWords[item.concerns]),
  },
];

/** One plan: its items with their readings; a row opens the item. */
export function PlanPage() {
  const { planId } = useParams({ strict: false });
  const id = Number(planId);
  const [on, setOn] = useState('');
  const found = usePlanItems(id, on === '' ? null : on);
  const params = useListParams({ size: 100 });
  const [openId, setOpenId] = useState<number | null>(null);
  const [isRecordOpen, setRecordOpen] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const plan = found.data?.plan;
  const draft = (useAmendments(id).data ?? []).find(({ state }) => state === 'draft');
  const open = found.data?.items.find((item) => item.id === openId) ?? null;
  const addButton = (
    <ActionButton may={['operator']} onClick={() => setAdding(true)}>
      增加事项
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={plan?.title ?? '年度计划'}
        note={plan === undefined ? undefined : `${stateWords(plan)}${sumWords(found.data?.items ?? [])}。`}
        actions={
          plan === undefined ? undefined : (
            <>
              <Button onClick={() => setRecordOpen(true)}>审批、公布和调整</Button>
              <PlanActions plan={plan} on={on === '' ? null : on} />
            </>
          )
        }
      />
      <DataTable<ItemLine>
        name="plans.items"
        title={plan?.title ?? '年度计划'}
        rows={found.data?.items}
        rowKey={(item) => item.id}
        params={params}
        searchHint="任务、对象、部门"
        onRow={(item) => setOpenId(item.id)}
        empty={
          <EmptyState
            text="还没有事项。逐项增加，或者撤去后改为导入工作簿。"
            action={plan === undefined ? undefined : addButton}
          />
        }
        extra={
          <Space size={8}>
            {plan !== undefined && plan.amendments > 0 && (
              <Space size={4}>
                <label htmlFor="plan-day" className="one-line">
                  显示某日的计划
                </label>
                <DayInput id="plan-day" style={{ width: 140 }} value={on} onChange={setOn} />
              </Space>
            )}
            {(plan?.state === 'draft' || draft !== undefined) && addButton}
          </Space>
        }
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
          { key: 'number', title: '序号', width: 72, align: 'right', value: (item) => item.number },
          { key: 'name', title: '任务名称', width: 180, value: (item) => item.texts.name },
          { key: 'objects', title: '检查对象', width: 150, isOptional: true, value: (item) => item.texts.objects },
          ...(plan?.kind === 'own' ? [] : departmentColumns),
          {
            key: 'reading',
            title: '比例或数量',
            width: 150,
            value: (item) => item.reading ?? item.texts.quota,
            render: (item) => <Reading item={item} />,
          },
          {
            key: 'estimate',
            title: '预估户数',
            width: 104,
            align: 'right',
            value: (item) => estimateOf(item.figures),
            render: (item) => <Estimate item={item} />,
          },
          { key: 'mark', title: '调整', width: 110, value: markOf },
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
      {plan !== undefined && (
        <>
          <ItemDrawer plan={plan} item={open} amendmentId={draft?.id ?? null} onClose={() => setOpenId(null)} />
          <AddDrawer plan={plan} isOpen={isAdding} amendmentId={draft?.id ?? null} onClose={() => setAdding(false)} />
          <Drawer
            open={isRecordOpen}
            onClose={() => setRecordOpen(false)}
            width={680}
            title="审批、公布和调整"
            destroyOnHidden
          >
            <AmendmentPanel plan={plan} />
          </Drawer>
        </>
      )}
    </>
  );
}

function stateWords(plan: PlanLine): string {
  const made = `${plan.madeBy} ${minuteText(plan.madeAt)} ${plan.fileName === null ? '编制' : '导入'}`;
  const head = `${planKindTitles[plan.kind]}，${plan.year}年度，${plan.items}项，${made}`;
  if (plan.approvedOn === null) {
    return `${head}，${plan.state === 'submitted' ? '已送审，待局领导批准' : '待局领导批准'}。`;
  }
  const number = plan.documentNumber === '' ? '' : `（${plan.documentNumber}）`;
  const amended = plan.amendments === 0 ? '' : `调整${plan.amendments}次，`;
  const published = plan.publishedOn === null ? '尚未公布' : `${plan.publishedOn} 公布`;
  const behind = plan.publishedOn !== null && plan.unpublished > 0 ? '，调整后尚未重新公布' : '';
  return `${head}，${plan.approvedBy} ${plan.approvedOn} 批准${number}。${amended}${published}${behind}。`;
}

/** The sum of what the items are to visit; items that cannot be reckoned are said. */
function sumWords(items: readonly ItemLine[]): string {
  const counted = items.filter(({ cancelledBy }) => cancelledBy === null).map(({ figures }) => estimateOf(figures));
  const open = counted.filter((count) => count === null).length;
  const sum = counted.reduce((total: number, count) => total + (count ?? 0), 0);
  return `预估抽查合计${sum}户次${open === 0 ? '' : `（${open}项推算不出，未计入）`}`;
}

/** The written number, with the reckoned one beside it where they differ. */
function Estimate({ item: { figures } }: { readonly item: ItemLine }) {
  const { reckoned, written } = figures;
  if (written === null || written === reckoned) return <>{estimateOf(figures) ?? '—'}</>;
  return (
    <>
      {written}
      <span className="quiet">（推算{reckoned ?? '不出'}）</span>
    </>
  );
}
