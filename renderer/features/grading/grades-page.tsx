import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { gradeBasisTitles } from '../../../shared/features/grading/grade.ts';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { gradeSorts, ListGrades } from '../../../shared/features/grading/schemas.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { ExportJobButton } from '../../ui/export-job-button.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { type ListParams, useListParams } from '../../ui/use-list-params.ts';
import { GradeDrawer } from './grade-drawer.tsx';
import { GradeRules } from './grade-rules.tsx';
import { type GradeLine, useGradeCounts, useGradeExports, useGradeList, useRegrade } from './grading.queries.ts';

/** 信用 → 等级一览: every enterprise with its grade and the reason. `object` in the address opens one. */
export function GradesPage() {
  const params = useListParams();
  const list = listOf(params);
  const page = useGradeList(list);
  const counts = useGradeCounts().data;
  const exports = useGradeExports();
  const navigate = useNavigate();
  const { object: openId = '', ...filters } = params.filters;
  const show = (id: number | null) => params.change({ filters: { object: id === null ? null : String(id) } });
  const [showsRules, setShowsRules] = useState(false);
  return (
    <>
      <PageHead
        title="等级一览"
        note="等级仅供内部监管使用，不公开。有变动即时重新评定，到日自动复核。"
        actions={
          <Actions onRules={() => setShowsRules(true)} onImport={() => void navigate({ to: '/credit/import' })} />
        }
      />
      <Counts chosen={params.filters.grade ?? ''} onChoose={(grade) => params.change({ filters: { grade } })} />
      {(counts?.ungraded ?? 0) > 0 && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`有${counts?.ungraded}户入库后尚未评定等级，请点“重新评定”${counts?.usesNational === false ? '' : '，或导入国家等级时一并评定'}。`}
        />
      )}
      <DataTable<GradeLine>
        name="grading.list"
        title="信用等级一览"
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        sortsInProgram
        isLoading={page.isPending}
        rowKey={(line) => line.objectId}
        params={{ ...params, filters }}
        searchHint="企业名称、代码"
        onRow={(line) => show(line.objectId)}
        exporting={() => (
          <ExportJobButton feature="grading" count={page.data?.total ?? 0} start={() => exports.grades.run(list)} />
        )}
        empty={<EmptyState text="名录中还没有检查对象。请先在“名录”中导入。" />}
        filters={[
          {
            key: 'grade',
            label: '信用等级',
            options: [
              ...(counts?.grades ?? []).map(({ grade, title }) => ({ value: grade, label: title })),
              { value: 'none', label: '未评定' },
            ],
          },
          {
            key: 'basis',
            label: '评定方式',
            options: Object.entries(gradeBasisTitles).map(([value, label]) => ({ value, label })),
            width: 170,
          },
          { key: 'raised', label: '检查频次', options: [{ value: 'raised', label: '增加频次的' }] },
        ]}
        columns={columnsFor(counts)}
      />
      <GradeRules isOpen={showsRules} onClose={() => setShowsRules(false)} />
      <GradeDrawer objectId={openId === '' ? null : Number(openId)} onClose={() => show(null)} />
    </>
  );
}

function Actions({ onRules, onImport }: { readonly onRules: () => void; readonly onImport: () => void }) {
  const usesNational = useGradeCounts().data?.usesNational !== false;
  const regrade = useRegrade({ done: ({ graded, changed }) => `已重新评定${graded}户，${changed}户等级有变动。` });
  return (
    <>
      <Button onClick={onRules}>等级规则</Button>
      <ActionButton may={['operator']} loading={regrade.isRunning} onClick={() => void regrade.run()}>
        重新评定
      </ActionButton>
      {usesNational && (
        <ActionButton type="primary" may={['operator']} onClick={onImport}>
          导入国家等级
        </ActionButton>
      )}
    </>
  );
}

/** How many enterprises have each grade; a click lists them. */
function Counts({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (grade: string | null) => void }) {
  const counts = useGradeCounts().data;
  if (counts === undefined) return null;
  const total = counts.grades.reduce((sum, { count }) => sum + count, counts.ungraded);
  const entries = [
    ...counts.grades.map(({ grade, title, count }) => ({ key: grade as string, title, count })),
    ...(counts.ungraded > 0 ? [{ key: 'none', title: '未评定', count: counts.ungraded }] : []),
  ];
  return (
    <Space wrap size={8} className="grade-counts">
      <span>共{total}户：</span>
      {entries.map(({ key, title, count }) => (
        <Button
          key={key}
          size="small"
          type={chosen === key ? 'primary' : 'default'}
          aria-pressed={chosen === key}
          onClick={() => onChoose(chosen === key ? null : key)}
        >
          {title} {count}户
        </Button>
      ))}
    </Space>
  );
}

function columnsFor(
  counts: { hasModel: boolean; usesNational: boolean } | undefined,
): readonly ListColumn<GradeLine>[] {
  const { hasModel = false, usesNational = true } = counts ?? {};
  const shown = usesNational ? columns : columns.filter(({ key }) => key !== 'national');
  return hasModel ? [...shown.slice(0, 3), pointsColumn, ...shown.slice(3)] : shown;
}

const columns: readonly ListColumn<GradeLine>[] = [
  {
    key: 'name',
    title: '企业名称',
    width: 180,
    value: ({ name }) => name,
    render: ({ objectId, name }) => <EnterpriseLink id={objectId}>{name}</EnterpriseLink>,
  },
  { key: 'code', title: '统一社会信用代码', width: 172, value: ({ code }) => code },
  {
    key: 'grade',
    title: '等级',
    width: 104,
    value: ({ title }) => title ?? '未评定',
    render: ({ current }) => <GradeTag grade={current?.grade} />,
  },
  { key: 'national', title: '国家等级', width: 96, value: ({ current }) => current?.nationalGrade ?? '—' },
  { key: 'reason', title: '为什么', width: 210, value: reasonOf },
  { key: 'article', title: '依据', width: 116, value: articlesOf },
  { key: 'status', title: '登记状态', width: 90, isOptional: true, value: ({ status }) => status },
  { key: 'industry', title: '行业', width: 140, isOptional: true, value: ({ industry }) => industry },
];

const pointsColumn: ListColumn<GradeLine> = {
  key: 'points',
  title: '得分',
  width: 84,
  align: 'right',
  value: ({ current }) => (current?.points == null ? '—' : sayPoints(current.points)),
};

function listOf(params: ListParams): ListGrades {
  const column = params.sort.replace(/^-/, '');
  const { grade = '', basis = '', raised = '' } = params.filters;
  const asked = {
    text: params.q,
    grade,
    basis,
    isRaised: raised === 'raised',
    sort: gradeSorts.find((sort) => sort === column) ?? 'name',
    descending: params.sort.startsWith('-'),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  };
  const parsed = ListGrades.safeParse(asked);
  return parsed.success ? parsed.data : ListGrades.parse({});
}

function reasonOf({ current }: GradeLine): string {
  return current === null ? '' : current.reasons.map(({ text }) => text).join('');
}

function articlesOf({ current }: GradeLine): string {
  return current === null ? '' : [...new Set(current.reasons.map(({ article }) => article))].join('、');
}
