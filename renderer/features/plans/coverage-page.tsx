import { Link } from '@tanstack/react-router';
import { Alert, InputNumber } from 'antd';
import { useState } from 'react';
import type { CoverageOutlook } from '../../../shared/features/plans/coverage.ts';
import { useSession } from '../../api/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type Coverage, useCoverage } from './plan-work.queries.ts';

const outlookTitles: Readonly<Record<CoverageOutlook, string>> = {
  missed: '必漏',
  'at-risk': '有风险',
  must: '列为必检可保证',
  safe: '计划已保证',
};

/** 事项与计划 → 覆盖预测: who would miss the cycle of full coverage if the year's plans are carried out as they stand. */
export function CoveragePage() {
  const { today } = useSession();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const coverage = useCoverage(year).data;
  const params = useListParams({ size: 100 });
  return (
    <>
      <PageHead
        title="覆盖预测"
        note="本年计划照此执行，哪些到期的企业查不到。周期按自然年计算；存续的企业才计；没有检查记录的按到期计。"
        actions={
          <InputNumber
            aria-label="年度"
            min={2000}
            max={2099}
            value={year}
            suffix="年"
            style={{ width: 110 }}
            onChange={(value) => setYear(value ?? year)}
          />
        }
      />
      {coverage !== undefined && <Groups coverage={coverage} />}
      {coverage !== undefined && <Basis plans={coverage.plans} year={year} />}
      {coverage !== undefined && coverage.unbound.length > 0 && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`${coverage.unbound.length}项的对象类别没有绑定名录，没有算进来：${coverage.unbound.map(({ name, classes }) => `${name}（${classes.join('、')}）`).join('；')}。`}
          action={<Link to="/plans/classes">去绑定</Link>}
        />
      )}
      <DataTable<Coverage['lines'][number]>
        name="plans.coverage"
        title={`${year}年覆盖预测`}
        rows={coverage?.lines}
        rowKey={({ id }) => id}
        params={params}
        searchHint="名称、统一社会信用代码"
        filters={[
          {
            key: 'outlook',
            label: '预测',
            options: Object.entries(outlookTitles).map(([value, label]) => ({ value, label })),
            of: ({ outlook }) => outlook,
          },
          {
            key: 'key',
            label: '类别',
            options: [
              { value: 'key', label: '重点企业' },
              { value: 'ordinary', label: '一般企业' },
            ],
            of: ({ isKey }) => (isKey ? 'key' : 'ordinary'),
          },
        ]}
        empty={<p className="quiet">没有到期的企业。</p>}
        columns={[
          { key: 'name', title: '名称', width: 240, value: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', width: 190, value: ({ code }) => code },
          { key: 'key', title: '类别', width: 90, value: ({ isKey }) => (isKey ? '重点企业' : '一般企业') },
          { key: 'last', title: '最近检查', width: 110, value: ({ lastOn }) => lastOn ?? '无记录' },
          {
            key: 'outlook',
            title: '预测',
            width: 130,
            value: ({ outlook }) => outlookTitles[outlook],
            render: ({ outlook }) => (
              <span className={outlook === 'missed' ? 'overdue' : undefined}>{outlookTitles[outlook]}</span>
            ),
          },
          { key: 'items', title: '在哪些事项的范围内', width: 300, value: ({ items }) => items.join('、') || '都不在' },
        ]}
      />
    </>
  );
}

/** Says where the year has no plan, or plans that are not approved yet. */
function Basis({ plans, year }: { readonly plans: Coverage['plans']; readonly year: number }) {
  const drafts = plans.filter(({ isApproved }) => !isApproved).map(({ title }) => `“${title}”`);
  if (plans.length > 0 && drafts.length === 0) return null;
  const title =
    plans.length === 0
      ? `${year}年还没有计划，到期的企业因此都列为必漏。先编制或导入计划。`
      : `${drafts.join('、')}尚未批准，按现在的内容推算。`;
  return (
    <Alert className="form-refusal" type="info" showIcon title={title} action={<Link to="/plans">到年度计划</Link>} />
  );
}

function Groups({ coverage }: { readonly coverage: Coverage }) {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th>周期</th>
          <th>企业</th>
          <th>本年到期</th>
          <th>必漏</th>
          <th>有风险</th>
          <th>列为必检可保证</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        {coverage.groups.map(({ name, years, since, total, due, missed, atRisk, must, article }) => (
          <tr key={name}>
            <td>
              {name}
              {years}年全覆盖（{since}以来查过的不到期）
            </td>
            <td className="figure">{total}户</td>
            <td className="figure">{due}户</td>
            <td className={missed > 0 ? 'figure overdue' : 'figure'}>{missed}户</td>
            <td className="figure">{atRisk}户</td>
            <td className="figure">{must}户</td>
            <td className="quiet">{article}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
