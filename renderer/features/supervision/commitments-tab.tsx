import { Button, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  type CommitmentKind,
  type CommitmentState,
  commitmentKindTitles,
  commitmentStateTitles,
  fulfilmentTitles,
} from '../../../shared/features/supervision/commitment-rules.ts';
import { type CommitmentFilter, commitmentSorts } from '../../../shared/features/supervision/commitment-schemas.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { countChosen, noneChosen } from '../../ui/selection-bar.tsx';
import { useChosen } from '../../ui/use-chosen.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { CommitmentDrawer } from './commitment-drawer.tsx';
import { PublishForm, SignForm } from './commitment-forms.tsx';
import { type CommitmentLine, useCommitments } from './commitments.queries.ts';

const operator = ['operator'] as const;
const outcomes = { ...fulfilmentTitles, none: '未核查', 'to-check': '到期待核查' } as const;

/** 承诺台账: every letter, where it stands, whether it was kept. */
export function CommitmentsTab({ issue, years }: { readonly issue: ReactNode; readonly years: readonly number[] }) {
  const { today } = useSession();
  const files = useFiles();
  const params = useListParams({ prefix: listPrefix });
  const [opened, open] = useOpened();
  const filter = filterOf(params.q, params.filters);
  const page = useCommitments({
    ...filter,
    ...orderOf(params.sort),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
  const total = page.data?.total ?? 0;
  const [chosen, setChosen] = useChosen(JSON.stringify(filter));
  const [doing, setDoing] = useState<'sign' | 'publish' | null>(null);
  const keys = chosen.keys.map(Number);
  const selection = chosen.isAll ? { filter, except: keys } : { ids: keys };
  const close = () => setDoing(null);
  const end = () => {
    close();
    setChosen(noneChosen);
  };
  const form = { selection, count: countChosen(chosen, total), onDone: end, onClose: close };
  return (
    <>
      <DataTable<CommitmentLine>
        name="supervision.commitments"
        title="承诺台账"
        rows={page.data?.lines}
        total={total}
        isLoading={page.isPending}
        sortsInProgram
        rowKey={({ id }) => id}
        columns={columnsFor(today)}
        filters={filtersFor(years)}
        params={params}
        searchHint="编号、企业、承诺事项"
        onRow={({ id }) => open(id)}
        pagedSelection={{
          chosen,
          onChange: setChosen,
          actions: (
            <>
              <ActionButton
                size="small"
                onClick={() => void files.openPdf('supervision/commitments/letters.pdf', { body: selection })}
              >
                打印承诺书
              </ActionButton>
              <ActionButton type="primary" size="small" may={operator} onClick={() => setDoing('sign')}>
                登记签署
              </ActionButton>
              <ActionButton size="small" may={operator} onClick={() => setDoing('publish')}>
                登记公示
              </ActionButton>
            </>
          ),
        }}
        exporting={() => (
          <Space size={8}>
            <Button
              disabled={total === 0}
              onClick={() => void files.openPdf('supervision/commitments/register.pdf', { body: filter })}
            >
              打印台账
            </Button>
            <Button
              disabled={total === 0}
              onClick={() => void files.download('supervision/commitments.xlsx', { body: filter })}
            >
              导出
            </Button>
          </Space>
        )}
        empty={<EmptyState text="还没有承诺书。选承诺事项和企业，成批出具后打印签署。" action={issue} />}
      />
      {opened !== null && <CommitmentDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {doing === 'sign' && <SignForm {...form} />}
      {doing === 'publish' && <PublishForm {...form} />}
    </>
  );
}

function columnsFor(today: string): readonly ListColumn<CommitmentLine>[] {
  return [
    { key: 'number', title: '编号', width: 176, value: ({ number }) => number },
    enterpriseColumn({ key: 'name', title: '承诺主体', width: 200 }),
    { key: 'item', title: '承诺事项', width: 180, value: ({ name }) => name },
    { key: 'state', title: '状态', width: 78, value: ({ state }) => commitmentStateTitles[state] },
    { key: 'signed', title: '签署', width: 104, value: ({ signedOn }) => signedOn ?? '' },
    { key: 'published', title: '公示', width: 104, value: publicationOf },
    { key: 'until', title: '有效期至', width: 104, value: ({ untilOn }) => untilOn ?? '长期' },
    { key: 'outcome', title: '践诺', width: 86, value: outcomeOf, render: Outcome },
    {
      key: 'check',
      title: '下次核查',
      width: 150,
      ellipsis: false,
      value: ({ checkOn }) => checkOn,
      render: ({ checkOn }) => <Deadline on={checkOn} today={today} />,
    },
    { key: 'kind', title: '类型', width: 150, isOptional: true, value: ({ kind }) => commitmentKindTitles[kind] },
    { key: 'matter', title: '事由', width: 160, isOptional: true, value: ({ matter }) => matter },
    { key: 'code', title: '统一社会信用代码', width: 180, isOptional: true, value: ({ objectCode }) => objectCode },
    {
      key: 'scans',
      title: '签署件',
      width: 80,
      isOptional: true,
      value: ({ scans }) => (scans === 0 ? '没有' : `${scans}份`),
    },
  ];
}

function publicationOf({ isPublicised, publishedOn }: CommitmentLine): string {
  return isPublicised ? (publishedOn ?? '') : '不公示';
}

function outcomeOf({ outcome }: CommitmentLine): string {
  return outcome === null ? '未核查' : fulfilmentTitles[outcome];
}

function Outcome(line: CommitmentLine): ReactNode {
  return line.outcome === 'broken' ? <span className="overdue">{outcomeOf(line)}</span> : outcomeOf(line);
}

function filtersFor(years: readonly number[]): readonly ListFilter<CommitmentLine>[] {
  const options = (titles: Readonly<Record<string, string>>) =>
    Object.entries(titles).map(([value, label]) => ({ value, label }));
  return [
    { key: 'state', label: '状态', width: 100, options: options(commitmentStateTitles) },
    { key: 'outcome', label: '践诺', width: 120, options: options(outcomes) },
    { key: 'kind', label: '类型', width: 170, options: options(commitmentKindTitles) },
    {
      key: 'year',
      label: '年度',
      width: 96,
      options: years.map((year) => ({ value: String(year), label: `${year}年` })),
    },
  ];
}

function filterOf(text: string, filters: Readonly<Record<string, string>>): CommitmentFilter {
  const one = <T extends string>(titles: Readonly<Record<T, string>>, value: string | undefined) =>
    (Object.keys(titles) as T[]).find((key) => key === value) ?? null;
  const year = Number(filters.year);
  return {
    text,
    state: one<CommitmentState>(commitmentStateTitles, filters.state),
    kind: one<CommitmentKind>(commitmentKindTitles, filters.kind),
    itemId: '',
    outcome: one(outcomes, filters.outcome),
    year: Number.isInteger(year) && year >= 2000 ? year : null,
  };
}

/** The newest number first unless told otherwise. */
function orderOf(sort: string) {
  const key = commitmentSorts.find((known) => known === sort.replace(/^-/, ''));
  return { sort: key ?? 'number', descending: key === undefined || sort.startsWith('-') } as const;
}
