import { Button } from 'antd';
import { useMemo } from 'react';
import type { Years } from '../../../shared/features/statistics/schemas.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type OfficerFigures, useOfficerFigures } from './statistics.queries.ts';

type OfficerLine = OfficerFigures['officers'][number];

/** What officers and departments carried: drawn seats, past inspections, and what is theirs after handovers. */
export function LoadTab({ years }: { readonly years: Years }) {
  const params = useListParams();
  const figures = useOfficerFigures(years).data;
  const departments = figures?.departments;
  const categories = useMemo(() => departments?.map(({ department }) => department) ?? [], [departments]);
  const series = useMemo(
    () => [
      { name: '抽中席位', values: departments?.map(({ seats }) => seats) ?? [] },
      { name: '以往检查', values: departments?.map(({ past }) => past) ?? [] },
    ],
    [departments],
  );
  return (
    <>
      <p className="quiet">
        “抽中席位”按抽取结果；“以往检查”是程序之外登记的；“实际承担”是移交、替补之后本人名下的检查加以往检查，抽取时的负荷按它计算。
      </p>
      {departments !== undefined && departments.length > 0 && (
        <div className="statistics-top">
          <BarChart
            title="各部门承担的检查；数字见旁边的表"
            categories={categories}
            series={series}
            isStacked
            unit="席"
            height={200}
          />
          <div className="statistics-scroll">
            <table className="figures">
              <thead>
                <tr>
                  <th>部门</th>
                  <th>人数</th>
                  <th>抽中席位</th>
                  <th>以往检查</th>
                  <th>实际承担</th>
                </tr>
              </thead>
              <tbody>
                {departments.map((line) => (
                  <tr key={line.department}>
                    <td>
                      <Button
                        type="link"
                        size="small"
                        onClick={() => params.change({ filters: { department: line.department } })}
                      >
                        {line.department}
                      </Button>
                    </td>
                    <td className="figure">{line.officers}</td>
                    <td className="figure">{line.seats}</td>
                    <td className="figure">{line.past}</td>
                    <td className="figure">{line.carried}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <DataTable<OfficerLine>
        name="statistics.load"
        title="执法人员负荷"
        rows={figures?.officers}
        rowKey={({ id }) => id}
        params={params}
        searchHint="姓名、部门"
        filters={[
          {
            key: 'department',
            label: '部门',
            options: categories.map((value) => ({ value, label: value })),
            of: ({ department }) => department,
          },
        ]}
        empty={<p className="quiet">所选年度没有人承担检查。抽取完成或登记以往检查之后，这里就有统计。</p>}
        columns={[
          { key: 'name', title: '姓名', width: 120, value: ({ name }) => name },
          { key: 'department', title: '部门', width: 120, value: ({ department }) => department },
          { key: 'seats', title: '抽中席位', width: 110, value: ({ seats }) => seats },
          { key: 'past', title: '以往检查', width: 110, value: ({ past }) => past },
          { key: 'carried', title: '实际承担', width: 110, value: ({ carried }) => carried },
        ]}
      />
    </>
  );
}
