import { useFiles } from '../../api/use-files.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type CounterQuery, useCounterQueries } from './lookups.queries.ts';

/** What was asked at the 查询区, also without an answer; a row opens what was shown. */
export function CounterQueries() {
  const params = useListParams({ prefix: 'c.' });
  const { openPdf } = useFiles();
  return (
    <DataTable<CounterQuery>
      name="credit.counter"
      title="查询区记录"
      rows={useCounterQueries().data}
      rowKey={({ id }) => id}
      params={params}
      searchHint="企业、代码、报告编号"
      onRow={({ reportId }) => reportId !== null && void openPdf(`credit/reports/${reportId}/report.pdf`)}
      empty={<EmptyState text="查询区还没有人查询过。点右上角“打开查询区”，把窗口交给来办事的企业。" />}
      filters={[
        {
          key: 'outcome',
          label: '结果',
          options: [
            { value: 'shown', label: '已显示' },
            { value: 'not-matched', label: '不相符' },
          ],
          of: ({ outcome }) => outcome,
        },
      ]}
      columns={[
        { key: 'at', title: '时间', width: 140, value: ({ askedAt }) => minuteText(askedAt) },
        {
          key: 'object',
          title: '企业',
          width: 220,
          value: ({ objectName }) => objectName || '名录中没有的代码',
          render: ({ objectId, objectName }) => (
            <EnterpriseLink id={objectId}>{objectName || '名录中没有的代码'}</EnterpriseLink>
          ),
        },
        { key: 'code', title: '统一社会信用代码', width: 176, value: ({ objectCode }) => objectCode },
        {
          key: 'outcome',
          title: '结果',
          width: 110,
          value: ({ outcome }) => (outcome === 'shown' ? '已显示' : '不相符'),
        },
        { key: 'report', title: '报告', width: 170, value: ({ reportNumber }) => reportNumber ?? '' },
        { key: 'prints', title: '打印次数', width: 88, value: ({ prints }) => prints },
        { key: 'openedBy', title: '由谁打开', width: 100, value: ({ openedBy }) => openedBy },
      ]}
    />
  );
}
