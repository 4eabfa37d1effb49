import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { type RecordSort, recordSorts } from '../../../shared/features/credit/schemas.ts';
import { type CreditKind, creditKinds, creditKindTitles, severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { originTitles, publicities, publicityTitles } from '../../../shared/kernel/credit-records.ts';
import { isLocalDate } from '../../../shared/kernel/local-date.ts';
import { yuanText } from '../../../shared/kernel/money.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useExportJob } from '../../ui/use-export-job.ts';
import { type ListParams, useListParams } from '../../ui/use-list-params.ts';
import { InspectedFacts } from './inspected-facts.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { AddRecordForm } from './record-form.tsx';
import { onlySorted, PublicityText, standingOf } from './record-text.tsx';
import {
  type RecordFilter,
  type RecordLine,
  useRecordChoices,
  useRecordExports,
  useRecords,
} from './records.queries.ts';

const operator = ['operator'] as const;

/** 信用 → 信用记录: everything gathered, paged and filtered by the program. `id` opens one, `l.object` keeps one enterprise's. */
export function RecordsPage() {
  const params = useListParams({ prefix: 'l.' });
  const navigate = useNavigate();
  const { id } = useSearch({ strict: false }) as { id?: string };
  const [isAdding, setAdding] = useState(false);
  const filter = filterOf(params);
  const page = useRecords({
    ...filter,
    ...sortOf(params.sort),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
  const filters = useFilters();
  const show = (record: number | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, id: record === null ? undefined : String(record) }) });
  const toImport = (
    <ActionButton may={operator} type="primary" onClick={() => void navigate({ to: '/credit/records/import' })}>
      导入信用记录
    </ActionButton>
  );
  const ofOne = filter.objectId === null ? undefined : page.data?.lines[0];
  return (
    <>
      <PageHead
        title="信用记录"
        note="各部门产生的许可、处罚、检查、承诺等信息，以统一社会信用代码记于企业名下。更正、撤销都留下原样。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/credit/authorisations' })}>授权</Button>
            <ActionButton may={operator} onClick={() => setAdding(true)}>
              登记信用记录
            </ActionButton>
            {toImport}
          </>
        }
      />
      {filter.objectId !== null && <InspectedFacts objectId={filter.objectId} />}
      <DataTable<RecordLine>
        name="credit.records"
        title="信用记录"
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        isLoading={page.isPending}
        sortsInProgram
        rowKey={(line) => line.id}
        columns={columns}
        filters={filters}
        params={params}
        searchHint="企业名称、代码、文号开头"
        onRow={(line) => show(line.id)}
        extra={<Span params={params} />}
        exporting={() => <ExportMenu filter={filter} count={page.data?.total ?? 0} />}
        empty={<EmptyState text="还没有信用记录。下载模板填好后导入，或逐条登记。" action={toImport} />}
      />
      {id !== undefined && <RecordDrawer key={id} id={Number(id)} onClose={() => show(null)} />}
      {isAdding && (
        <AddRecordForm
          kind={filter.kinds?.[0]}
          objectId={ofOne?.objectId}
          onClose={() => setAdding(false)}
          onDone={(record) => {
            setAdding(false);
            show(record);
          }}
        />
      )}
    </>
  );
}

const columns: readonly ListColumn<RecordLine>[] = onlySorted<RecordLine>([
  { key: 'happenedOn', title: '日期', width: 104, value: ({ happenedOn }) => happenedOn },
  enterpriseColumn({ key: 'object', title: '企业', width: 190 }),
  { key: 'code', title: '统一社会信用代码', width: 176, isOptional: true, value: ({ objectCode }) => objectCode },
  { key: 'kind', title: '类别', width: 110, value: ({ kind }) => creditKindTitles[kind] },
  { key: 'number', title: '文号', width: 150, value: ({ documentNumber }) => documentNumber },
  { key: 'summary', title: '内容', width: 180, value: ({ summary }) => summary },
  { key: 'source', title: '来源部门', width: 140, value: ({ source }) => source },
  {
    key: 'severity',
    title: '程度',
    width: 62,
    value: ({ severity }) => (severity === null ? '' : severityTitles[severity]),
  },
  {
    key: 'amount',
    title: '金额（元）',
    width: 100,
    align: 'right',
    isOptional: true,
    value: ({ amountFen }) => (amountFen === null ? '' : yuanText(amountFen)),
  },
  { key: 'endedOn', title: '有效期至或移出', width: 120, isOptional: true, value: ({ endedOn }) => endedOn },
  {
    key: 'publicity',
    title: '公示',
    width: 118,
    value: ({ publicity }) => publicityTitles[publicity],
    render: (line) => <PublicityText line={line} />,
  },
  {
    key: 'standing',
    title: '状态',
    width: 76,
    value: standingOf,
    render: (line) => (line.withdrawn === null ? standingOf(line) : <span className="quiet">已撤销</span>),
  },
  { key: 'attachments', title: '附件', width: 56, isOptional: true, value: ({ attachments }) => attachments },
  { key: 'origin', title: '来源方式', width: 90, isOptional: true, value: ({ origin }) => originTitles[origin] },
  { key: 'entered', title: '登记', width: 110, isOptional: true, value: ({ enteredBy }) => enteredBy },
]);

/** What the address says, as the program takes it. */
export function filterOf({
  q,
  filters,
}: Pick<ListParams, 'q' | 'filters'>): RecordFilter & { objectId: number | null } {
  const day = (text = '') => (isLocalDate(text) ? text : null);
  const chosen = <T extends string>(all: readonly T[], key: string) => all.find((one) => one === filters[key]) ?? null;
  const kind = chosen<CreditKind>(creditKinds, 'kind');
  return {
    text: q,
    objectId: /^\d+$/.test(filters.object ?? '') ? Number(filters.object) : null,
    kinds: kind === null ? [] : [kind],
    source: filters.source ?? '',
    severity: chosen(['minor', 'ordinary', 'serious'] as const, 'severity'),
    publicity: chosen(publicities, 'publicity'),
    from: day(filters.from),
    to: day(filters.to),
    standing: chosen(['current', 'withdrawn', 'corrected', 'repaired'] as const, 'standing'),
  };
}

/** The order in the address; newest first unless it says otherwise. */
export function sortOf(sort: string): { readonly sort: RecordSort; readonly descending: boolean } {
  const found = recordSorts.find((one) => one === sort.replace(/^-/, ''));
  return found === undefined
    ? { sort: 'happenedOn', descending: true }
    : { sort: found, descending: sort.startsWith('-') };
}

function useFilters(): readonly ListFilter<RecordLine>[] {
  const sources = useRecordChoices().data?.sources ?? [];
  return [
    {
      key: 'kind',
      label: '类别',
      width: 130,
      options: creditKinds.map((value) => ({ value, label: creditKindTitles[value] })),
    },
    { key: 'source', label: '来源部门', width: 140, options: sources.map((value) => ({ value, label: value })) },
    {
      key: 'severity',
      label: '程度',
      width: 80,
      options: Object.entries(severityTitles).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'publicity',
      label: '公示',
      width: 100,
      options: publicities.map((value) => ({ value, label: publicityTitles[value] })),
    },
    {
      key: 'standing',
      label: '状态',
      width: 90,
      options: [
        { value: 'current', label: '未撤销' },
        { value: 'corrected', label: '有更正' },
        { value: 'repaired', label: '已修复' },
        { value: 'withdrawn', label: '已撤销' },
      ],
    },
  ];
}

/** The span of days, kept in the address. */
export function Span({ params }: { readonly params: ListParams }) {
  const set = (key: 'from' | 'to') => (on: string) => params.change({ filters: { [key]: on === '' ? null : on } });
  return (
    <Space size={4}>
      <DayInput aria-label="日期自" style={{ width: 136 }} value={params.filters.from} onChange={set('from')} />
      至
      <DayInput aria-label="日期至" style={{ width: 136 }} value={params.filters.to} onChange={set('to')} />
    </Space>
  );
}

function ExportMenu({ filter, count }: { readonly filter: RecordFilter; readonly count: number }) {
  const { records, platform } = useRecordExports();
  const { isRunning, job, follow } = useExportJob('credit');
  async function start(key: string): Promise<void> {
    const outcome = await (key === 'platform' ? platform : records).run(filter);
    if (outcome.ok) follow(outcome.value.jobId);
  }
  return (
    <Dropdown
      trigger={['click']}
      disabled={count === 0 || isRunning}
      menu={{
        items: [
          { key: 'records', label: `按现在的条件导出${count}条（姓名隐去）` },
          { key: 'platform', label: '公示系统归集表（撤销、停止公示的不列）' },
        ],
        onClick: ({ key }) => void start(key),
      }}
    >
      <Button loading={isRunning}>{isRunning && job !== null ? `正在导出 ${job.done}/${job.total}` : '导出'}</Button>
    </Dropdown>
  );
}
