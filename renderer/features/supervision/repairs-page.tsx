import { Tabs } from 'antd';
import { repairStateTitles } from '../../../shared/features/supervision/repairs.ts';
import { dueStep } from '../../../shared/features/supervision/steps.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { ApplyRepairForm } from './apply-repair-form.tsx';
import { RepairDrawer } from './repair-drawer.tsx';
import { RepairNotices } from './repair-notices.tsx';
import { type RepairLine, useRepairRules, useRepairs, useUnservedNotices } from './repairs.queries.ts';
import { optionsOf } from './step-form.tsx';
import { useMatter } from './use-matter.ts';

/** 信用监管 → 信用修复: applications, and the 告知书 that are to be served with penalties. */
export function RepairsPage() {
  const repairs = useRepairs();
  const rules = useRepairRules().data;
  const unserved = useUnservedNotices().data?.length ?? 0;
  const params = useListParams({ prefix: 'l.' });
  const tab = useListParams({ prefix: 't.' });
  const matter = useMatter();
  const opened = repairs.data?.find(({ id }) => id === matter.openId);
  const add = (
    <ActionButton may={['operator']} type="primary" onClick={matter.startAdding}>
      登记修复申请
    </ActionButton>
  );
  const spans = (rules?.tiers ?? []).map(
    ({ name, minMonths, maxMonths }) =>
      `${name}${minMonths === 0 ? `最长${maxMonths}` : `${minMonths}至${maxMonths}`}个月`,
  );
  const [tier] = rules?.tiers ?? [];
  return (
    <>
      <PageHead
        title="信用修复"
        note={
          tier === undefined
            ? '规则包中没有修复期限。'
            : `公示期限：${spans.join('、')}，自文书日期起算（${tier.article}，${tier.standing}）。`
        }
        actions={add}
      />
      <Tabs
        size="small"
        activeKey={tab.filters.tab ?? 'repairs'}
        onChange={(key) => tab.change({ filters: { tab: key === 'repairs' ? null : key } })}
        items={[
          { key: 'repairs', label: '修复申请' },
          { key: 'notices', label: `修复告知书（待送达${unserved}件）` },
        ]}
      />
      {tab.filters.tab === 'notices' ? (
        <RepairNotices />
      ) : (
        <DataTable
          name="supervision.repairs"
          title="信用修复"
          rows={repairs.data}
          rowKey={({ id }) => id}
          params={params}
          searchHint="企业、文号、失信信息"
          columns={columns}
          filters={filters}
          onRow={({ id }) => matter.show(id)}
          empty={
            <EmptyState text="还没有修复申请。企业纠正失信行为、公示满最短期限后提出的，在这里登记。" action={add} />
          }
        />
      )}
      {opened !== undefined && <RepairDrawer key={opened.id} repair={opened} onClose={() => matter.show(null)} />}
      {matter.isAdding && (
        <ApplyRepairForm objectId={matter.objectId} onDone={matter.show} onClose={matter.stopAdding} />
      )}
    </>
  );
}

const titlesOf = ({ subjects }: RepairLine) => subjects.map(({ title }) => title).join('、');

const columns: readonly ListColumn<RepairLine>[] = [
  { key: 'number', title: '文号', width: 176, value: ({ number }) => number },
  enterpriseColumn({ key: 'object', title: '检查对象', width: 180 }),
  { key: 'subjects', title: '失信信息', width: 200, value: titlesOf },
  { key: 'tier', title: '程度', width: 80, value: ({ tier }) => tier.name },
  { key: 'applied', title: '申请日期', width: 104, value: ({ appliedOn }) => appliedOn },
  { key: 'earliest', title: '最早可申请', width: 104, isOptional: true, value: ({ earliestOn }) => earliestOn },
  { key: 'state', title: '状态', width: 90, value: ({ stateTitle }) => stateTitle },
  { key: 'due', title: '下一步', width: 90, value: ({ steps }) => dueStep(steps)?.title ?? '' },
];

const filters: readonly ListFilter<RepairLine>[] = [
  { key: 'state', label: '状态', width: 120, options: optionsOf(repairStateTitles), of: ({ state }) => state },
];
