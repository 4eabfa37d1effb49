import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { type TitledGrade, useGrades } from '../../ui/grade-titles.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { GradeDrawer } from './grade-drawer.tsx';
import { GradeRules } from './grade-rules.tsx';
import { type GradeLine, useGradeLines, useRegrade } from './grading.queries.ts';

/** 信用 → 等级一览: every enterprise with its grade and the reason. `object` in the address opens one. */
export function GradesPage() {
  const grades = useGradeLines();
  const titles = useGrades();
  const params = useListParams();
  const navigate = useNavigate();
  const { object: openId = '', ...filters } = params.filters;
  const show = (id: number | null) => params.change({ filters: { object: id === null ? null : String(id) } });
  const regrade = useRegrade({ done: ({ graded, changed }) => `已重新评定${graded}户，${changed}户等级有变动。` });
  const [showsRules, setShowsRules] = useState(false);
  const ungraded = grades.data?.filter(({ current }) => current === null).length ?? 0;
  return (
    <>
      <PageHead
        title="等级一览"
        note={`${countsOf(grades.data ?? [], titles)}等级仅供内部监管使用，不公开。`}
        actions={
          <>
            <Button onClick={() => setShowsRules(true)}>等级规则</Button>
            <ActionButton may={['operator']} loading={regrade.isRunning} onClick={() => void regrade.run()}>
              重新评定
            </ActionButton>
            <ActionButton type="primary" may={['operator']} onClick={() => void navigate({ to: '/credit/import' })}>
              导入国家等级
            </ActionButton>
          </>
        }
      />
      {ungraded > 0 && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`有${ungraded}户入库后尚未评定等级，请点“重新评定”，或导入国家等级时一并评定。`}
        />
      )}
      <DataTable<GradeLine>
        name="grading.list"
        title="信用等级一览"
        rows={grades.data}
        rowKey={(line) => line.objectId}
        params={{ ...params, filters }}
        searchHint="企业名称、代码、理由"
        onRow={(line) => show(line.objectId)}
        empty={<EmptyState text="名录中还没有检查对象。请先在“名录”中导入。" />}
        filters={[
          {
            key: 'grade',
            label: '信用等级',
            options: [
              ...titles.map(({ grade, title }) => ({ value: grade, label: title })),
              { value: 'none', label: '未评定' },
            ],
            of: ({ current }) => current?.grade ?? 'none',
          },
          {
            key: 'basis',
            label: '国家评价',
            options: [
              { value: 'national-grade', label: '有国家评价' },
              { value: 'no-national-grade', label: '未取得' },
            ],
            of: ({ current }) => current?.basis ?? null,
          },
          {
            key: 'raised',
            label: '检查频次',
            options: [{ value: 'raised', label: '增加频次的' }],
            of: ({ current }) => (current !== null && current.raisedBy.length > 0 ? 'raised' : null),
          },
        ]}
        columns={[
          { key: 'name', title: '企业名称', width: 190, value: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', width: 172, value: ({ code }) => code },
          {
            key: 'grade',
            title: '等级',
            width: 72,
            value: ({ current }) => current?.grade ?? '未评定',
            render: ({ current }) => <GradeTag grade={current?.grade} />,
          },
          { key: 'national', title: '国家等级', width: 108, value: ({ current }) => current?.nationalGrade ?? '—' },
          { key: 'reason', title: '为什么', width: 230, value: reasonOf },
          { key: 'article', title: '依据', width: 116, value: articlesOf },
          { key: 'status', title: '登记状态', width: 90, isOptional: true, value: ({ status }) => status },
          { key: 'industry', title: '行业', width: 140, isOptional: true, value: ({ industry }) => industry },
        ]}
      />
      <GradeRules isOpen={showsRules} onClose={() => setShowsRules(false)} />
      <GradeDrawer objectId={openId === '' ? null : Number(openId)} onClose={() => show(null)} />
    </>
  );
}

function countsOf(lines: readonly GradeLine[], titles: readonly TitledGrade[]): string {
  const count = (grade: string | null) => lines.filter(({ current }) => (current?.grade ?? null) === grade).length;
  const parts = titles.map(({ grade, title }) => `${title}${count(grade)}户`);
  return `共${lines.length}户：${parts.join('，')}${count(null) > 0 ? `，未评定${count(null)}户` : ''}。`;
}

function reasonOf({ current }: GradeLine): string {
  return current === null ? '' : current.reasons.map(({ text }) => text).join('');
}

function articlesOf({ current }: GradeLine): string {
  return current === null ? '' : [...new Set(current.reasons.map(({ article }) => article))].join('、');
}
