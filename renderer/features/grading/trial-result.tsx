import { Table } from 'antd';
import { type TrialLine, trialShows } from '../../../shared/features/grading/trial.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';

import { useListParams } from '../../ui/use-list-params.ts';
import { type Trial, type TrialPage, useTrial } from './models.queries.ts';

/** What a trial came to: counts before and after, from which grade to which, and the enterprises one by one. */
export function TrialResult({ trialId }: { readonly trialId: number }) {
  const params = useListParams({ prefix: 'trial-' });
  const { show = 'moved', from, to } = params.filters;
  const page: TrialPage = {
    show: show === '' || !(show in trialShows) ? 'moved' : (show as TrialPage['show']),
    from: from || null,
    to: to || null,
    text: params.q,
    offset: (params.page - 1) * params.size,
    limit: params.size,
  };
  const trial = useTrial(trialId, page);
  if (trial.data === null)
    return <EmptyState text="试算结果已失效（程序重新启动过，或又做了一次试算）。请再试算一次。" />;
  if (trial.data === undefined) return null;
  const { counts, moves, titles, matching, lines } = trial.data;
  const letters = counts.map(({ grade }) => grade);
  const gradeOptions = (names: Readonly<Record<string, string>>) =>
    letters.map((value) => ({ value, label: names[value] ?? `${value}级` }));
  return (
    <>
      <Counts trial={trial.data} />
      <p>
        {moves.length === 0
          ? '没有企业的等级变动。'
          : `等级变动：${moves.map(({ from: one, to: other, count }) => `${titles.before[one] ?? one}→${titles.after[other] ?? other}${count}户`).join('，')}。`}
      </p>
      <DataTable<TrialLine>
        name="grading.trial"
        title="试算对照"
        rows={lines}
        total={matching}
        rowKey={({ objectId }) => objectId}
        params={params}
        searchHint="企业名称、代码"
        filters={[
          {
            key: 'show',
            label: '等级有变动',
            options: Object.entries(trialShows).map(([value, label]) => ({ value, label })),
          },
          { key: 'from', label: '原等级', options: gradeOptions(titles.before) },
          { key: 'to', label: '试算等级', options: gradeOptions(titles.after) },
        ]}
        columns={[
          {
            key: 'name',
            title: '企业名称',
            width: 240,
            value: ({ name }) => name,
            render: ({ objectId, name }) => <EnterpriseLink id={objectId}>{name}</EnterpriseLink>,
          },
          { key: 'code', title: '统一社会信用代码', value: ({ code }) => code, width: 180 },
          {
            key: 'before',
            title: '原等级',
            width: 90,
            value: ({ before }) => before.grade,
            render: ({ before }) => <GradeTag grade={before.grade} />,
          },
          {
            key: 'before-points',
            title: '原得分',
            width: 90,
            align: 'right',
            value: ({ before }) => sayPoints(before.points),
          },
          {
            key: 'after',
            title: '试算等级',
            width: 90,
            value: ({ after }) => after.grade,
            render: ({ after }) => <GradeTag grade={after.grade} />,
          },
          {
            key: 'after-points',
            title: '试算得分',
            width: 90,
            align: 'right',
            value: ({ after }) => sayPoints(after.points),
          },
        ]}
      />
    </>
  );
}

function Counts({ trial: { counts, titles, total } }: { readonly trial: Trial & object }) {
  const rows = [
    { key: '原来', names: titles.before, values: counts.map(({ before }) => before) },
    { key: '试算', names: titles.after, values: counts.map(({ after }) => after) },
  ];
  return (
    <Table
      size="small"
      bordered
      pagination={false}
      rowKey={({ key }) => key}
      dataSource={rows}
      caption={`共${total}户`}
      columns={[
        { title: '', dataIndex: 'key', width: 80 },
        ...counts.map(({ grade }, index) => ({
          key: grade,
          title: titles.after[grade] ?? titles.before[grade] ?? `${grade}级`,
          align: 'right' as const,
          render: (_: unknown, row: (typeof rows)[number]) => `${row.values[index] ?? 0}户`,
        })),
      ]}
    />
  );
}

/** Thousandths of a point as points. */
export function sayPoints(points: number | null): string {
  return points === null ? '—' : String(points / 1000);
}
