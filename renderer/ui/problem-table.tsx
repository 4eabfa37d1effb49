import { problemReason, severityNames } from '../../shared/kernel/problem-text.ts';
import type { Problem } from '../../shared/kernel/problems.ts';
import { DataTable } from './data-table.tsx';
import type { ListColumn, ListFilter } from './list-model.ts';
import { useLocalListParams } from './use-list-params.ts';

const columns: readonly ListColumn<Problem>[] = [
  { key: 'sheet', title: '工作表', width: 118, value: ({ sheet }) => sheet },
  { key: 'row', title: '行', width: 56, value: ({ row }) => row },
  { key: 'column', title: '列', width: 150, value: ({ column }) => column },
  {
    key: 'severity',
    title: '处理',
    width: 90,
    value: ({ severity }) => severityNames[severity],
    render: ({ severity }) => (
      <span className={severity === 'error' ? 'overdue' : severity === 'notice' ? 'quiet' : undefined}>
        {severityNames[severity]}
      </span>
    ),
  },
  { key: 'reason', title: '问题', width: 470, ellipsis: false, value: (problem) => problemReason(problem) },
];

const filters: readonly ListFilter<Problem>[] = [
  {
    key: 'severity',
    label: '处理',
    options: Object.values(severityNames).map((value) => ({ value, label: value })),
    of: ({ severity }) => severityNames[severity],
  },
];

/** Everything found in a checked workbook, by sheet, row and column. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const params = useLocalListParams({ size: 100 });
  return (
    <DataTable<Problem>
      name="problems"
      title="问题清单"
      rows={problems}
      rowKey={({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`}
      columns={columns}
      filters={filters}
      params={params}
      searchHint="列名、问题"
      empty="没有发现问题。"
    />
  );
}
