import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { publicityStanding } from '../../../shared/features/credit/record-sheets.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { ExportJobButton } from '../../ui/export-job-button.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { noneChosen } from '../../ui/selection-bar.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { PublishForm } from './record-actions.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { onlySorted } from './record-text.tsx';
import {
  type PublicityFilter,
  type PublicityLine,
  usePublicity,
  usePublicityOverview,
  useRecordExports,
} from './records.queries.ts';
import { filterOf, Span, sortOf } from './records-page.tsx';

const operator = ['operator'] as const;

/** 信用 → 双公示台账: what is published by when; due, late, published, stopped. */
export function PublicityPage() {
  const params = useListParams();
  const { today } = useSession();
  const navigate = useNavigate();
  const { id } = useSearch({ strict: false }) as { id?: string };
  const overview = usePublicityOverview().data;
  const isOverdue = params.filters.publicity === 'overdue';
  const filter: PublicityFilter = { ...filterOf(params), objectId: null, isOverdue };
  const page = usePublicity({
    ...filter,
    ...sortOf(params.sort === '' ? 'happenedOn' : params.sort),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
  const [chosen, setChosen] = useState(noneChosen);
  const [isPublishing, setPublishing] = useState(false);
  const lines = page.data?.lines ?? [];
  const open = lines.filter(({ publishedOn, withdrawn }) => publishedOn === null && withdrawn === null);
  const ids = chosen.isAll
    ? open.map((line) => line.id).filter((one) => !chosen.keys.includes(one))
    : open.map((line) => line.id).filter((one) => chosen.keys.includes(one));
  const show = (record: number | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, id: record === null ? undefined : String(record) }) });
  return (
    <>
      <PageHead title="双公示台账" note={noteOf(overview)} actions={<PrintButton filter={filter} />} />
      <DataTable<PublicityLine>
        name="credit.publicity"
        title="双公示台账"
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        isLoading={page.isPending}
        sortsInProgram
        rowKey={(line) => line.id}
        columns={columnsFor(today)}
        params={params}
        searchHint="企业名称、代码、文号开头"
        onRow={(line) => show(line.id)}
        extra={<Span params={params} />}
        exporting={() => <ExportButton filter={filter} count={page.data?.total ?? 0} />}
        filters={[
          {
            key: 'kind',
            label: '类别',
            width: 130,
            options: (overview?.terms ?? []).map(({ kind }) => ({ value: kind, label: creditKindTitles[kind] })),
          },
          {
            key: 'publicity',
            label: '公示状态',
            width: 120,
            options: [
              { value: 'pending', label: `待公示（${overview?.pending ?? 0}）` },
              { value: 'overdue', label: `逾期未公示（${overview?.overdue ?? 0}）` },
              { value: 'published', label: `已公示（${overview?.published ?? 0}）` },
              { value: 'stopped', label: `停止公示（${overview?.stopped ?? 0}）` },
            ],
          },
        ]}
        pagedSelection={{
          chosen,
          onChange: setChosen,
          actions: (
            <ActionButton
              may={operator}
              type="primary"
              size="small"
              barred={ids.length === 0 ? '本页所选的都已公示或已撤销' : null}
              onClick={() => setPublishing(true)}
            >
              登记公示（本页{ids.length}条）
            </ActionButton>
          ),
        }}
        empty={
          <EmptyState text="还没有应当公示的信用信息。行政许可、行政处罚等登记或导入“信用记录”后，自动列入本台账。" />
        }
      />
      {id !== undefined && <RecordDrawer key={id} id={Number(id)} onClose={() => show(null)} />}
      {isPublishing && (
        <PublishForm
          ids={ids}
          title={`登记${ids.length}条的公示`}
          onDone={() => setChosen(noneChosen)}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  );
}

/** `行政许可、行政处罚7个工作日（鸡西方案第12项）；待公示3条，逾期1条。` */
function noteOf(overview: ReturnType<typeof usePublicityOverview>['data']): string {
  if (overview === undefined) return '';
  const terms = new Map<string, string[]>();
  for (const { kind, workingDays, article } of overview.terms) {
    const term = `作出决定后${workingDays}个工作日内（${article}）`;
    terms.set(term, [...(terms.get(term) ?? []), creditKindTitles[kind]]);
  }
  const said = [...terms].map(([term, kinds]) => `${kinds.join('、')}：${term}`).join('；');
  return `${said}。待公示${overview.pending}条，其中逾期${overview.overdue}条。`;
}

function columnsFor(today: string): readonly ListColumn<PublicityLine>[] {
  return onlySorted<PublicityLine>([
    { key: 'kind', title: '类别', width: 84, value: ({ kind }) => creditKindTitles[kind] },
    enterpriseColumn({ key: 'object', title: '企业', width: 150 }),
    { key: 'code', title: '统一社会信用代码', width: 176, isOptional: true, value: ({ objectCode }) => objectCode },
    { key: 'number', title: '文号', width: 122, value: ({ documentNumber }) => documentNumber },
    { key: 'source', title: '作出机关', width: 112, value: ({ source }) => source },
    { key: 'happenedOn', title: '决定日期', width: 104, value: ({ happenedOn }) => happenedOn },
    {
      key: 'due',
      title: '应公示日期',
      width: 172,
      value: ({ dueOn }) => dueOn,
      render: ({ dueOn, publicity }) => (publicity === 'pending' ? <Deadline on={dueOn} today={today} /> : dueOn),
    },
    {
      key: 'state',
      title: '状态',
      width: 104,
      value: publicityStanding,
      render: (line) =>
        line.isOverdue ? <span className="overdue">{publicityStanding(line)}</span> : publicityStanding(line),
    },
    { key: 'publishedOn', title: '公示日期', width: 104, value: ({ publishedOn }) => publishedOn },
    { key: 'where', title: '公示地址', width: 170, value: ({ publishedWhere }) => publishedWhere },
  ]);
}

function PrintButton({ filter }: { readonly filter: PublicityFilter }) {
  const { openPdf } = useFiles();
  const [isBusy, setBusy] = useState(false);
  async function print(): Promise<void> {
    setBusy(true);
    await openPdf('credit/publicity.pdf', { body: filter });
    setBusy(false);
  }
  return (
    <Button loading={isBusy} onClick={() => void print()}>
      打印台账
    </Button>
  );
}

function ExportButton({ filter, count }: { readonly filter: PublicityFilter; readonly count: number }) {
  const { publicity } = useRecordExports();
  return <ExportJobButton feature="credit" count={count} label="导出台账" start={() => publicity.run(filter)} />;
}
