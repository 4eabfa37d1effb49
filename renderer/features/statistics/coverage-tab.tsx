import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { UncoveredList } from '../../../shared/features/statistics/schemas.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type UncoveredLine, useCovered, useUncovered, useWholeLists } from './statistics.queries.ts';

const groups = [
  { value: 'key', label: '重点企业' },
  { value: 'ordinary', label: '一般企业' },
] as const;

/** 全覆盖: whom the cycle that ends with the year has reached, and the list of those it has not. */
export function CoverageTab({ year }: { readonly year: number }) {
  const params = useListParams();
  const navigate = useNavigate();
  const cycles = useCovered(year).data;
  const objects = groups.find(({ value }) => value === params.filters.objects)?.value ?? 'key';
  const column = params.sort.replace(/^-/, '');
  const list = UncoveredList.parse({
    year,
    objects,
    text: params.q,
    sort: (['name', 'code', 'lastOn'] as const).find((sort) => sort === column) ?? '',
    descending: params.sort.startsWith('-'),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
  const page = useUncovered(list);
  const whole = useWholeLists();
  const categories = useMemo(() => cycles?.map(({ name, years }) => `${name}${years}年`) ?? [], [cycles]);
  const series = useMemo(
    () => [
      { name: '已检查', values: cycles?.map(({ covered }) => covered) ?? [] },
      { name: '未检查', values: cycles?.map(({ total, covered }) => total - covered) ?? [] },
    ],
    [cycles],
  );
  const show = (value: string) => params.change({ filters: { objects: value } });
  return (
    <>
      <p className="quiet">存续的企业，到{year}年底的周期内有本机关已公示的检查，才算覆盖。</p>
      <div className="statistics-top">
        <BarChart
          title="各周期已检查和未检查的户数；数字见旁边的表"
          categories={categories}
          series={series}
          isStacked
          isLying
          unit="户"
          height={150}
        />
        <table className="figures">
          <thead>
            <tr>
              <th>周期</th>
              <th>企业</th>
              <th>已检查</th>
              <th>未检查</th>
            </tr>
          </thead>
          <tbody>
            {cycles?.map((cycle) => (
              <tr key={cycle.objects} title={cycle.article}>
                <td>
                  {cycle.name}
                  {cycle.years}年（{cycle.since}起）
                </td>
                <td className="figure">{cycle.total}户</td>
                <td className="figure">
                  {cycle.covered}户{cycle.total > 0 && `（${Math.floor((cycle.covered * 100) / cycle.total)}%）`}
                </td>
                <td className="figure">
                  <Button type="link" size="small" onClick={() => show(cycle.objects)}>
                    {cycle.total - cycle.covered}户
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DataTable<UncoveredLine>
        name="statistics.uncovered"
        title={`${year}年未覆盖的${groups.find(({ value }) => value === objects)?.label ?? ''}`}
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        loadAll={() => whole.uncovered(list)}
        sortsInProgram
        isLoading={page.isPending}
        rowKey={({ id }) => id}
        params={params}
        searchHint="名称、代码、拼音"
        extra={<Segmented aria-label="未覆盖的" value={objects} options={[...groups]} onChange={show} />}
        onRow={({ id }) => void navigate({ to: '/rosters', search: { id: String(id) } })}
        empty={<p className="quiet">都已覆盖，或名录中没有这一类企业。</p>}
        columns={[
          { key: 'name', title: '名称', width: 300, value: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', width: 200, value: ({ code }) => code },
          { key: 'lastOn', title: '最近检查', width: 140, value: ({ lastOn }) => lastOn ?? '无记录' },
        ]}
      />
    </>
  );
}
