import { Space } from 'antd';
import { type Key, useState } from 'react';
import { resultSentence } from '../../../shared/features/inspections/results.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type InspectionLine, useInspections, usePublications } from './inspections.queries.ts';
import { PublishButton } from './publish-button.tsx';

type Line = NonNullable<ReturnType<typeof usePublications>['data']>[number];

/** 公示: what waits to be published, and every publication made, as a sheet and as a workbook for the upper platform. */
export function PublicationsPage() {
  return (
    <>
      <PageHead
        title="公示"
        note="公示内容只有企业名称、统一社会信用代码、任务、结果、日期和检查机关。已检查未公示的，视为未完成（细则第十三条）。"
      />
      <Waiting />
      <Made />
    </>
  );
}

function Waiting() {
  const inspections = useInspections();
  const params = useListParams({ prefix: 'w.', size: 20 });
  const [chosen, setChosen] = useState<readonly Key[]>([]);
  const rows = inspections.data?.filter(({ state }) => state === 'approved');
  if (rows?.length === 0) return <p className="quiet">没有待公示的结果。审核通过的结果会列在这里。</p>;
  return (
    <section>
      <h2>待公示</h2>
      <DataTable
        name="publications.waiting"
        title="待公示"
        rows={rows}
        rowKey={(row) => row.id}
        params={params}
        columns={waitingColumns}
        selection={{
          keys: chosen,
          onChange: setChosen,
          actions: <PublishButton ids={chosen.map(Number)} onDone={() => setChosen([])} />,
        }}
      />
    </section>
  );
}

function Made() {
  const publications = usePublications();
  const params = useListParams({ prefix: 'p.', size: 20 });
  const { openPdf, download } = useFiles();
  const columns: readonly ListColumn<Line>[] = [
    { key: 'publishedOn', title: '公示日期', value: (row) => row.publishedOn, width: 110 },
    { key: 'kind', title: '类别', value: (row) => (row.isCorrection ? '更正' : '公示'), width: 72 },
    { key: 'count', title: '条数', value: (row) => row.count, width: 72 },
    { key: 'by', title: '办理人', value: (row) => row.publishedBy, width: 110 },
    { key: 'sha256', title: '内容摘要', value: (row) => row.listSha256, width: 260, isOptional: true },
    {
      key: 'files',
      title: '公示表',
      value: () => '',
      width: 220,
      render: ({ id }) => (
        <Space>
          <ActionButton size="small" onClick={() => openPdf(`publications/${id}/list.pdf`)}>
            打印公示表
          </ActionButton>
          <ActionButton size="small" onClick={() => download(`publications/${id}/list.xlsx`)}>
            下载表格
          </ActionButton>
        </Space>
      ),
    },
  ];
  return (
    <section>
      <h2>已公示</h2>
      <DataTable
        name="publications"
        title="公示"
        rows={publications.data}
        rowKey={(row) => row.id}
        params={params}
        columns={columns}
        empty={<EmptyState text="还没有公示。结果审核通过后，在上面或“检查”中选择后公示。" />}
      />
    </section>
  );
}

const waitingColumns: readonly ListColumn<InspectionLine>[] = [
  enterpriseColumn({ key: 'objectName', title: '检查对象', width: 220 }),
  { key: 'objectCode', title: '统一社会信用代码', value: (row) => row.objectCode, width: 172 },
  { key: 'taskNumber', title: '任务编号', value: (row) => row.taskNumber, width: 168 },
  {
    key: 'result',
    title: '检查结果',
    width: 200,
    value: ({ result, problems }) => (result === null ? '' : resultSentence({ result, problems })),
  },
  { key: 'completedOn', title: '完成日期', value: (row) => row.completedOn, width: 104 },
  { key: 'due', title: '公示期限', value: (row) => row.due?.on ?? '', width: 104 },
];
