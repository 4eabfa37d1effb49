import { Button, Spin } from 'antd';
import { useState } from 'react';
import { cellText } from '../../../shared/features/registers/register.ts';
import { publicationText } from '../../../shared/features/registers/views.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { EntryForm } from './entry-form.tsx';
import { type EntryLine, type RegisterOf, useRegister } from './registers.queries.ts';

interface RegisterListProps {
  readonly registerId: string;
  /** Instead of the register's purpose. */
  readonly note?: string;
  readonly word?: string;
}

/** The entries of a register: search, year, what stands and what was withdrawn; a row opens its entry. */
export function RegisterList({ registerId, note, word = '登记' }: RegisterListProps) {
  const found = useRegister(registerId);
  const params = useListParams({ prefix: listPrefix });
  const [opened, open] = useOpened();
  const [isAdding, setAdding] = useState(false);
  const { openPdf } = useFiles();
  if (found.data === undefined) {
    return found.isError ? (
      <PageHead title="没有这本台账" note={<PathLink path="/registers">回到工作台账</PathLink>} />
    ) : (
      <Spin />
    );
  }
  const { register, entries } = found.data;
  const year = params.filters.year ?? '';
  const add = (
    <ActionButton
      may={['operator']}
      type="primary"
      barred={register.isClosed === true ? '规则包已停用这本台账' : null}
      onClick={() => setAdding(true)}
    >
      {word}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={register.name}
        note={`${note ?? register.purpose}（${register.article}）${register.needsAttachment ? '　每条记录须附佐证文件。' : ''}`}
        actions={
          <>
            <Button
              onClick={() => void openPdf(`registers/${registerId}/register.pdf${year === '' ? '' : `?year=${year}`}`)}
            >
              打印台账
            </Button>
            {add}
          </>
        }
      />
      <DataTable<EntryLine>
        name={`registers.${registerId}`}
        title={register.name}
        rows={entries}
        rowKey={({ id }) => id}
        params={params}
        searchHint="任何一栏的内容"
        onRow={({ id }) => open(id)}
        filters={filtersOf(entries)}
        columns={columnsOf(register)}
        empty={<EmptyState text={`“${register.name}”还没有登记。`} action={add} />}
      />
      {opened !== null && <EntryDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {isAdding && (
        <EntryForm
          register={register}
          entry={null}
          onClose={(id) => {
            setAdding(false);
            if (id !== null) open(id);
          }}
        />
      )}
    </>
  );
}

function filtersOf(entries: readonly EntryLine[]): readonly ListFilter<EntryLine>[] {
  const years = [...new Set(entries.map(({ day }) => day.slice(0, 4)))].sort().reverse();
  return [
    {
      key: 'year',
      label: '年度',
      width: 110,
      options: years.map((value) => ({ value, label: `${value}年` })),
      of: ({ day }) => day.slice(0, 4),
    },
    {
      key: 'state',
      label: '状态',
      width: 130,
      options: [
        { value: 'standing', label: '在册' },
        { value: 'due', label: '到期' },
        { value: 'lacking', label: '要素不全' },
        { value: 'withdrawn', label: '已撤回' },
      ],
      of: ({ withdrawn, dues, lacks }) =>
        withdrawn === null
          ? ['standing', ...(dues.length > 0 ? ['due'] : []), ...(lacks.length > 0 ? ['lacking'] : [])]
          : ['withdrawn'],
    },
  ];
}

const widths = {
  text: 160,
  long: 240,
  day: 110,
  count: 80,
  choice: 110,
  enterprise: 220,
  officer: 100,
  money: 120,
  inspection: 180,
  'list-entry': 180,
  article: 180,
};

function columnsOf(register: RegisterOf): readonly ListColumn<EntryLine>[] {
  return [
    ...register.columns.map((column): ListColumn<EntryLine> => {
      const isRight = column.kind === 'count' || column.kind === 'money';
      return {
        key: column.id,
        title: column.title,
        width: widths[column.kind],
        ...(isRight ? { align: 'right' } : {}),
        value: ({ cells }) => {
          const cell = cells[column.id];
          return typeof cell === 'number' && column.kind === 'count' ? cell : cellText(column, cell) || null;
        },
        render: ({ cells, dues }) => {
          const cell = cells[column.id];
          const text = cellText(column, cell);
          if (column.kind === 'enterprise' && typeof cell === 'object')
            return <EnterpriseLink id={cell.id}>{cell.name}</EnterpriseLink>;
          const isDue = dues.some(({ title }) => title === column.title);
          return isDue ? <span className="overdue">{text}</span> : text;
        },
      };
    }),
    {
      key: 'files',
      title: '附件',
      width: 70,
      value: ({ files }) => files,
      render: ({ files, withdrawn }) =>
        files === 0 && register.needsAttachment && withdrawn === null ? (
          <span className="overdue">缺</span>
        ) : (
          files || ''
        ),
    },
    ...(register.isPublic
      ? [{ key: 'published', title: '公示', width: 150, value: (entry: EntryLine) => publicationText(entry) }]
      : []),
    {
      key: 'state',
      title: '状态',
      width: 150,
      value: ({ withdrawn, lacks }) =>
        withdrawn !== null ? '已撤回' : lacks.length > 0 ? `缺${lacks.join('、')}` : '在册',
    },
    { key: 'byName', title: '登记人', width: 90, value: ({ byName }) => byName },
  ];
}
