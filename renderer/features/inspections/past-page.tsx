import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { results, resultTitles } from '../../../shared/features/inspections/results.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type PastLine, usePastInspections } from './inspections.queries.ts';
import { PastDrawer } from './past-drawer.tsx';
import { PastForm } from './past-form.tsx';
import { sourceText } from './past-text.ts';

const operator = ['operator'] as const;

/** 检查 → 以往检查: what was inspected before the program came, and what other departments inspected. */
export function PastPage() {
  const past = usePastInspections();
  const params = useListParams({ prefix: 'l.' });
  const { open } = useSearch({ strict: false }) as { open?: string };
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const show = (id: number | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, open: id === null ? undefined : String(id) }) });
  const opened = past.data?.find(({ id }) => String(id) === open);
  const toImport = (
    <ActionButton may={operator} type="primary" onClick={() => void navigate({ to: '/inspections/past/import' })}>
      导入以往检查
    </ActionButton>
  );

  return (
    <>
      <PageHead
        title="以往检查"
        note="启用本系统以前的检查和其他部门的检查，都计入频次上限（国办发〔2024〕54号）。"
        actions={
          <>
            <ActionButton may={operator} onClick={() => setAdding(true)}>
              登记一次检查
            </ActionButton>
            {toImport}
          </>
        }
      />
      <DataTable
        name="inspections.past"
        title="以往检查"
        rows={past.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="企业、事项、人员、文书号"
        columns={columns}
        filters={filtersFor(past.data ?? [])}
        onRow={({ id }) => show(id)}
        empty={<EmptyState text="还没有登记以往检查。下载模板填好后导入，或逐次登记。" action={toImport} />}
      />
      {opened !== undefined && <PastDrawer key={opened.id} past={opened} onClose={() => show(null)} />}
      {isAdding && <PastForm onClose={() => setAdding(false)} />}
    </>
  );
}

const columns: readonly ListColumn<PastLine>[] = [
  { key: 'inspectedOn', title: '检查日期', width: 104, value: ({ inspectedOn }) => inspectedOn },
  enterpriseColumn({ key: 'object', title: '检查对象', width: 160 }),
  { key: 'code', title: '统一社会信用代码', width: 172, isOptional: true, value: ({ objectCode }) => objectCode },
  { key: 'item', title: '抽查事项', width: 140, value: ({ itemName }) => itemName },
  { key: 'department', title: '检查部门', width: 92, value: ({ department }) => department },
  { key: 'team', title: '检查人员', width: 104, value: ({ team }) => team.map(({ name }) => name).join('、') },
  { key: 'result', title: '检查结果', width: 108, value: ({ result }) => resultTitles[result] },
  { key: 'document', title: '文书号', width: 150, isOptional: true, value: ({ documentNumber }) => documentNumber },
  {
    key: 'published',
    title: '公示',
    width: 66,
    isOptional: true,
    value: ({ isPublished }) => (isPublished ? '是' : '否'),
  },
  { key: 'matched', title: '对应情况', width: 100, value: (line) => matchesOf(line).join('、') },
  { key: 'source', title: '来源', width: 150, isOptional: true, value: sourceText },
  { key: 'note', title: '备注', width: 180, isOptional: true, value: ({ note }) => note },
  {
    key: 'state',
    title: '状态',
    width: 76,
    value: ({ revoked }) => (revoked === null ? '有效' : '已撤销'),
    render: ({ revoked }) => (revoked === null ? '有效' : <span className="quiet">已撤销</span>),
  },
];

/** What of the line was not found in plans and rosters. */
function matchesOf({ isItemKnown, team, isOwn }: PastLine): readonly string[] {
  const isStranger = isOwn && team.some(({ officerId }) => officerId === null);
  const lacks = [...(isItemKnown ? [] : ['事项未对应']), ...(isStranger ? ['人员未对应'] : [])];
  return lacks.length === 0 ? ['已对应'] : lacks;
}

function filtersFor(lines: readonly PastLine[]): readonly ListFilter<PastLine>[] {
  const options = (values: readonly string[]) =>
    [...new Set(values)].toSorted().map((value) => ({ value, label: value }));
  return [
    {
      key: 'year',
      label: '年度',
      width: 72,
      options: options(lines.map(yearText)).toReversed(),
      of: yearText,
    },
    {
      key: 'department',
      label: '部门',
      width: 90,
      options: [{ value: '本机关', label: '本机关' }, ...options(lines.map(({ department }) => department))],
      of: ({ isOwn, department }) => (isOwn ? ['本机关', department] : department),
    },
    {
      key: 'result',
      label: '结果',
      width: 96,
      options: results.map((value) => ({ value, label: resultTitles[value] })),
      of: ({ result }) => result,
    },
    {
      key: 'matched',
      label: '对应',
      width: 96,
      options: ['已对应', '事项未对应', '人员未对应'].map((value) => ({ value, label: value })),
      of: matchesOf,
    },
    {
      key: 'state',
      label: '状态',
      width: 78,
      options: ['有效', '已撤销'].map((value) => ({ value, label: value })),
      of: ({ revoked }) => (revoked === null ? '有效' : '已撤销'),
    },
  ];
}

function yearText({ inspectedOn }: PastLine): string {
  return inspectedOn.slice(0, 4);
}
