import { useMemo } from 'react';
import type { Years } from '../../../shared/features/statistics/schemas.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { rounded } from './figures.ts';
import { type OfficerFigures, useOfficerFigures } from './statistics.queries.ts';
import { VerdictLine } from './verdict-line.tsx';

type PairLine = OfficerFigures['pairs'][number];

const CHARTED = 8;

/** How often any two officers went together, beside what chance gives. */
export function PairsTab({ years }: { readonly years: Years }) {
  const params = useListParams();
  const figures = useOfficerFigures(years).data;
  const pairs = useMemo(
    () => figures?.pairs.toSorted((a, b) => b.together - b.expected - (a.together - a.expected)),
    [figures],
  );
  const oftenest = useMemo(() => pairs?.slice(0, CHARTED) ?? [], [pairs]);
  const categories = useMemo(() => oftenest.map(({ oneName, otherName }) => `${oneName}、${otherName}`), [oftenest]);
  const series = useMemo(
    () => [
      { name: '同组次数', values: oftenest.map(({ together }) => together) },
      { name: '期望次数', values: oftenest.map(({ expected }) => rounded(expected)) },
    ],
    [oftenest],
  );
  return (
    <>
      {figures !== undefined && (
        <VerdictLine
          verdict={figures.pairVerdict}
          what="任意两人同组的次数"
          note="期望次数＝各户任意两席先后由这两人担任的机会之和。负荷少者优先，几个人轮流排到时常会重复同组，p值仅供参考。"
        />
      )}
      <div className="statistics-top">
        <BarChart
          title="比期望同组更多的几对；数字见下表"
          categories={categories}
          series={series}
          unit="次"
          isLying
          height={250}
        />
        <p className="quiet">图中是比期望同组更多的几对，全部见下表。</p>
      </div>
      <DataTable<PairLine>
        name="statistics.pairs"
        title="执法人员同组次数"
        rows={pairs}
        rowKey={({ one, other }) => `${one} ${other}`}
        params={params}
        searchHint="姓名"
        empty={<p className="quiet">所选年度没有抽取过人员。</p>}
        columns={[
          { key: 'one', title: '人员', width: 140, value: ({ oneName }) => oneName },
          { key: 'other', title: '人员', width: 140, value: ({ otherName }) => otherName },
          { key: 'together', title: '同组次数', width: 110, value: ({ together }) => together },
          { key: 'expected', title: '期望次数', width: 110, value: ({ expected }) => rounded(expected) },
          {
            key: 'over',
            title: '比期望多',
            width: 110,
            value: ({ together, expected }) => rounded(together - expected),
          },
        ]}
      />
    </>
  );
}
