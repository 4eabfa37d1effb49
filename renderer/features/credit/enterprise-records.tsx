import { creditKinds, creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { publicities, publicityTitles } from '../../../shared/kernel/credit-records.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { type EnterpriseRecord, useEnterpriseRecords } from './enterprise.queries.ts';

/** Every credit record of one enterprise, with its 公示 and what became of it. */
export function EnterpriseRecords({ id }: { readonly id: number }) {
  const records = useEnterpriseRecords(id).data;
  return (
    <DataTable<EnterpriseRecord>
      name="credit.of-enterprise"
      title="企业信用记录"
      rows={records}
      rowKey={(record) => record.id}
      params={useLocalListParams()}
      searchHint="文号、摘要、来源"
      empty={
        <EmptyState
          text="还没有归集到这户企业的信用记录。"
          action={<PathLink path="/credit/records">到信用记录登记或导入</PathLink>}
        />
      }
      filters={[
        {
          key: 'kind',
          label: '类别',
          options: creditKinds.map((value) => ({ value, label: creditKindTitles[value] })),
          of: ({ kind }) => kind,
        },
        {
          key: 'publicity',
          label: '公示',
          options: publicities.map((value) => ({ value, label: publicityTitles[value] })),
          of: ({ publicity }) => publicity,
        },
      ]}
      columns={[
        { key: 'on', title: '日期', width: 104, value: ({ happenedOn }) => happenedOn },
        {
          key: 'kind',
          title: '类别',
          width: 110,
          value: ({ kind }) => creditKindTitles[kind],
          render: (record) => (
            <PathLink path={`/credit/records?id=${record.id}`}>{creditKindTitles[record.kind]}</PathLink>
          ),
        },
        { key: 'number', title: '文号', width: 160, value: ({ documentNumber }) => documentNumber },
        { key: 'summary', title: '摘要', width: 230, value: ({ summary }) => summary },
        { key: 'source', title: '来源', width: 140, value: ({ source }) => source },
        { key: 'publicity', title: '公示', width: 90, value: ({ publicity }) => publicityTitles[publicity] },
        { key: 'state', title: '状态', width: 170, value: stateOf },
      ]}
    />
  );
}

function stateOf({ withdrawn, repairedOn, endedOn }: EnterpriseRecord): string {
  if (withdrawn !== null) return '已撤销';
  if (repairedOn !== null) return `${repairedOn}修复`;
  return endedOn === null ? '有效' : `至${endedOn}`;
}
