import { Button, Drawer } from 'antd';
import { useMemo } from 'react';
import { ObjectChanceList, objectChanceSorts, type Years } from '../../../shared/features/statistics/schemas.ts';
import { hiddenTarget } from '../../../shared/kernel/target-need.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PathLink } from '../../ui/path-link.tsx';
import { type ListParams, useListParams } from '../../ui/use-list-params.ts';
import { ofMillion } from './figures.ts';
import {
  type ObjectChanceLine,
  type ObjectSummary,
  useLots,
  useObjectChances,
  useObjectSummary,
  useWholeLists,
} from './statistics.queries.ts';
import { VerdictLine } from './verdict-line.tsx';

const columns: readonly ListColumn<ObjectChanceLine>[] = [
  { key: 'name', title: '名称', width: 260, value: ({ name }) => name },
  { key: 'code', title: '统一社会信用代码', width: 190, value: ({ code }) => code },
  { key: 'pools', title: '参加抽签', width: 100, value: ({ pools }) => pools },
  { key: 'expected', title: '期望次数', width: 100, value: ({ expected }) => ofMillion(expected) },
  { key: 'drawn', title: '抽中次数', width: 100, value: ({ drawn }) => drawn },
  {
    key: 'over',
    title: '比期望多',
    width: 100,
    value: ({ drawn, expected }) => ofMillion(drawn * 1_000_000 - expected),
  },
  { key: 'must', title: '必检次数（非随机）', width: 170, value: ({ must }) => must },
];

/** How often each enterprise was chosen, beside what chance gives it. */
export function ObjectsTab({ years }: { readonly years: Years }) {
  const params = useListParams();
  const summary = useObjectSummary(years).data;
  const list = listOf(params, years);
  const page = useObjectChances(list);
  const whole = useWholeLists();
  const { object = '' } = params.filters;
  const most = summary?.times.length ?? 0;
  return (
    <>
      {summary !== undefined && (
        <Summary summary={summary} onTimes={(times) => params.change({ filters: { times } })} />
      )}
      <DataTable<ObjectChanceLine>
        name="statistics.objects"
        title="企业被抽中次数"
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        loadAll={() => whole.objects(list)}
        sortsInProgram
        isLoading={page.isPending}
        rowKey={({ id }) => id}
        params={params}
        searchHint="名称、代码、拼音"
        filters={[
          {
            key: 'times',
            label: '抽中次数',
            options: Array.from({ length: most }, (_, times) => ({ value: String(times), label: `抽中${times}次` })),
          },
        ]}
        columns={columns}
        onRow={({ id }) => params.change({ filters: { object: String(id) } })}
        empty={<p className="quiet">所选年度没有企业参加过抽签。</p>}
      />
      {object !== '' && (
        <LotsDrawer
          objectId={Number(object)}
          name={page.data?.lines.find(({ id }) => id === Number(object))?.name ?? ''}
          years={years}
          onClose={() => params.change({ filters: { object: null } })}
        />
      )}
    </>
  );
}

function listOf(params: ListParams, years: Years): ObjectChanceList {
  const column = params.sort.replace(/^-/, '');
  return ObjectChanceList.parse({
    ...years,
    text: params.q,
    sort: objectChanceSorts.find((sort) => sort === column) ?? '',
    descending: params.sort.startsWith('-'),
    times: /^\d{1,3}$/.test(params.filters.times ?? '') ? Number(params.filters.times) : null,
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
}

function Summary({ summary, onTimes }: { readonly summary: ObjectSummary; readonly onTimes: (times: string) => void }) {
  const { times, verdict, objects } = summary;
  const categories = useMemo(() => times.map((line) => `${line.times}次`), [times]);
  const series = useMemo(
    () => [
      { name: '实际户数', values: times.map((line) => line.objects) },
      { name: '随机时应有户数', values: times.map(({ expected }) => expected) },
    ],
    [times],
  );
  return (
    <>
      <VerdictLine
        verdict={verdict}
        what={`${objects}户被抽中的次数`}
        note="期望次数＝各次抽取中“本组抽取户数÷本组参加抽签户数”之和；机会始终相同的企业互相比较，按不放回修正。"
      />
      <div className="statistics-top">
        <BarChart
          title="抽中各次数的企业户数，与随机时应有的户数相比；数字见旁边的表"
          categories={categories}
          series={series}
          unit="户"
          height={210}
        />
        <div className="statistics-scroll">
          <table className="figures">
            <thead>
              <tr>
                <th>抽中</th>
                <th>实际户数</th>
                <th>随机时应有</th>
              </tr>
            </thead>
            <tbody>
              {times.map((line) => (
                <tr key={line.times}>
                  <td>{line.times}次</td>
                  <td className="figure">
                    <Button type="link" size="small" onClick={() => onTimes(String(line.times))}>
                      {line.objects}户
                    </Button>
                  </td>
                  <td className="figure">{line.expected}户</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

interface LotsDrawerProps {
  readonly objectId: number;
  readonly name: string;
  readonly years: Years;
  readonly onClose: () => void;
}

/** The lots one enterprise took part in. */
function LotsDrawer({ objectId, name, years, onClose }: LotsDrawerProps) {
  const lots = useLots(objectId, years).data;
  return (
    <Drawer open size={760} onClose={onClose} title={`${name}　${years.from}至${years.to}年参加的抽取`}>
      <p>
        <PathLink path={`/rosters?id=${objectId}`}>查看企业</PathLink>
      </p>
      <table className="figures">
        <thead>
          <tr>
            <th>抽取编号</th>
            <th>任务</th>
            <th>被抽中的机会</th>
            <th>结果</th>
          </tr>
        </thead>
        <tbody>
          {lots?.map(({ drawId, number, taskTitle, expected, outcome }) => (
            <tr key={drawId}>
              <td>
                <PathLink path={`/draws/${drawId}`}>{number}</PathLink>
              </td>
              <td>{taskTitle}</td>
              <td className="figure">
                {outcome === '必检' || expected === null ? '—' : `${ofMillion(expected * 100)}%`}
              </td>
              <td>{outcome ?? hiddenTarget}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Drawer>
  );
}
