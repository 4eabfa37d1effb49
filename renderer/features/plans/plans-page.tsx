import { Link, useNavigate } from '@tanstack/react-router';
import { planKindTitles, planStateTitles } from '../../../shared/features/plans/plan.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { NewPlanButton } from './new-plan.tsx';
import { usePlans } from './plans.queries.ts';

/** 事项与计划 → 年度计划: the plans, newest first. */
export function PlansPage() {
  const plans = usePlans();
  const params = useListParams();
  const navigate = useNavigate();
  const openImport = () => void navigate({ to: '/plans/import' });
  const importButton = (
    <ActionButton type="primary" may={['operator']} onClick={openImport}>
      导入计划表
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="年度计划"
        note="导入联合抽查计划表，编制本局计划，报局领导批准、公布后下达任务（细则第五条、第八条）。"
        actions={
          <>
            <NewPlanButton />
            {importButton}
          </>
        }
      />
      <DataTable
        name="plans.plans"
        title="年度计划"
        rows={plans.data}
        rowKey={(plan) => plan.id}
        params={params}
        searchHint="计划名称、文件名"
        onRow={(plan) => void navigate({ to: '/plans/$planId', params: { planId: String(plan.id) } })}
        empty={
          <EmptyState text="还没有年度计划。导入上级下发的联合抽查计划表，或者编制本局计划。" action={importButton} />
        }
        filters={[
          {
            key: 'state',
            label: '状态',
            options: [
              { value: 'draft', label: '编制中' },
              { value: 'submitted', label: '待批准' },
              { value: 'approved', label: '已批准' },
            ],
            of: (plan) => plan.state,
          },
        ]}
        columns={[
          { key: 'year', title: '年度', width: 72, value: (plan) => plan.year },
          {
            key: 'title',
            title: '计划名称',
            width: 270,
            ellipsis: false,
            value: (plan) => plan.title,
            render: (plan) => (
              <Link to="/plans/$planId" params={{ planId: String(plan.id) }}>
                {plan.title}
              </Link>
            ),
          },
          { key: 'kind', title: '种类', width: 112, value: (plan) => planKindTitles[plan.kind] },
          { key: 'state', title: '状态', width: 90, value: (plan) => planStateTitles[plan.state] },
          { key: 'items', title: '事项', width: 70, value: (plan) => plan.items },
          { key: 'tasks', title: '任务', width: 70, value: (plan) => plan.tasks },
          { key: 'madeBy', title: '编制人', width: 100, isOptional: true, value: (plan) => plan.madeBy },
          { key: 'madeAt', title: '编制日期', width: 140, isOptional: true, value: (plan) => minuteText(plan.madeAt) },
          { key: 'published', title: '公布日期', width: 110, value: (plan) => plan.publishedOn },
          { key: 'amendments', title: '调整', width: 70, value: (plan) => plan.amendments },
          { key: 'approvedBy', title: '批准人', width: 100, isOptional: true, value: (plan) => plan.approvedBy },
          { key: 'file', title: '文件名', width: 200, isOptional: true, value: (plan) => plan.fileName },
        ]}
      />
    </>
  );
}
