import { Button } from 'antd';
import { lookupMatters, lookupMatterTitles } from '../../../shared/features/credit/lookups.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type Lookup, useLookups } from './lookups.queries.ts';

/** 查询台账: newest first; a row opens the report as it was. */
export function LookupList({ onAsk }: { readonly onAsk: () => void }) {
  const params = useListParams();
  const { matter, adverse, from, to } = params.filters;
  const query = {
    text: params.q,
    matter: lookupMatters.find((one) => one === matter) ?? null,
    adverse: adverse === undefined ? null : adverse === 'yes',
    from: from ?? null,
    to: to ?? null,
  };
  const lookups = useLookups(query).data;
  const { openPdf } = useFiles();
  const print = () => {
    const asked = Object.entries({ q: params.q, matter, adverse, from, to }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    );
    return openPdf(`credit/lookups/ledger.pdf?${new URLSearchParams(asked)}`);
  };
  return (
    <DataTable<Lookup>
      name="credit.lookups"
      title="信用查询台账"
      rows={lookups}
      rowKey={({ id }) => id}
      params={params}
      searchHint="企业、代码、编号、事项"
      onRow={({ reportId }) => void openPdf(`credit/reports/${reportId}/report.pdf`)}
      empty={
        <EmptyState
          text="还没有查询过。办理许可、处罚、检查之前，先查询企业信用。"
          action={<Button onClick={onAsk}>查询企业信用</Button>}
        />
      }
      extra={
        <>
          自
          <DayInput
            aria-label="起始日期"
            title="起始日期"
            style={{ width: 136 }}
            value={from ?? ''}
            onChange={(on) => params.change({ filters: { from: on } })}
          />
          至
          <DayInput
            aria-label="截止日期"
            title="截止日期"
            style={{ width: 136 }}
            value={to ?? ''}
            onChange={(on) => params.change({ filters: { to: on } })}
          />
          <ActionButton onClick={print}>打印台账</ActionButton>
        </>
      }
      filters={[
        {
          key: 'matter',
          label: '事项类别',
          options: lookupMatters.map((value) => ({ value, label: lookupMatterTitles[value] })),
          of: (lookup) => lookup.matter,
        },
        {
          key: 'adverse',
          label: '结论',
          options: [
            { value: 'yes', label: '有不良记录' },
            { value: 'no', label: '没有不良记录' },
          ],
          of: ({ hasAdverse }) => (hasAdverse ? 'yes' : 'no'),
        },
      ]}
      columns={[
        { key: 'number', title: '编号', width: 132, value: ({ number }) => number },
        { key: 'on', title: '日期', width: 104, value: ({ lookedUpOn }) => lookedUpOn },
        enterpriseColumn({ key: 'object', title: '企业', width: 180 }),
        { key: 'matter', title: '类别', width: 96, value: ({ matter: one }) => lookupMatterTitles[one] },
        { key: 'subject', title: '事项', width: 170, value: ({ subject }) => subject },
        { key: 'seen', title: '查询结果', width: 220, value: ({ seen }) => seen },
        { key: 'askedBy', title: '提出', width: 120, value: ({ askedBy }) => askedBy },
        { key: 'by', title: '查询人', width: 84, value: ({ lookedUpBy }) => lookedUpBy },
        { key: 'purpose', title: '用途', width: 160, isOptional: true, value: ({ purpose }) => purpose },
        { key: 'code', title: '统一社会信用代码', width: 172, isOptional: true, value: ({ objectCode }) => objectCode },
        { key: 'report', title: '信用报告', width: 150, isOptional: true, value: (lookup) => lookup.reportNumber },
      ]}
    />
  );
}
