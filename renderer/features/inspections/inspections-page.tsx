import { useNavigate, useSearch } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type Key, useState } from 'react';
import { resultSentence } from '../../../shared/features/inspections/results.ts';
import { resultStates, stateTitles } from '../../../shared/features/inspections/states.ts';
import { useSession } from '../../api/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { InspectionPanel } from './inspection-panel.tsx';
import { type InspectionLine, useInspections } from './inspections.queries.ts';
import { PublishButton } from './publish-button.tsx';
import { stateText } from './state-text.ts';

const steps = { inspect: '检查', publish: '公示', close: '完结' } as const;

/** 检查: every inspection of every recorded draw; a row opens beside the list. */
export function InspectionsPage() {
  const inspections = useInspections();
  const { today } = useSession();
  // The open row has its own place in the address, apart from the list's filters.
  const params = useListParams({ prefix: 'l.' });
  const { open } = useSearch({ strict: false }) as { open?: string };
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly Key[]>([]);
  const show = (id: number | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, open: id === null ? undefined : String(id) }) });
  const opened = open === undefined ? null : Number(open);

  return (
    <>
      <PageHead title="检查" note="抽取记录完成后，被抽中的对象自动列入。点一行办理通知书、结果、审核、公示和更正。" />
      <DataTable
        name="inspections"
        title="检查"
        rows={inspections.data}
        rowKey={(row) => row.id}
        params={params}
        searchHint="企业、信用代码、任务编号、人员"
        columns={columnsFor(today)}
        filters={filtersFor(inspections.data ?? [])}
        onRow={(row) => show(row.id)}
        selection={{
          keys: chosen,
          onChange: setChosen,
          isBarred: (row) => row.state !== 'approved',
          actions: <PublishButton ids={chosen.map(Number)} onDone={() => setChosen([])} />,
        }}
        empty={<EmptyState text="还没有检查。完成一次抽取并生成抽取记录后，这里会列出被抽中的对象。" />}
      />
      <Drawer open={opened !== null} onClose={() => show(null)} size={760} title="检查办理" destroyOnHidden>
        {opened !== null && <InspectionPanel key={opened} id={opened} />}
      </Drawer>
    </>
  );
}

function columnsFor(today: string): readonly ListColumn<InspectionLine>[] {
  return [
    enterpriseColumn({ key: 'objectName', title: '检查对象', width: 190 }),
    { key: 'objectCode', title: '统一社会信用代码', value: (row) => row.objectCode, width: 172, isOptional: true },
    { key: 'taskNumber', title: '任务编号', value: (row) => row.taskNumber, width: 168 },
    { key: 'taskTitle', title: '任务名称', value: (row) => row.taskTitle, width: 180, isOptional: true },
    { key: 'team', title: '检查人员', value: (row) => row.team.join('、'), width: 130 },
    { key: 'notice', title: '通知书', value: (row) => row.noticeNumber ?? '', width: 160, isOptional: true },
    { key: 'state', title: '状态', value: stateText, width: 100 },
    {
      key: 'result',
      title: '检查结果',
      width: 150,
      value: ({ result, problems }) => (result === null ? '' : resultSentence({ result, problems })),
    },
    {
      key: 'due',
      title: '期限',
      width: 200,
      value: (row) => row.due?.on ?? '',
      render: ({ due }) =>
        due !== null && (
          <>
            {steps[due.step]} <Deadline on={due.on} today={today} article={due.article} isEstimate={due.estimated} />
          </>
        ),
    },
    { key: 'publishedOn', title: '公示日期', value: (row) => row.publishedOn, width: 104, isOptional: true },
    { key: 'closed', title: '完结', value: (row) => (row.isClosed ? '已完结' : ''), width: 72 },
    { key: 'archive', title: '归档号', value: (row) => row.archiveNumber, width: 92 },
  ];
}

function filtersFor(rows: readonly InspectionLine[]): readonly ListFilter<InspectionLine>[] {
  const tasks = [...new Set(rows.map((row) => row.taskNumber))];
  const years = [...new Set(rows.map((row) => String(row.year)))];
  return [
    {
      key: 'state',
      label: '状态',
      width: 100,
      options: resultStates.map((state) => ({ value: state, label: stateTitles[state] })),
      of: (row) => row.state,
    },
    {
      key: 'task',
      label: '任务',
      width: 140,
      options: tasks.map((task) => ({ value: task, label: task })),
      of: (row) => row.taskNumber,
    },
    {
      key: 'year',
      label: '年度',
      width: 84,
      options: years.map((year) => ({ value: year, label: year })),
      of: (row) => String(row.year),
    },
    {
      key: 'more',
      label: '待办',
      width: 110,
      options: [
        { value: 'overdue', label: '已逾期' },
        { value: 'correction', label: '更正办理中' },
        { value: 'open-disposal', label: '处置未完结' },
      ],
      of: (row) => [
        ...(row.due?.overdue === true ? ['overdue'] : []),
        ...(row.correction === null ? [] : ['correction']),
        ...(row.state === 'published' && !row.isClosed ? ['open-disposal'] : []),
      ],
    },
  ];
}
