import { Drawer } from 'antd';
import { useMemo } from 'react';
import type { Years } from '../../../shared/features/statistics/schemas.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { rounded } from './figures.ts';
import { type OfficerFigures, useDrawsOfOfficer, useOfficerFigures } from './statistics.queries.ts';
import { VerdictLine } from './verdict-line.tsx';

type OfficerLine = OfficerFigures['officers'][number];

/** As many as can be told apart in a chart. */
const CHARTED = 8;

/** Seats of each officer, as 组长 and in all, beside an even share among the eligible. */
export function OfficersTab({ years }: { readonly years: Years }) {
  const params = useListParams();
  const figures = useOfficerFigures(years).data;
  const officers = useMemo(() => figures?.officers.filter(({ expected }) => expected > 0), [figures]);
  const furthest = useMemo(
    () =>
      officers?.toSorted((a, b) => Math.abs(b.seats - b.expected) - Math.abs(a.seats - a.expected)).slice(0, CHARTED) ??
      [],
    [officers],
  );
  const categories = useMemo(() => furthest.map(({ name }) => name), [furthest]);
  const series = useMemo(
    () => [
      { name: '实际席位', values: furthest.map(({ seats }) => seats) },
      { name: '期望席位', values: furthest.map(({ expected }) => rounded(expected)) },
    ],
    [furthest],
  );
  const { officer = '' } = params.filters;
  return (
    <>
      {figures !== undefined && (
        <VerdictLine
          verdict={figures.officerVerdict}
          what={`${figures.seats}个席位在人员之间的分配`}
          note="期望席位＝他可担任的每个席位按可担任人数平分之和；机会相同的人员互相比较。排人先看负荷，年初负荷重的人实际会少于期望；唯一人选的席位不是随机。"
        />
      )}
      <div className="statistics-top">
        <BarChart
          title={`与期望相差最大的${furthest.length}人；数字见下表`}
          categories={categories}
          series={series}
          unit="席"
          height={230}
        />
        <p className="quiet">
          图中是与期望相差最大的{furthest.length}
          人，全部人员见下表。相差几席属于正常；只有上面的结论写明“与随机不符”时，才需要核查。
        </p>
      </div>
      <DataTable<OfficerLine>
        name="statistics.officers"
        title="执法人员抽中席位"
        rows={officers}
        rowKey={({ id }) => id}
        params={params}
        searchHint="姓名、部门"
        onRow={({ code }) => params.change({ filters: { officer: code } })}
        empty={<p className="quiet">所选年度没有抽取过人员。</p>}
        columns={[
          { key: 'name', title: '姓名', width: 110, value: ({ name }) => name },
          { key: 'department', title: '部门', width: 110, value: ({ department }) => department },
          { key: 'seats', title: '抽中席位', width: 100, value: ({ seats }) => seats },
          { key: 'expected', title: '期望席位', width: 100, value: ({ expected }) => rounded(expected) },
          { key: 'over', title: '比期望多', width: 100, value: ({ seats, expected }) => rounded(seats - expected) },
          { key: 'led', title: '任组长', width: 90, value: ({ led }) => led },
          { key: 'expectedLed', title: '期望任组长', width: 110, value: ({ expectedLed }) => rounded(expectedLed) },
          { key: 'alone', title: '唯一人选（非随机）', width: 170, value: ({ alone }) => alone },
        ]}
      />
      {officer !== '' && (
        <DrawsDrawer
          code={officer}
          name={officers?.find(({ code }) => code === officer)?.name ?? ''}
          years={years}
          onClose={() => params.change({ filters: { officer: null } })}
        />
      )}
    </>
  );
}

interface DrawsDrawerProps {
  readonly code: string;
  readonly name: string;
  readonly years: Years;
  readonly onClose: () => void;
}

function DrawsDrawer({ code, name, years, onClose }: DrawsDrawerProps) {
  const draws = useDrawsOfOfficer(code, years).data;
  return (
    <Drawer open size={760} onClose={onClose} title={`${name}　${years.from}至${years.to}年参加的抽取`}>
      <table className="figures">
        <thead>
          <tr>
            <th>抽取编号</th>
            <th>任务</th>
            <th>席位</th>
            <th>期望</th>
            <th>任组长</th>
            <th>期望</th>
          </tr>
        </thead>
        <tbody>
          {draws?.map((draw) => (
            <tr key={draw.drawId}>
              <td>
                <PathLink path={`/draws/${draw.drawId}`}>{draw.number}</PathLink>
              </td>
              <td>{draw.taskTitle}</td>
              <td className="figure">{draw.seats}</td>
              <td className="figure">{rounded(draw.expected)}</td>
              <td className="figure">{draw.led}</td>
              <td className="figure">{rounded(draw.expectedLed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Drawer>
  );
}
